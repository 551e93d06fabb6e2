#include "cacao/condition_text.h"

#include <algorithm>

#include "base/text.h"

namespace digue::cacao {

using sheet::AnswerType;
using sheet::Condition;
using sheet::Effect;

static Test combined(Test::Kind kind, std::vector<Test> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Test test;
  test.kind = kind;
  test.parts = std::move(parts);
  return test;
}

static Test comparison(const Condition& condition, std::string_view how, std::string value) {
  Test test;
  test.kind = Test::Kind::comparison;
  test.about = condition.kind;
  test.item = condition.item;
  test.comparison = how;
  test.value = std::move(value);
  return test;
}

// An answer is empty until it is given; one that takes several has them apart by spaces.
static Test value_test(const sheet::Sheet& sheet, const Condition& condition,
                       const std::string& value) {
  if (value == "none") return comparison(condition, "=", "");
  if (value == "some")
    return combined(Test::Kind::all,
                    {comparison(condition, "!=", ""), comparison(condition, "!=", "no"),
                     comparison(condition, "!=", "unknown")});
  const auto* step = sheet.step(condition.item);
  const bool several = condition.kind == Condition::Kind::answer && step != nullptr &&
                       step->answer == AnswerType::several;
  if (several) return comparison(condition, "MATCHES", "(^| )" + value + "( |$)");
  return comparison(condition, "=", value);
}

static std::string_view opposite(std::string_view how) {
  static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"=", "!="}, {">=", "<"}, {"MATCHES", "NOT MATCHES"}};
  for (const auto& [one, other] : pairs) {
    if (how == one) return other;
    if (how == other) return one;
  }
  return how;
}

// NOT stands within a comparison, in that grammar: it is pushed down to them.
static Test negated(Test test) {
  if (test.kind == Test::Kind::comparison) {
    test.comparison = opposite(test.comparison);
    return test;
  }
  test.kind = test.kind == Test::Kind::all ? Test::Kind::any : Test::Kind::all;
  for (auto& part : test.parts) part = negated(std::move(part));
  return test;
}

Test test_of(const sheet::Sheet& sheet, const Condition& condition) {
  std::vector<Test> parts;
  for (const auto& part : condition.parts) parts.push_back(test_of(sheet, part));
  switch (condition.kind) {
    case Condition::Kind::always:
      return {};
    case Condition::Kind::all:
      return combined(Test::Kind::all, std::move(parts));
    case Condition::Kind::any:
      return combined(Test::Kind::any, std::move(parts));
    case Condition::Kind::negation:
      return parts.empty() ? Test{} : negated(std::move(parts.front()));
    case Condition::Kind::accounts:
      return comparison(condition, ">=", std::to_string(condition.at_least));
    default:
      break;
  }
  for (const auto& value : condition.values) parts.push_back(value_test(sheet, condition, value));
  return combined(Test::Kind::any, std::move(parts));
}

Test shown(const sheet::Sheet& sheet, const sheet::Step& step) {
  std::vector<Test> shows, stays;
  for (const auto& rule : sheet.rules)
    for (const auto& effect : rule.effects) {
      if (std::find(effect.steps.begin(), effect.steps.end(), step.id) == effect.steps.end())
        continue;
      if (effect.kind == Effect::Kind::show) shows.push_back(test_of(sheet, rule.when));
      if (effect.kind == Effect::Kind::hide) stays.push_back(negated(test_of(sheet, rule.when)));
    }
  if (!step.hidden && stays.empty()) return {};
  if (!step.hidden) shows.push_back(combined(Test::Kind::all, std::move(stays)));
  return combined(Test::Kind::any, std::move(shows));
}

void gather(const Test& test, Condition::Kind about, std::vector<std::string>& items) {
  if (test.kind == Test::Kind::comparison && test.about == about) items.push_back(test.item);
  for (const auto& part : test.parts) gather(part, about, items);
}

// A number stands bare; a text between quotes, its own ones escaped.
static std::string literal(const Test& test) {
  if (test.about == Condition::Kind::accounts) return test.value;
  std::string out = "'";
  for (const char c : test.value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string pattern_of(const Test& test, const VariableName& name) {
  if (test.kind == Test::Kind::comparison)
    return name(test.about, test.item) + ":value " + test.comparison + " " + literal(test);
  std::vector<std::string> parts;
  for (const auto& part : test.parts) parts.push_back(pattern_of(part, name));
  return "(" + join(parts, test.kind == Test::Kind::all ? " AND " : " OR ") + ")";
}

std::string three_words_of(const Test& test, const VariableName& name) {
  const bool sayable = test.kind == Test::Kind::comparison && !test.value.empty() &&
                       test.about == Condition::Kind::answer &&
                       (test.comparison == "=" || test.comparison == "!=");
  return sayable ? name(test.about, test.item) + ":value " + test.comparison + " " + test.value
                 : std::string();
}

}  // namespace digue::cacao
