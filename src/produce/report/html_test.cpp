#include "produce/report/html.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "base/hash.h"
#include "produce/report/report.h"
#include "produce/report/sample_test.h"

using namespace digue;
using namespace digue::produce::report;

static bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

static std::string html(Language language) {
  return to_html(compose(sample_report(), language));
}

TEST_CASE("what the evidence names is text, never markup") {
  Report report = sample_report();
  report.head.title = "</title><script>x</script>\" onload='x' &amp;\u202E";
  const std::string page = to_html(compose(report, Language::english));
  CHECK_FALSE(says(page, "<script"));
  CHECK(says(page,
             "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;"));
  CHECK(says(page, "‹U+202E›"));
  CHECK(says(page, ". &lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE(
    "the page forbids scripts and everything from outside, and allows its own style by hash") {
  const std::string page = html(Language::french);
  CHECK(says(page, "default-src 'none'"));
  const auto begin = page.find("<style>") + 7, end = page.find("</style>");
  const Digest digest = sha256(std::string_view(page).substr(begin, end - begin));
  CHECK(says(page, "style-src 'sha256-" + to_base64(as_text(digest)) + "'"));
  CHECK_FALSE(says(page, "style=\""));
  CHECK_FALSE(says(page, "http://"));
  CHECK_FALSE(says(page, "https://"));
}

TEST_CASE("the first page says what happened, since when, who, what now and what is not known") {
  const std::string page = html(Language::english);
  const std::string first = page.substr(0, page.find("id=\"timeline\""));
  CHECK(says(first, "An intruder used the account compta@hopital.example."));
  CHECK(says(first, "First serious fact: 8 March 2026, 03:11:07 (UTC+01:00)."));
  CHECK(says(first, "203.0.113.77"));
  CHECK(says(first, "Disable the malicious rules"));
  CHECK_FALSE(says(first, "Block the account"));
  CHECK(says(first, "Does a third-party application have access to the mailbox?"));
  CHECK_FALSE(says(first, "Was an illegitimate authentication method added?"));
}

TEST_CASE("nothing serious is not told as proof of nothing") {
  Report report = sample_report();
  report.findings.clear();
  report.compromised.clear();
  const std::string page = to_html(compose(report, Language::english));
  CHECK(says(page, "That does not prove that nothing happened."));
}

TEST_CASE("the report follows its language") {
  const std::string french = html(Language::french), english = html(Language::english);
  CHECK(says(french, "<html lang=\"fr\">"));
  CHECK(says(english, "<html lang=\"en\">"));
  CHECK(says(french, "8 mars 2026 à 03:11:07 (UTC+01:00)"));
  CHECK(says(french, "Ce que l’on ne sait pas"));
  CHECK_FALSE(says(french, "What is not known"));
  CHECK(says(french, "on ne sait pas</span>"));
  CHECK(says(english, "not known</span>"));
}

TEST_CASE("a note of megabytes is cut") {
  Report report = sample_report();
  report.logbook[0].text = as_message(std::string(4 << 20, 'x'));
  const std::string page = to_html(compose(report, Language::english));
  CHECK(page.size() < 60000);
  std::string cut(longest_run, 'x');
  cut += "…";
  CHECK(says(page, cut));
}

TEST_CASE("a place in the evidence names the file, the record and the line") {
  CHECK(says(html(Language::english), "exports.zip/AuditLog.csv, record 48 (line 49)"));
}

TEST_CASE("the report of the sample is, byte for byte, the one that was reviewed") {
  const std::filesystem::path folder = DIGUE_SOURCE_DIR "/src/produce/report/testdata";
  DiskFiles files;
  for (const Language language : {Language::french, Language::english}) {
    const std::string name = "sample." + std::string(language_code(language)) + ".html";
    const std::string page = html(language);
    const auto reviewed = files.read(folder / name);
    if (reviewed && *reviewed == page) continue;
    std::filesystem::create_directories(DIGUE_BINARY_DIR "/report");
    REQUIRE(files.write(std::filesystem::path(DIGUE_BINARY_DIR "/report") / name, page));
    FAIL_CHECK("differs from testdata/" << name << "; the new one is in " << DIGUE_BINARY_DIR
                                        << "/report: look at it, then copy it");
  }
}
