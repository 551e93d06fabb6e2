#include "sheet/reading.h"
#include "sheet/testing.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml.h"

namespace digue::sheet {

static constexpr std::string_view good = R"(format: "1"
sheet: test
version: "1"
date: "2026-11-22"
title: {fr: "Essai", en: "Test"}
goal: {item: test/goal, fr: "Essayer", en: "Try"}
when: {fr: "Toujours", en: "Always"}
source: {publisher: "Nous", title: "Rien"}
licence: {name: "CC0", attribution: {fr: "Nous", en: "Us"}}
themes:
  - id: one
    title: {fr: "Un", en: "One"}
measures:
  - id: test/1
    theme: one
    priority: P0
    title: {fr: "Faire", en: "Do"}
    actions:
      - id: test/1.a
        section: "1"
        title: {fr: "Agir", en: "Act"}
        steps:
          - id: test/1.a.1
            kind: do
            title: {fr: "Couper : tout", en: "Cut: all"}
            destructive: yes
            undo: {fr: "Remettre", en: "Put back"}
            preservation: [{family: sign-ins, fr: "Les sessions", en: "The sessions"}]
            prerequisites: [test/1.a.2]
            analyses: [R10]
            scripts: [C5]
          - id: test/1.a.2
            kind: ask
            title: {fr: "Sûr ?", en: "Sure?"}
          - id: test/1.a.3
            kind: rule
            title: {fr: "Règle", en: "Rule"}
            rules:
              - when: {all: [{answer: test/1.a.2, is: [no, unknown]}, {accounts: "2"}]}
                effects: [{do: raise, to: P1, steps: [test/1.a.1]}]
                reason: {fr: "Parce que", en: "Because"}
)";

// The good sheet with one thing changed.
static std::string with(std::string_view from, std::string_view to) {
  return changed(good, from, to);
}

// What is said of it, in English, one problem a line.
static std::string problems_of(std::string_view bytes) {
  return told_in_english(read_sheet(bytes, "s.yaml").problems);
}

TEST_CASE("a good sheet is read whole, in order, with its places") {
  const auto reading = read_sheet(good, "s.yaml");
  CHECK(problems_of(good) == "");
  const auto& sheet = reading.sheet;
  REQUIRE(sheet.steps.size() == 3);
  CHECK(sheet.steps[0].title.french == "Couper\u00A0: tout");
  CHECK(sheet.steps[0].theme == "one");
  CHECK(sheet.steps[0].preservation[0].family == "sign-ins");
  CHECK(sheet.steps[0].place.line == 23);
  CHECK(sheet.steps[0].place.column == 17);
  CHECK(sheet.steps[1].options.size() == 3);
  REQUIRE(sheet.rules.size() == 1);
  CHECK(sheet.rules[0].when.parts[0].values == std::vector<std::string>{"no", "unknown"});
  CHECK(sheet.rules[0].effects[0].to == Priority::p1);
  CHECK(sheet.carriers.front().item == "test/goal");
  CHECK(load_sheet(good, "s.yaml").has_value());
}

TEST_CASE("a missing language is told with its place, in both languages") {
  const auto bad = with("{fr: \"Agir\", en: \"Act\"}", "{fr: \"Agir\"}");
  CHECK(problems_of(bad) ==
        "s.yaml, line 21, column 16: the English (en) text is missing. Write it: every text exists "
        "in French and in English.");
  CHECK(load_sheet(bad, "s.yaml")
            .error()
            .message.french.starts_with(
                "s.yaml, ligne 21, colonne 16 : il manque le texte anglais (en)."));
  CHECK(problems_of(with("en: \"Act\"", "en: \" \"")).find("the English (en) text is missing") !=
        std::string::npos);
}

TEST_CASE("an id written twice points at both lines") {
  CHECK(problems_of(with("id: test/1.a.2", "id: test/1.a.1"))
            .find("s.yaml, line 32, column 17: “test/1.a.1” is already written on line 23. Keep "
                  "one, or change one of them.") != std::string::npos);
}

TEST_CASE("an unknown kind is told with the kinds that exist") {
  CHECK(problems_of(with("kind: do", "kind: perform")) ==
        "s.yaml, line 24, column 19: “perform” is not accepted here. Write one of: do, look, ask, "
        "rule, alternative.");
}

TEST_CASE("a circle of prerequisites is shown whole") {
  const auto bad = with("title: {fr: \"Sûr ?\", en: \"Sure?\"}",
                        "title: {fr: \"Sûr ?\", en: \"Sure?\"}\n"
                        "            prerequisites: [test/1.a.1]");
  CHECK(problems_of(bad) ==
        "s.yaml, line 23, column 17: the prerequisites go round in a circle: test/1.a.1 → "
        "test/1.a.2 → test/1.a.1. Remove one of them.");
  CHECK(problems_of(with("prerequisites: [test/1.a.2]", "prerequisites: [test/1.a.1]"))
            .find("test/1.a.1 → test/1.a.1") != std::string::npos);
}

