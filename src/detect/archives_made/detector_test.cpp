#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& archives_made_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row command(std::string_view line, int second, std::string_view day = "2026-03-28") {
  const auto begin = parse_rfc3339(std::string(day) + "T02:00:00Z").value_or(Instant::unknown);
  Row row{.action = event::Action::process_started, .time = rfc3339(begin + second * second_ms)};
  row.device = "files1";
  row.family = event::Family::windows_log;
  row.details = {{"CommandLine", std::string(line)}};
  return row;
}

std::vector<finding::Finding> findings_after(std::string_view before, std::string_view after,
                                             int count = 12, std::string_view day = "2026-03-28",
                                             Story story = {}) {
  for (int i = 0; i < count; ++i)
    story.add(command(std::string(before) + std::to_string(i) + std::string(after), i * 30, day));
  return story.findings({&archives_made_detector()});
}

}  // namespace

TEST_CASE("archives made in numbers by any usual program are told") {
  const auto findings = findings_after("\"C:\\Program Files\\7-Zip\\7z.exe\" a out", ".7z D:\\x");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].title.english == "12 archives were made within 5 minutes on files1.");
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(findings[0].items == std::vector<std::string>{"ransomware/1.b.4"});
  CHECK(findings[0].evidence.size() == 12);
  CHECK(findings_after("rar m out", ".rar D:\\x").size() == 1);
  CHECK(findings_after("tar -czf out", ".tgz data").size() == 1);
  CHECK(findings_after("powershell -c \"Compress-Archive D:\\", " out.zip\"").size() == 1);
}

TEST_CASE("a password weighs more") {
  const auto findings = findings_after("rar a -hpSecret out", ".rar D:\\x");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::high);
  CHECK(says(findings[0], "12 of them are protected"));
}

TEST_CASE("unpacking, listing, and a few archives are not") {
  CHECK(findings_after("7z x in", ".7z").empty());
  CHECK(findings_after("tar -xzf in", ".tgz").empty());
  CHECK(findings_after("rar l in", ".rar").empty());
  CHECK(findings_after("notepad zip", ".txt").empty());
  CHECK(findings_after("7z a out", ".7z D:\\x", 9).empty());
}

TEST_CASE(
    "a backup that makes its archives every night is a habit, whatever dates their names have") {
  Story story;
  for (const auto* const day : {"2026-03-24", "2026-03-25", "2026-03-26"})
    for (int i = 0; i < 12; ++i)
      story.add(command("7z a B:\\" + std::string(day) + "\\share" + std::to_string(i) + ".7z D:\\",
                        i, day));
  CHECK(story.findings({&archives_made_detector()}).size() == 3);  // three nights are too few
  const auto findings =
      findings_after("7z a B:\\2026-03-28\\share", ".7z D:\\", 12, "2026-03-28", story);
  CHECK(findings.empty());
}

}  // namespace digue::detect
