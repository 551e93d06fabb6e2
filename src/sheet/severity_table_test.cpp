#include "sheet/severity_table.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "sheet/library.h"
#include "sheet/testing.h"

namespace digue::sheet {

static constexpr std::string_view good = R"(format: "1"
version: "7"
date: "2026-11-22"
settings:
  - {id: zones, value: "2", title: {fr: "Zones", en: "Zones"}}
inputs:
  - id: q1
    title: {fr: "Vu ?", en: "Seen?"}
    yes: {answer: a/1, is: yes}
    no: {answer: a/1, is: no}
    ask: [a/1]
  - id: q2
    title: {fr: "Large ?", en: "Wide?"}
    yes: {answer: a/2, is: yes}
    no: {answer: a/2, is: no}
    thresholds: [{count: a/3, setting: zones}]
    ask: [a/3, a/2]
axes:
  - id: extent
    title: {fr: "Étendue", en: "Extent"}
    levels:
      - {id: wide, title: {fr: "large", en: "wide"}, when: {input: q2}}
      - {id: none, title: {fr: "nulle", en: "none"}}
degrees:
  - id: bad
    title: {fr: "Grave", en: "Bad"}
    when: {all: [{axis: extent, at_least: wide}, {input: q1}]}
  - {id: fine, title: {fr: "Rien", en: "Fine"}}
precaution: bad
)";

static std::string with(std::string_view from, std::string_view to) {
  return changed(good, from, to);
}

static std::string problems_of(std::string_view bytes) {
  return told_in_english(read_severity_table(bytes, "s.yaml").problems);
}

TEST_CASE("a table is read with its levels from the least to the worst") {
  const auto reading = read_severity_table(good, "s.yaml");
  CHECK(problems_of(good) == "");
  const auto& table = reading.table;
  REQUIRE(table.inputs.size() == 2);
  CHECK(table.degrees.levels[1].id == "bad");
  CHECK(table.degrees.rank_named("fine") == 0);
  CHECK(table.precaution == 1);
  CHECK(table.settings[table.inputs[1].thresholds[0].setting].value == 2);
  CHECK(table.ranks(0b00) == std::vector<std::size_t>{0, 0});
  CHECK(table.ranks(0b10) == std::vector<std::size_t>{1, 0});
  CHECK(table.ranks(0b11) == std::vector<std::size_t>{1, 1});
}

TEST_CASE("each mistake in a table is told by line and column, with what to do") {
  const auto told = [](std::string_view from, std::string_view to) {
    return problems_of(with(from, to));
  };
  CHECK(told("precaution: bad", "precaution: worse") ==
        "s.yaml, line 29, column 13: “worse” is not found above in degrees. Correct it, or add it "
        "before.");
  CHECK(told("{input: q2}", "{input: q3}").starts_with("s.yaml, line 22"));
  CHECK(told("{input: q2}", "{not: {input: q2}}").find("“not” is not known here") !=
        std::string::npos);
  CHECK(told("axis: extent", "axis: later").find("in axes") != std::string::npos);
  CHECK(told("at_least: wide", "at_least: huge").find("in levels") != std::string::npos);
  CHECK(told("id: q2", "id: q1").find("“q1” is already written on line 7") != std::string::npos);
  CHECK(told("setting: zones}", "setting: areas}").find("in settings") != std::string::npos);
  CHECK(told("count: a/3, ", "").find("count or hours") != std::string::npos);
  CHECK(told("value: \"2\"", "value: \"two\"").find("1 to 1000") != std::string::npos);
  CHECK(told("en: \"Fine\"}}", "en: \"Fine\"}, when: {input: q1}}").find("remove “when”") !=
        std::string::npos);
  CHECK(told("en: \"wide\"}, when: {input: q2}}", "en: \"wide\"}}").find("“when” is missing") !=
        std::string::npos);
  CHECK(told("fr: \"Vu ?\", ", "").find("French") != std::string::npos);
  CHECK(told("ask: [a/1]", "ask: []").find("a list is needed") != std::string::npos);
}

TEST_CASE("a table of too many questions is refused: they could not all be tried") {
  std::string inputs;
  for (std::size_t i = 0; i <= max_inputs; ++i)
    inputs += "  - {id: x" + std::to_string(i) +
              ", title: {fr: \"a\", en: \"a\"}, yes: {answer: a/1, is: yes}, no: {answer: a/1, is: "
              "no}, ask: [a/1]}\n";
  CHECK(problems_of(with("inputs:\n", "inputs:\n" + inputs)).find("the limit is 16") !=
        std::string::npos);
}

TEST_CASE("a table that names a step or an answer that no sheet has is an error") {
  Sheet sheet;
  sheet.id = "a";
  for (const auto* id : {"a/1", "a/2", "a/3"}) {
    Step step;
    step.id = id;
    sheet.steps.push_back(step);
  }
  const auto reading = read_severity_table(good, "s.yaml");
  CHECK(check_table(reading, {}).empty());
  CHECK(check_table(reading, {sheet}).empty());
  sheet.steps[1].options = {{"perhaps", "", {}, {}}};
  CHECK(check_table(reading, {sheet}).size() == 2);
  sheet.steps.pop_back();
  CHECK(check_table(reading, {sheet}).size() == 4);
}

TEST_CASE("the table of the product reads, and all yes is its worst degree") {
  const auto library = built_in_library();
  REQUIRE_MESSAGE(library, library.error().message.english);
  const auto& table = library->severity;
  REQUIRE(table.present());
  CHECK(table.inputs.size() == 12);
  CHECK(table.degrees.levels.back().id == "crisis");
  CHECK(table.ranks(0xFFF).back() == 3);
  CHECK(table.ranks(0).back() == 0);
}

}  // namespace digue::sheet