TEST_CASE("a reference that leads nowhere is refused") {
  CHECK(problems_of(with("prerequisites: [test/1.a.2]", "prerequisites: [test/9]"))
            .find("s.yaml, line 29, column 29: “test/9” is no step of this sheet.") == 0);
  CHECK(problems_of(with("theme: one", "theme: two")).find("there is no theme “two”") !=
        std::string::npos);
  CHECK(problems_of(with("answer: test/1.a.2, is: [no, unknown]", "answer: test/1.a.2, is: maybe"))
            .find("“maybe” is no answer to “test/1.a.2”. Write one of its options: yes, no, "
                  "unknown, none.") != std::string::npos);
  CHECK(problems_of(with("answer: test/1.a.2", "answer: test/1.a.1")).find("takes no answer") !=
        std::string::npos);
  CHECK(problems_of(with("{accounts: \"2\"}", "{evidence: test/8, is: yes}"))
            .find("nothing carries “test/8”") != std::string::npos);
}

TEST_CASE("a destructive step must say what to save and how to go back") {
  CHECK(problems_of(with("            undo: {fr: \"Remettre\", en: \"Put back\"}\n", ""))
            .find("say how to go back, or why one can’t (undo)") != std::string::npos);
  const auto start = good.find("            preservation");
  const auto line = good.substr(start, good.find('\n', start) + 1 - start);
  CHECK(problems_of(with(line, "")).find("say what must be saved first (preservation)") !=
        std::string::npos);
}

TEST_CASE("a misspelt or missing key is told") {
  CHECK(problems_of(with("analyses:", "analysis:")) ==
        "s.yaml, line 30, column 13: the key “analysis” is not known here. Check its spelling; "
        "docs/sheets.md lists them.");
  CHECK(problems_of(with("version: \"1\"\n", "")).find("the key “version” is missing here") !=
        std::string::npos);
}

TEST_CASE("prose without quotes is refused, for it can mean something else") {
  CHECK(problems_of(with("fr: \"Agir\"", "fr: Agir")) ==
        "s.yaml, line 21, column 21: put this sentence in quotes or in a block (>-).");
}

TEST_CASE("words of the format are checked") {
  CHECK(problems_of(with("destructive: yes", "destructive: true")).find("write yes or no") !=
        std::string::npos);
  CHECK(problems_of(with("[R10]", "[X10]")).find("“X10” is not a code") != std::string::npos);
  CHECK(problems_of(with("[R10]", "[sigma, R10]")).empty());
  CHECK(problems_of(with("2026-11-22", "22/11/2026")).find("write a date such as 2026-11-22") !=
        std::string::npos);
  CHECK(problems_of(with("test/1.a.2\n            kind", "TEST\n            kind"))
            .find("“TEST” is not an id") != std::string::npos);
  CHECK(problems_of(with("test/1.a.2\n            kind", "other/1\n            kind"))
            .find("“other/1” must start with “test/”") != std::string::npos);
  CHECK(problems_of(with("format: \"1\"", "format: \"2\"")).find("it reads format 1") !=
        std::string::npos);
  CHECK(
      problems_of(with("accounts: \"2\"", "accounts: \"many\"")).find("a number from 1 to 1000") !=
      std::string::npos);
  CHECK(problems_of(with("do: raise, to: P1", "do: raise")).find("the key “to” is missing") !=
        std::string::npos);
}

TEST_CASE("a question must offer unknown") {
  const auto bad = with("title: {fr: \"Sûr ?\", en: \"Sure?\"}",
                        "title: {fr: \"Sûr ?\", en: \"Sure?\"}\n            options:\n"
                        "              - {value: yes, label: {fr: \"Oui\", en: \"Yes\"}}\n"
                        "              - {value: no, label: {fr: \"Non\", en: \"No\"}}");
  CHECK(problems_of(bad).find("must offer the option “unknown”") != std::string::npos);
}

TEST_CASE("a title without its verb, a question without its mark and a hard text are warnings") {
  const auto only = [](const std::string& bytes, std::string_view warning) {
    CHECK_MESSAGE(problems_of(bytes).find(warning) == 0, problems_of(bytes));
    CHECK(load_sheet(bytes, "s.yaml").has_value());
  };
  only(with("fr: \"Couper : tout\"", "fr: \"Coupure\""),
       "s.yaml, line 25, column 25: the French title does not begin with a verb. Write what is to "
       "be done: “Couper…”.");
  only(with("fr: \"Sûr ?\"", "fr: \"Sûr\""),
       "s.yaml, line 34, column 25: a question ends in “?”. Write this title as a question.");
  const std::string hard =
      "La désactivation systématique des authentifications intermédiaires conditionne "
      "l’identification ultérieure des multiples responsabilités organisationnelles.";
  only(with("destructive: yes",
            "destructive: yes\n            text: {fr: \"" + hard + "\", en: \"Cut first.\"}"),
       "s.yaml, line 27, column 24: this French text is hard to read: -");
}

