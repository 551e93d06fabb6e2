// The clocks, as data: what ships, and what is refused.
#include "sheet/clocks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sheet/library.h"
#include "sheet/testing.h"

namespace digue::sheet {

namespace {

const std::string good = R"(format: "1"
version: "1.0"
date: "2026-11-22"
about: {fr: "Un.", en: "One."}
clocks:
  - id: first
    title: {fr: "Dire", en: "Tell"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    applies: {regulated: [health], insured: yes}
    regimes:
      - valid_from: "2020-01-01"
        valid_to: "2021-12-31"
        hours: "72"
        checked: "2026-11-22"
        source: {fr: "Loi", en: "Act"}
      - valid_from: "2022-01-01"
        hours: "96"
        checked: "2026-11-22"
        source: {fr: "Loi", en: "Act"}
  - id: second
    after: first
    title: {fr: "Dire", en: "Tell"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    regimes:
      - months: "1"
        checked: "2026-11-22"
        source: {fr: "Loi", en: "Act"}
)";

std::string with(std::string_view from, std::string_view to) {
  return changed(good, from, to);
}

// The first problem, with its place.
std::string problem_of(const std::string& bytes) {
  const auto reading = read_clocks(bytes, "clocks.yaml");
  return reading.problems.empty() ? "" : told(reading.problems.front()).english;
}

}  // namespace

TEST_CASE("a clock has one starting fact and a regime for each time") {
  const auto reading = read_clocks(good, "clocks.yaml");
  REQUIRE(reading.problems.empty());
  const auto* first = reading.clocks.find("first");
  REQUIRE(first != nullptr);
  CHECK(first->scope.regulated == std::vector<std::string>{"health"});
  CHECK(first->scope.insured);
  CHECK(first->regime_on("2019-12-31") == nullptr);
  REQUIRE(first->regime_on("2021-12-31") != nullptr);
  CHECK(first->regime_on("2021-12-31")->limit.count == 72);
  CHECK(first->regime_on("2022-01-01")->limit.count == 96);
  CHECK(reading.clocks.find("second")->after == "first");
  CHECK(reading.clocks.find("second")->regime_on("1999-01-01")->limit.kind ==
        TimeLimit::Kind::months);
}

TEST_CASE("each mistake is told with its line, its column and what to do") {
  CHECK(problem_of(with("hours: \"96\"", "hours: \"96\"\n        months: \"1\"")) ==
        "clocks.yaml, line 18, column 9: write one time limit: hours, months, without_delay: yes "
        "or contract: yes.");
  CHECK(problem_of(with("        hours: \"96\"\n", "")).find("line 18, column 9: write one time") !=
        std::string::npos);
  CHECK(problem_of(with("hours: \"72\"", "hours: \"0\"")).find("line 15, column 16") !=
        std::string::npos);
  CHECK(
      problem_of(with("2021-12-31", "2022-06-30")).find("line 18, column 9: this regime starts") !=
      std::string::npos);
  CHECK(
      problem_of(with("2021-12-31", "2019-12-31")).find("line 13, column 9: this regime starts") !=
      std::string::npos);
  CHECK(problem_of(with("after: first", "after: third")).find("“third” is no clock") !=
        std::string::npos);
  CHECK(problem_of(with("regulated: [health]", "regulated: [hospital]")).find("nis2-essential") !=
        std::string::npos);
  CHECK(problem_of(with("    whom: {fr: \"Nous.\", en: \"Us.\"}\n", "")).find("whom") !=
        std::string::npos);
  CHECK(problem_of(with("    how: {fr: \"Ainsi.\", en: \"So.\"}\n", "    how: {fr: \"Ainsi.\"}\n"))
            .find("line 10") != std::string::npos);
  CHECK(
      problem_of(with("checked: \"2026-11-22\"", "checked: \"hier\"")).find("line 16, column 18") !=
      std::string::npos);
  CHECK(problem_of(with("version: \"1.0\"", "version: &a \"1.0\"")).find("anchors") !=
        std::string::npos);
  CHECK(problem_of(with("after: first", "suggest: dawn")).find("dawn") != std::string::npos);
}

TEST_CASE("a contact that nobody knows is told where the clock is written") {
  const auto reading =
      read_clocks(with("    after: first", "    contact: cnill\n    after: first"), "clocks.yaml");
  REQUIRE(reading.problems.empty());
  const std::vector<std::string> known = {"cnil"};
  const auto problems = check_contacts(reading.clocks, known);
  REQUIRE(problems.size() == 1);
  CHECK(told(problems[0]).english.starts_with("clocks.yaml, line 22, column 9:"));
  CHECK(problems[0].message.english.find("“cnill”") != std::string::npos);
}

TEST_CASE("clocks that wait for each other are refused") {
  const auto circle = with("  - id: first\n", "  - id: first\n    after: second\n");
  CHECK(problem_of(circle).find("“first” ends up waiting for itself") != std::string::npos);
  CHECK(problem_of(with("after: first", "after: second")).find("waiting for itself") !=
        std::string::npos);
}

TEST_CASE("the clocks that ship say what each regime rests on, and when it was checked") {
  const auto library = built_in_library();
  REQUIRE(library);
  const auto& clocks = library->clocks;
  REQUIRE(clocks.present());
  for (const auto id : usual_clocks) CHECK_MESSAGE(clocks.find(id) != nullptr, id);
  for (const auto& clock : clocks.clocks) {
    CAPTURE(clock.id);
    CHECK_FALSE(clock.regimes.empty());
    for (const auto& regime : clock.regimes) CHECK(regime.checked.size() == 10);
    CHECK(clock.off == clock.id.starts_with("nis2"));
  }
  CHECK(clocks.find("cnil")->regime_on("2026-11-22")->limit.count == 72);
  CHECK(clocks.find("nis2-final")->regime_on("2026-11-22")->limit.kind == TimeLimit::Kind::months);
  CHECK(clocks.find("health")->regime_on("2022-04-28") !=
        clocks.find("health")->regime_on("2022-04-29"));
}

TEST_CASE("the declarations of the requirements are carried by the clocks") {
  const auto library = built_in_library();
  REQUIRE(library);
  const auto* data = library->data_file("clocks");
  REQUIRE(data != nullptr);
  for (const auto& requirement : library->requirements) {
    if (!requirement.id.starts_with("declare.")) continue;
    CAPTURE(requirement.id);
    CHECK(std::any_of(data->carriers.begin(), data->carriers.end(), [&](const Carrier& carrier) {
      return carrier.item == requirement.id && carrier.french && carrier.english;
    }));
  }
}

}  // namespace digue::sheet
