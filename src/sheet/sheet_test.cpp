// The sheets that are shipped.
#include "sheet/sheet.h"

#include <doctest/doctest.h>

#include <set>

#include "sheet/coverage.h"
#include "sheet/lint.h"

namespace digue::sheet {

static const Library& shipped() {
  static const auto library = built_in_library();
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().message.english));
  return *library;
}

static const Sheet& mail_account() {
  const auto* sheet = shipped().find("mail-account");
  REQUIRE(sheet != nullptr);
  return *sheet;
}

TEST_CASE("the shipped sheets have no error, and the mail-account one no warning either") {
  std::size_t warnings = 0;
  for (const auto& problem : lint(built_in_files()).problems) {
    const bool warning = problem.level == Problem::Level::warning;
    warnings += warning ? 1 : 0;
    if (!warning || problem.file == mail_account().file) FAIL_CHECK(told(problem).english);
  }
  if (warnings > 0) MESSAGE("warnings in the other sheets: " << warnings);
}

TEST_CASE("every mail-account line of the requirements is carried, in both languages") {
  const auto lines = coverage(shipped(), "mail-account");
  CHECK(lines.size() == 107);
  for (const auto& line : lines) {
    CHECK_MESSAGE(!line.carriers.empty(), line.id);
    CHECK_MESSAGE((line.in_french() && line.in_english()), line.id);
  }
}

TEST_CASE("every other line has a carrier or a written reason") {
  const auto lines = coverage(shipped(), "");
  CHECK(lines.size() > 300);
  for (const auto& line : lines) CHECK_MESSAGE(line.settled(), line.id);
}

TEST_CASE(
    "measures follow the priorities of the source: 3 is the workstation, 4 the other accesses") {
  const auto priority = [](const char* id) { return mail_account().measure(id)->priority; };
  CHECK(priority("mail-account/1") == Priority::p0);
  CHECK(priority("mail-account/2") == Priority::p0);
  CHECK(priority("mail-account/3") == Priority::p1);
  CHECK(priority("mail-account/4") == Priority::p1);
  CHECK(priority("mail-account/5") == Priority::p2);
  CHECK(priority("mail-account/6") == Priority::p2);
  CHECK(priority("mail-account/7") == Priority::p2);
  CHECK(priority("mail-account/8") == Priority::p3);
  CHECK(priority("mail-account/9") == Priority::p4);
  CHECK(priority("mail-account/10") == Priority::p4);
  CHECK(mail_account().measure("mail-account/3")->title.english.find("workstation") !=
        std::string::npos);
}

TEST_CASE("steps are written in the order to act in") {
  Priority last = Priority::before;
  for (const auto& step : mail_account().steps) {
    CHECK_MESSAGE(step.priority >= last, step.id);
    last = step.priority;
  }
}

TEST_CASE("French texts have their no-break spaces, and no straight apostrophe") {
  for (const auto& step : mail_account().steps)
    for (const auto* text : {&step.title.french, &step.text.french}) {
      CHECK_MESSAGE(text->find(" :") == std::string::npos, step.id);
      CHECK_MESSAGE(text->find(" ?") == std::string::npos, step.id);
      CHECK_MESSAGE(text->find('\'') == std::string::npos, step.id);
    }
}

}  // namespace digue::sheet