TEST_CASE("a sentence of a step may be shorter than one that is read once") {
  std::string words = "One";
  for (int i = 0; i < 15; ++i) words += " more";
  const auto in_step = problems_of(with("en: \"Sure?\"", "en: \"" + words + "?\""));
  CHECK_MESSAGE(in_step.find("s.yaml, line 34, column 39: a sentence of the English (en) text has "
                             "16 words; aim at 15 at most.") == 0,
                in_step);
  CHECK(problems_of(with("en: \"Try\"", "en: \"" + words + "\"")) == "");
}

TEST_CASE("a long sentence and a straight apostrophe are warnings, not errors") {
  std::string words = "One";
  for (int i = 0; i < 20; ++i) words += " more";
  const auto wordy = with("en: \"Act\"", "en: \"" + words + "\"");
  CHECK(problems_of(wordy).find("a sentence of the English (en) text has 21 words") !=
        std::string::npos);
  CHECK(load_sheet(wordy, "s.yaml").has_value());
  const auto straight = with("fr: \"Agir\"", "fr: \"L'acte\"");
  CHECK(problems_of(straight).find("write the apostrophe ’") != std::string::npos);
  CHECK(load_sheet(straight, "s.yaml").has_value());
}

static std::string key_of(std::size_t bytes) {
  std::string line = "a: \"";
  line.resize(line.size() + bytes, 'x');
  return line + "\"\n";
}

// Each line names the one before twice: 2^20 values, if it were followed.
static std::string anchors_bomb() {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 20; ++i) bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}]\n", i, i - 1);
  return bomb;
}

TEST_CASE("bombs are refused at the door, with a place and at once") {
  CHECK(problems_of(key_of(10'000'000)).find("over the limit") != std::string::npos);
  CHECK(problems_of(key_of(max_yaml_line + 1)).find("s.yaml, line 1, column 20001") == 0);
  CHECK(problems_of(anchors_bomb())
            .find("s.yaml, line 1, column 5: anchors and aliases (&, *) are refused") == 0);
  CHECK(problems_of(std::string(100, '[')).find("over the limit") != std::string::npos);
}

TEST_CASE("what is no sheet at all is told, never crashed on") {
  CHECK(problems_of("").find("keys and values are needed") != std::string::npos);
  CHECK(problems_of("- a\n- b\n").find("keys and values are needed") != std::string::npos);
  CHECK(problems_of("\xff\xfe").find("not UTF-8") != std::string::npos);
  CHECK(problems_of("a: \"b").find("unreadable YAML") != std::string::npos);
  for (std::size_t cut = 0; cut < good.size(); ++cut) {
    const auto reading = read_sheet(good.substr(0, cut), "s.yaml");
    CHECK(reading.problems.size() < 1000);
  }
}

TEST_CASE("thousands of mistakes give a bounded list") {
  std::string bytes(good);
  bytes += "remarks:\n";
  for (int i = 0; i < 900; ++i) bytes += "  - {wrong: a, worse: b}\n";
  CHECK(read_sheet(bytes, "s.yaml").problems.size() == 1000);
}

TEST_CASE("items must be in the requirements, once these know of the sheet") {
  const auto sheet = *load_sheet(good, "s.yaml");
  const std::vector<std::string> sheets{"test"};
  const Requirement other{"other/1", "", "", "", "", ""}, first{"test/goal", "", "", "", "", ""};
  const auto check_among = [&](const std::vector<Requirement>& requirements) {
    return check_outward(sheet, {requirements, sheets, {}, {}, {}});
  };
  CHECK(check_among({other}).empty());
  const auto problems = check_among({other, first});
  REQUIRE(problems.size() == 3);
  CHECK(told(problems[0]).english ==
        "s.yaml, line 23, column 17: “test/1.a.1” is not in requirements.tsv. Correct the id.");
}

TEST_CASE("a link to a sheet that is not there is refused") {
  auto sheet = *load_sheet(good, "s.yaml");
  sheet.steps[0].links.push_back({"elsewhere", "", {"x", "x"}});
  const std::vector<std::string> sheets{"test"};
  const auto problems = check_outward(sheet, {{}, sheets, {}, {}, {}});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.english.find("there is no sheet “elsewhere”") == 0);
}

}  // namespace digue::sheet
