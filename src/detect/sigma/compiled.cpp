#include "detect/sigma/compiled.h"

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/text.h"

namespace digue::detect::sigma {

namespace {

// Names as a log has them.
class Naming final : public FieldNaming {
 public:
  Naming(const Dialect* dialect, FieldNames& names) : dialect_(dialect), names_(names) {}

  FieldId field(std::string_view name) override {
    if (dialect_ != nullptr)
      for (const auto& known : dialect_->names)
        if (known.rule == name) return names_.add(known.log);
    return names_.add(name);
  }

  std::string value(std::string_view field, std::string_view text) override {
    if (dialect_ != nullptr)
      for (const auto& word : dialect_->words)
        if (word.field == field && word.rule == lower(text)) return std::string(word.log);
    return std::string(text);
  }

 private:
  const Dialect* dialect_;
  FieldNames& names_;
};

bool holds(const Expression& expression, const std::vector<Search>& searches, Matching& matching) {
  switch (expression.kind) {
    case Expression::Kind::search:
      return searches[expression.search].holds(matching);
    case Expression::Kind::negation:
      return !holds(expression.children.front(), searches, matching);
    case Expression::Kind::at_least:
      break;
  }
  std::size_t held = 0, left = expression.children.size();
  for (const Expression& child : expression.children) {
    held += holds(child, searches, matching) ? 1 : 0;
    if (held == expression.count) return true;
    if (held + --left < expression.count) return false;
  }
  return held >= expression.count;
}

bool all_hold(const std::vector<Test>& tests, Matching& matching) {
  return std::all_of(tests.begin(), tests.end(),
                     [&](const Test& test) { return test.holds(matching); });
}

void shift(Expression& expression, std::size_t by) {
  expression.search += by;
  for (Expression& child : expression.children) shift(child, by);
}

using Numbers = std::optional<std::vector<std::uint32_t>>;

Numbers numbers_of(const Test& test, FieldId event_id) {
  if (test.field != event_id || test.negated || test.all) return std::nullopt;
  std::vector<std::uint32_t> numbers;
  for (const Matcher& matcher : test.matchers) {
    const auto* pattern = std::get_if<Pattern>(&matcher);
    if (pattern == nullptr || pattern->shape() != Pattern::Shape::exact) return std::nullopt;
    if (const auto number = whole_number<std::uint32_t>(pattern->literal()))
      numbers.push_back(*number);
  }
  return numbers;
}

void meet(Numbers& numbers, Numbers other) {
  if (!other) return;
  std::sort(other->begin(), other->end());
  other->erase(std::unique(other->begin(), other->end()), other->end());
  if (!numbers) {
    numbers = std::move(other);
    return;
  }
  std::vector<std::uint32_t> both;
  std::set_intersection(numbers->begin(), numbers->end(), other->begin(), other->end(),
                        std::back_inserter(both));
  numbers = std::move(both);
}

void join(Numbers& numbers, const Numbers& other) {
  if (!numbers || !other) {
    numbers.reset();
    return;
  }
  std::vector<std::uint32_t> all;
  std::set_union(numbers->begin(), numbers->end(), other->begin(), other->end(),
                 std::back_inserter(all));
  numbers = std::move(all);
}

Numbers numbers_of(const Search& search, FieldId event_id) {
  Numbers all = std::vector<std::uint32_t>();
  for (const auto& tests : search.alternatives) {
    Numbers of_tests;
    for (const Test& test : tests) meet(of_tests, numbers_of(test, event_id));
    join(all, of_tests);
  }
  return all;
}

Numbers numbers_of(const Expression& expression, const Compiled& rule, FieldId event_id) {
  if (expression.kind == Expression::Kind::negation) return std::nullopt;
  if (expression.kind == Expression::Kind::search)
    return numbers_of(rule.searches[expression.search], event_id);
  const bool all = expression.count == expression.children.size();
  Numbers numbers;
  if (!all) numbers = std::vector<std::uint32_t>();
  for (const Expression& child : expression.children) {
    const Numbers of_child = numbers_of(child, rule, event_id);
    if (all)
      meet(numbers, of_child);
    else
      join(numbers, of_child);
  }
  return numbers;
}

class FactFinder {
 public:
  FactFinder(const Compiled& rule, Matching& matching, std::size_t most)
      : rule_(rule), matching_(matching), most_(most) {}

