// What a sheet may say beside its steps: time boxes, temporary measures, proofs, proposals, calls,
// clocks, lists of names; and the files that are not sheets.
#include <doctest/doctest.h>

#include "base/text.h"
#include "sheet/coverage.h"
#include "sheet/lint.h"
#include "sheet/reading.h"
#include "sheet/testing.h"

namespace digue::sheet {

static constexpr std::string_view good = R"(format: "1"
sheet: test
version: "1"
date: "2026-11-22"
kind: qualification
time_box: "60"
own: yes
title: {fr: "Essai", en: "Test"}
goal: {fr: "Essayer", en: "Try"}
when: {fr: "Toujours", en: "Always"}
source: {publisher: "Digue", title: "Essai"}
sources:
  - {title: "Guide", publisher: "ANSSI", licence: "Licence Ouverte 2.0", reference: "G-1"}
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
            title: {fr: "Isoler", en: "Isolate"}
            temporary: {review_hours: "24", lifted_by: test/1.a.2}
            proof: {evidence: mail-account/3.a.1, fr: "Plus de trafic.", en: "No more traffic."}
          - id: test/1.a.2
            kind: do
            title: {fr: "Lever", en: "Lift"}
          - id: test/1.a.3
            kind: ask
            answer: hosts
            title: {fr: "Quelles machines ?", en: "Which machines?"}
          - id: test/1.a.4
            kind: ask
            mark: conclusion
            title: {fr: "Grave ?", en: "Serious?"}
            propose:
              - value: yes
                when: {answer: test/1.a.3, is: some}
                reason: {fr: "Des machines.", en: "Machines."}
              - value: no
                when: {answer: test/1.a.3, is: [no, none]}
                reason: {fr: "Aucune.", en: "None."}
          - id: test/1.a.5
            kind: rule
            title: {fr: "Appeler", en: "Call"}
            rules:
              - when: {answer: test/1.a.4, is: yes}
                effects:
                  - {do: call, contact: cert-fr}
                  - {do: clock, clock: cnil}
                reason: {fr: "Dites ce qui est atteint.", en: "Say what is hit."}
)";

static std::string with(std::string_view from, std::string_view to) {
  return changed(good, from, to);
}

static std::string problems_of(std::string_view bytes) {
  return told_in_english(lint({{"s.yaml", std::string(bytes)}}, {"beside"}).problems);
}

// The requirements name the item that evidence speaks to.
static const SheetFile requirements{
    "requirements.tsv",
    "id\tsource\tkind\tpriority\titem\tproduct\nmail-account/3.a.1\ts\tk\tp\ti\tp\n"};

static std::string problems_among(std::string_view bytes, std::vector<SheetFile> others) {
  others.push_back({"s.yaml", std::string(bytes)});
  others.push_back(requirements);
  return told_in_english(lint(others, {"beside"}).problems);
}

TEST_CASE("the additions are read whole") {
  CHECK(problems_among(good, {}) == "");
  const auto sheet = read_sheet(good, "s.yaml").sheet;
  CHECK(sheet.kind == SheetKind::qualification);
  CHECK(sheet.time_box_minutes == 60);
  CHECK(sheet.own);
  REQUIRE(sheet.sources.size() == 1);
  CHECK(sheet.sources[0].licence == "Licence Ouverte 2.0");
  CHECK(sheet.steps[0].temporary->review_hours == 24);
  CHECK(sheet.steps[0].temporary->lifted_by == "test/1.a.2");
  CHECK(sheet.steps[0].proof->evidence == "mail-account/3.a.1");
  CHECK(sheet.steps[0].proof->text.english == "No more traffic.");
  CHECK(sheet.steps[2].answer == AnswerType::hosts);
  CHECK(sheet.steps[2].options.empty());
  CHECK(sheet.steps[3].conclusion);
  REQUIRE(sheet.steps[3].proposals.size() == 2);
  CHECK(sheet.steps[3].proposals[1].when.values == std::vector<std::string>{"no", "none"});
  REQUIRE(sheet.rules.size() == 1);
  CHECK(sheet.rules[0].effects[0].contact == "cert-fr");
  CHECK(sheet.rules[0].effects[1].clock == "cnil");
}

TEST_CASE("a sheet that says none of it is a containment sheet of a publisher") {
  const auto sheet =
      read_sheet(with("kind: qualification\ntime_box: \"60\"\nown: yes\n", ""), "s.yaml").sheet;
  CHECK(sheet.kind == SheetKind::containment);
  CHECK(sheet.time_box_minutes == 0);
  CHECK_FALSE(sheet.own);
}

