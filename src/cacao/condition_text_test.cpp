#include "cacao/condition_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "cacao/side_by_side.h"
#include "cacao/testing.h"

namespace digue::cacao {

using sheet::Condition;
using sheet::Situation;

static Condition answer_is(std::string step, std::vector<std::string> values) {
  return {Condition::Kind::answer, {}, std::move(step), std::move(values), 0};
}

static std::string variable(Condition::Kind, std::string_view item) {
  return "__" + std::string(item) + "__";
}

static std::string pattern(const Condition& condition) {
  static const sheet::Sheet nothing;
  return pattern_of(test_of(nothing, condition), variable);
}

TEST_CASE("a condition is written in the grammar of STIX patterns") {
  CHECK(pattern(answer_is("a", {"yes"})) == "__a__:value = 'yes'");
  CHECK(pattern(answer_is("a", {"yes", "unknown"})) ==
        "(__a__:value = 'yes' OR __a__:value = 'unknown')");
  CHECK(pattern(answer_is("a", {"none"})) == "__a__:value = ''");
  CHECK(pattern(answer_is("a", {"some"})) ==
        "(__a__:value != '' AND __a__:value != 'no' AND __a__:value != 'unknown')");
  const Condition both{
      Condition::Kind::all, {answer_is("a", {"x"}), answer_is("b", {"y", "z"})}, "", {}, 0};
  CHECK(pattern({Condition::Kind::negation, {both}, "", {}, 0}) ==
        "(__a__:value != 'x' OR (__b__:value != 'y' AND __b__:value != 'z'))");
  CHECK(pattern(
            {Condition::Kind::negation, {{Condition::Kind::accounts, {}, "", {}, 2}}, "", {}, 0}) ==
        "____:value < 2");
}

TEST_CASE("three words are said of one answer only, and of nothing that nobody gives") {
  static const sheet::Sheet nothing;
  const auto words = [](const Condition& condition) {
    return three_words_of(test_of(nothing, condition), variable);
  };
  CHECK(words(answer_is("a", {"yes"})) == "__a__:value = yes");
  CHECK(words({Condition::Kind::negation, {answer_is("a", {"yes"})}, "", {}, 0}) ==
        "__a__:value != yes");
  CHECK(words(answer_is("a", {"yes", "no"})).empty());
  CHECK(words(answer_is("a", {"none"})).empty());
  CHECK(words({Condition::Kind::state, {}, "a", {"done"}, 0}).empty());
  CHECK(words({Condition::Kind::accounts, {}, "", {}, 2}).empty());
}

// ------------------------------------------------------------------------- the same as the plan

static bool compared(const Test& test, const Situation& facts) {
  if (test.about == Condition::Kind::accounts) {
    const bool enough = facts.accounts >= std::stoi(test.value);
    return test.comparison == ">=" ? enough : !enough;
  }
  const auto value = test.about == Condition::Kind::answer  ? facts.answer(test.item)
                     : test.about == Condition::Kind::state ? facts.state(test.item)
                                                            : facts.evidence(test.item);
  if (test.comparison == "=" || test.comparison == "!=")
    return (value == test.value) == (test.comparison == "=");
  // "(^| )word( |$)"
  const auto word = " " + test.value.substr(5, test.value.size() - 10) + " ";
  const bool there = (" " + value + " ").find(word) != std::string::npos;
  return there == (test.comparison == "MATCHES");
}

static bool holds(const Test& test, const Situation& facts) {
  const auto part = [&](const Test& other) { return holds(other, facts); };
  if (test.kind == Test::Kind::comparison) return compared(test, facts);
  return test.kind == Test::Kind::all ? std::all_of(test.parts.begin(), test.parts.end(), part)
                                      : std::any_of(test.parts.begin(), test.parts.end(), part);
}

static Situation some_situation(const sheet::Sheet& sheet, std::mt19937& random) {
  static const std::vector<std::string> states{"to-do", "done", "impossible", "not-applicable"};
  static const std::vector<std::string> found{"", "yes", "no", "unknown"};
  Situation facts;
  facts.accounts = static_cast<int>(random() % 4);
  for (const auto& step : sheet.steps) {
    if (random() % 3 != 0 && !step.options.empty())
      facts.answers[step.id] = step.options[random() % step.options.size()].value;
    if (random() % 3 == 0 && step.answer == sheet::AnswerType::several && step.options.size() > 1)
      facts.answers[step.id] = step.options[0].value + " " + step.options[1].value;
    if (random() % 3 == 0 && step.options.empty()) facts.answers[step.id] = "jean srv-ad";
    facts.states[step.id] = states[random() % states.size()];
    facts.found[step.id] = found[random() % found.size()];
  }
  return facts;
}

TEST_CASE("a playbook shows the steps that the plan shows, whatever is known") {
  std::mt19937 random(11);
  for (const auto& sheet : library().sheets)
    for (int round = 0; round < 60; ++round) {
      const auto facts = some_situation(sheet, random);
      for (const auto& step : sheet.steps) {
        CAPTURE(step.id);
        CHECK(holds(shown(sheet, step), facts) == !sheet::standing(sheet, step, facts).hidden);
      }
    }
}

TEST_CASE("measures go side by side unless their steps look at each other") {
  const auto& sheet = *library().find("mail-account");
  for (const auto priority : {sheet::Priority::p0, sheet::Priority::p1, sheet::Priority::p2}) {
    Measures measures;
    for (const auto& measure : sheet.measures)
      if (measure.priority == priority) measures.push_back(&measure);
    const auto groups = side_by_side(sheet, measures);
    const auto group_of = [&](const std::string& measure) {
      for (std::size_t i = 0; i < groups.size(); ++i)
        for (const auto* one : groups[i])
          if (one->id == measure) return static_cast<int>(i);
      return -1;
    };
    for (const auto& step : sheet.steps)
      for (const auto& before : step.prerequisites) {
        const auto here = group_of(step.measure), there = group_of(sheet.step(before)->measure);
        if (here >= 0 && there >= 0) CHECK(here == there);
      }
    std::size_t count = 0;
    for (const auto& group : groups) count += group.size();
    CHECK(count == measures.size());
  }
}

}  // namespace digue::cacao