  std::vector<Fact> find() {
    look(rule_.condition);
    return std::move(facts_);
  }

 private:
  void look(const Expression& expression) {
    if (expression.kind == Expression::Kind::negation) return;
    if (expression.kind == Expression::Kind::search) return look(rule_.searches[expression.search]);
    for (const Expression& child : expression.children) look(child);
  }

  void look(const Search& search) {
    for (const auto& tests : search.alternatives)
      if (all_hold(tests, matching_))
        for (const Test& test : tests) look(test);
  }

  void look(const Test& test) {
    if (test.negated) return;
    for (std::uint32_t value = 0; value < matching_.record.count(); ++value) {
      const bool of_test = test.field == no_field || matching_.record.field(value) == test.field;
      if (of_test && is_asked_for(test, value)) add(value);
    }
  }

  bool is_asked_for(const Test& test, std::uint32_t value) {
    return std::any_of(test.matchers.begin(), test.matchers.end(), [&](const Matcher& matcher) {
      return matches_value(matcher, value, matching_);
    });
  }

  void add(std::uint32_t value) {
    const Fact fact{matching_.record.field(value), matching_.record.text(value)};
    const bool known = std::any_of(facts_.begin(), facts_.end(), [&](const Fact& one) {
      return one.field == fact.field && one.value == fact.value;
    });
    if (!known && facts_.size() < most_) facts_.push_back(fact);
  }

  const Compiled& rule_;
  Matching& matching_;
  std::size_t most_;
  std::vector<Fact> facts_;
};

}  // namespace

bool Search::holds(Matching& matching) const {
  return std::any_of(alternatives.begin(), alternatives.end(),
                     [&](const std::vector<Test>& tests) { return all_hold(tests, matching); });
}

bool Compiled::matches(Matching& matching) const {
  return holds(condition, searches, matching);
}

tl::expected<Compiled, Message> compile(const Detections& detections, const Dialect* dialect,
                                        const Placeholders& placeholders, FieldNames& names) {
  Compiled compiled;
  Naming naming(dialect, names);
  for (const Detection& detection : detections.searches) {
    Search& search = compiled.searches.emplace_back();
    search.name = detection.name;
    for (const auto& items : detection.alternatives) {
      auto& tests = search.alternatives.emplace_back();
      for (const Item& item : items) {
        auto test = compile_item(item, placeholders, naming);
        if (!test) return tl::unexpected(test.error());
        tests.push_back(std::move(*test));
      }
    }
  }
  auto condition = parse_conditions(detections);
  if (!condition) return tl::unexpected(condition.error());
  compiled.condition = std::move(*condition);
  return compiled;
}

FieldId field_in(const Dialect* dialect, std::string_view name, FieldNames& names) {
  return Naming(dialect, names).field(name);
}

Compiled narrowed(Compiled rule, Compiled filter) {
  shift(filter.condition, rule.searches.size());
  std::vector<Expression> both;
  both.push_back(std::move(rule.condition));
  both.push_back(std::move(filter.condition));
  rule.condition = Expression::all_of(std::move(both));
  std::move(filter.searches.begin(), filter.searches.end(), std::back_inserter(rule.searches));
  return rule;
}

std::optional<std::vector<std::uint32_t>> required_event_ids(const Compiled& rule,
                                                             FieldId event_id) {
  return numbers_of(rule.condition, rule, event_id);
}

std::vector<Fact> facts_of(const Compiled& rule, Matching& matching, std::size_t most) {
  return FactFinder(rule, matching, most).find();
}

}  // namespace digue::detect::sigma