TEST_CASE("a step named by a temporary measure must exist, and be another one") {
  CHECK(problems_of(with("lifted_by: test/1.a.2", "lifted_by: test/9"))
            .find("s.yaml, line 31, column 56: “test/9” is no step of this sheet.") !=
        std::string::npos);
  CHECK(problems_of(with("lifted_by: test/1.a.2", "lifted_by: test/1.a.1"))
            .find("s.yaml, line 31, column 56: “test/1.a.1” can’t lift itself.") !=
        std::string::npos);
  CHECK(problems_of(with("review_hours: \"24\"", "review_hours: soon"))
            .find("s.yaml, line 31, column 39: write a number from 1 to 1000 here.") !=
        std::string::npos);
  CHECK(problems_of(with("review_hours: \"24\", ", ""))
            .find("s.yaml, line 31, column 24: the key “review_hours” is missing here.") !=
        std::string::npos);
}

TEST_CASE("a proposal must be an option of its question") {
  CHECK(problems_of(with("- value: no\n", "- value: perhaps\n"))
            .find("s.yaml, line 48, column 24: “perhaps” is no answer to “test/1.a.4”. Write one "
                  "of its options: yes, no, unknown.") != std::string::npos);
  CHECK(
      problems_of(with("when: {answer: test/1.a.3, is: some}", "when: {answer: test/9, is: some}"))
          .find("s.yaml, line 46, column 32: “test/9” is no step of this sheet.") !=
      std::string::npos);
}

TEST_CASE("a list of names is asked about as a whole") {
  CHECK(problems_of(with("is: some", "is: yes"))
            .find("“yes” is no answer to “test/1.a.3”. Write one of its options: no, unknown, "
                  "some, none.") != std::string::npos);
  CHECK(
      problems_of(with("answer: hosts", "answer: hosts\n            options: []"))
          .find("s.yaml, line 39, column 22: a question whose answer is “hosts” has no options.") !=
      std::string::npos);
  CHECK(problems_of(with("answer: hosts", "answer: machines"))
            .find("s.yaml, line 38, column 21: “machines” is not accepted here.") !=
        std::string::npos);
}

TEST_CASE("each key goes on its own kind of step") {
  const auto moved = with("            answer: hosts\n",
                          "            temporary: {review_hours: \"2\", lifted_by: test/1.a.2}\n");
  CHECK(problems_of(moved).find(
            "s.yaml, line 38, column 24: “temporary” goes on a step of kind do only.") !=
        std::string::npos);
  CHECK(problems_of(with("kind: ask\n            mark", "kind: look\n            mark"))
            .find("“mark” goes on a step of kind ask only") != std::string::npos);
  CHECK(problems_of(with("mark: conclusion", "mark: end"))
            .find("s.yaml, line 42, column 19: “end” is not accepted here. Write one of: "
                  "conclusion.") != std::string::npos);
}

TEST_CASE("a contact and a clock must be known") {
  CHECK(problems_of(with("contact: cert-fr", "contact: cert-france"))
            .find("s.yaml, line 57, column 41: there is no contact “cert-france”. Write one of "
                  "these: cert-fr, csirt-regional") != std::string::npos);
  CHECK(
      problems_of(with("clock: cnil", "clock: gdpr"))
          .find("s.yaml, line 58, column 40: there is no clock “gdpr”. Write one of these: cnil") !=
      std::string::npos);
  const SheetFile contacts{"contacts.yaml", R"(format: "1"
version: "1"
date: "2026-11-22"
about: {fr: "Qui appeler.", en: "Whom to call."}
contacts:
  - id: plumber
    title: {fr: "Le plombier", en: "The plumber"}
    whom: {fr: "Pour les fuites.", en: "For leaks."}
    fill: yes
)"};
  CHECK(problems_among(good, {contacts}).find("Write one of these: plumber.") != std::string::npos);
  CHECK(problems_among(with("contact: cert-fr", "contact: plumber"), {contacts}) == "");
}

TEST_CASE("a call and a clock aim at no step, and other effects at no contact") {
  CHECK(problems_of(with("contact: cert-fr}", "contact: cert-fr, steps: [test/1.a.1]}"))
            .find("s.yaml, line 57, column 57: “steps” does not go with “do: call”. Remove it.") !=
        std::string::npos);
  CHECK(problems_of(with(", contact: cert-fr", ""))
            .find("s.yaml, line 57, column 21: the key “contact” is missing here.") !=
        std::string::npos);
  CHECK(problems_of(with("do: clock,", "do: call, contact: cnil,"))
            .find("“clock” does not go with “do: call”") != std::string::npos);
}

TEST_CASE("evidence of another sheet must be known somewhere") {
  CHECK(problems_among(with("evidence: mail-account/3.a.1", "evidence: mail-account/3.z"), {})
            .find("s.yaml, line 32, column 31: no sheet carries “mail-account/3.z”") !=
        std::string::npos);
  CHECK(problems_of(with("evidence: mail-account/3.a.1", "evidence: test/3.z"))
            .find("nothing carries “test/3.z” in this sheet") != std::string::npos);
}

