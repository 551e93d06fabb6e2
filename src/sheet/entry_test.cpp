// The ways in, as data: what ships leads somewhere, and what is refused.
#include "sheet/entry.h"

#include <doctest/doctest.h>

#include <set>

#include "sheet/library.h"

namespace digue::sheet {

namespace {

std::string with_options(const std::string& options) {
  return "format: \"1\"\nversion: \"1.0\"\ndate: \"2026-11-22\"\n"
         "ways:\n  - {sheet: phishing, fr: \"Un.\", en: \"One.\"}\n"
         "questions:\n"
         "  - id: first\n    fr: \"Quoi ?\"\n    en: \"What?\"\n    options:\n" +
         options +
         "  - id: second\n    fr: \"Quoi ?\"\n    en: \"What?\"\n    options:\n"
         "      - {sheet: phishing, fr: \"Oui\", en: \"Yes\"}\n";
}

}  // namespace

TEST_CASE("every way in of the product leads to a sheet that is there") {
  const auto library = built_in_library();
  REQUIRE(library);
  REQUIRE(library->entry.present());
  for (const auto& way : library->entry.ways) CHECK(library->find(way.sheet) != nullptr);
  std::set<std::string> reached;
  for (const auto& question : library->entry.questions)
    for (const auto& option : question.options)
      if (!option.sheet.empty()) reached.insert(option.sheet);
  for (const auto& sheet :
       {"ransomware", "mail-malware", "phishing", "mail-account", "any-incident"})
    CHECK(reached.contains(sheet));
}

TEST_CASE("who does not know anything comes to a sheet in five answers at most") {
  const auto library = built_in_library();
  REQUIRE(library);
  const auto* question = &library->entry.questions.front();
  int asked = 0;
  std::string sheet;
  while (question != nullptr && sheet.empty()) {
    ++asked;
    sheet = question->options.back().sheet;
    question = library->entry.question(question->options.back().next);
  }
  CHECK(sheet == "any-incident");
  CHECK(asked <= 5);
}

TEST_CASE("an answer that leads back, nowhere, or to two places is refused with its line") {
  const auto back =
      read_entry(with_options("      - {next: first, fr: \"Oui\", en: \"Yes\"}\n"), "entry.yaml");
  REQUIRE(back.problems.size() == 1);
  CHECK(back.problems[0].place.line == 11);
  CHECK(told(back.problems[0]).english.find("first") != std::string::npos);
  const auto nowhere =
      read_entry(with_options("      - {fr: \"Oui\", en: \"Yes\"}\n"), "entry.yaml");
  REQUIRE(nowhere.problems.size() == 1);
  CHECK(nowhere.problems[0].place.line == 11);
  const auto two = read_entry(
      with_options("      - {next: second, sheet: phishing, fr: \"Oui\", en: \"Yes\"}\n"),
      "entry.yaml");
  CHECK(two.problems.size() == 1);
  CHECK(read_entry(with_options("      - {next: second, fr: \"Oui\", en: \"Yes\"}\n"), "e.yaml")
            .problems.empty());
}

}  // namespace digue::sheet