TEST_CASE("a sheet of ours says so, and what it was written from") {
  CHECK(problems_of(with("publisher: \"Digue\"", "publisher: \"ANSSI\""))
            .find("s.yaml, line 11, column 21: an “own” sheet is ours: write “Digue”") !=
        std::string::npos);
  const auto from = good.find("sources:\n");
  const auto line = good.substr(from, good.find("licence: {name") - from);
  CHECK(problems_of(with(line, ""))
            .find("s.yaml, line 7, column 6: an “own” sheet says what it "
                  "was written from: add sources.") != std::string::npos);
  CHECK(problems_of(with(", licence: \"Licence Ouverte 2.0\"", ""))
            .find("s.yaml, line 13, column 5: the key “licence” is missing here.") !=
        std::string::npos);
}

TEST_CASE("an option can’t take a word that conditions keep for themselves") {
  const auto bad = with("mark: conclusion",
                        "options:\n"
                        "              - {value: none, label: {fr: \"Rien\", en: \"Nothing\"}}\n"
                        "              - {value: unknown, label: {fr: \"Quoi ?\", en: \"What?\"}}");
  CHECK(problems_of(bad).find("s.yaml, line 43, column 25: “none” means something else in "
                              "conditions.") != std::string::npos);
}

static std::string linked(std::string_view id, std::string_view to) {
  auto text = with("            answer: hosts\n",
                   "            links: [{sheet: " + std::string(to) +
                       ", title: {fr: \"Suite\", en: \"Next\"}}]\n            answer: hosts\n");
  for (auto at = text.find("test"); at != std::string::npos; at = text.find("test", at + id.size()))
    text.replace(at, 4, id);
  return text;
}

TEST_CASE("sheets may lead to each other in a circle, but not to one that is not there") {
  const std::vector<SheetFile> circle{
      requirements, {"a.yaml", linked("aaaa", "bbbb")}, {"b.yaml", linked("bbbb", "aaaa")}};
  CHECK(told_in_english(lint(circle).problems) == "");
  const std::vector<SheetFile> dead{requirements, {"a.yaml", linked("aaaa", "bbbb")}};
  CHECK(told_in_english(lint(dead).problems)
            .find("a.yaml, line 38, column 29: there is no sheet “bbbb”.") == 0);
  CHECK(told_in_english(lint(dead, {"bbbb"}).problems) == "");
}

TEST_CASE("a file of data gives its ids and carries its items, in the languages that it has") {
  const auto read = read_data(
      "version: \"1\"\ncontacts:\n  - id: cert-fr\n    item: contacts.4\n"
      "    title: {fr: \"CERT-FR\", en: \"CERT-FR\"}\n  - id: lead\n    items: [contacts.1, "
      "contacts.2]\n    fr: \"Vous\"\n",
      "contacts", "contacts.yaml");
  CHECK(read.problems.empty());
  CHECK(read.data.ids == std::vector<std::string>{"cert-fr", "lead"});
  REQUIRE(read.data.carriers.size() == 3);
  CHECK(read.data.carriers[0].english);
  CHECK(read.data.carriers[2].item == "contacts.2");
  CHECK(read.data.carriers[2].french);
  CHECK_FALSE(read.data.carriers[2].english);
  CHECK(carrier_name("contacts", read.data.carriers[0]) == "contacts");
}

TEST_CASE("a file of data that can’t be read is told with its place") {
  const auto told_of = [](std::string_view bytes) {
    return told_in_english(read_data(bytes, "clocks", "clocks.yaml").problems);
  };
  CHECK(told_of("clocks: [{id: cnil}, {id: cnil}]\n") ==
        "clocks.yaml, line 1, column 27: “cnil” is already written on line 1 of this file. Change "
        "one of them.");
  CHECK(told_of("- a\n").find("clocks.yaml, line 1, column 1: keys and values") == 0);
  CHECK(told_of("a: &b c\n").find("clocks.yaml, line 1, column 4: anchors") == 0);
}

TEST_CASE("what data carries counts in the coverage, and is no sheet") {
  const auto linted = lint(
      {{"contacts.yaml", "contacts: [{id: x, item: mail-account/3.a.1, fr: \"a\", en: \"b\"}]\n"},
       requirements});
  CHECK(linted.library.sheets.empty());
  REQUIRE(linted.library.data_file("contacts") != nullptr);
  CHECK(linted.library.data_file("clocks") == nullptr);
  CHECK(coverage(linted.library, "mail-account").at(0).settled());
}

}  // namespace digue::sheet
