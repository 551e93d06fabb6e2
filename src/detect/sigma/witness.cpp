#include "detect/sigma/witness.h"

#include <algorithm>

#include "detect/sigma/fold.h"

namespace digue::detect::sigma {

namespace {

struct Witness {
  std::vector<Atom> atoms;
  double cost = 0;
};
using Found = std::optional<Witness>;

constexpr double telling_letters = 16;  // more say no more
constexpr double cost_of_few_letters = 1e6;
constexpr double cost_of_everywhere = 1e12;
constexpr std::size_t few_letters = 4;  // fewer are not looked for inside values

std::optional<Atom> atom_of(const Matcher& matcher, FieldId field) {
  const auto* regex = std::get_if<Regex>(&matcher);
  if (regex != nullptr && !regex->literal().empty()) return Atom{field, regex->literal(), false};
  const auto* pattern = std::get_if<Pattern>(&matcher);
  if (pattern == nullptr || pattern->literal().empty()) return std::nullopt;
  const bool exact = pattern->shape() == Pattern::Shape::exact;
  return Atom{field, pattern->cased() ? folded(pattern->literal()) : pattern->literal(), exact};
}

class Chooser {
 public:
  explicit Chooser(const Popularity& popularity) : popularity_(popularity) {}

  Found of(const Expression& expression, const Compiled& rule) const {
    if (expression.kind == Expression::Kind::negation) return std::nullopt;
    if (expression.kind == Expression::Kind::search) return of(rule.searches[expression.search]);
    std::vector<Found> children;
    for (const Expression& child : expression.children) children.push_back(of(child, rule));
    return expression.count == expression.children.size() ? cheapest(std::move(children))
                                                          : together(std::move(children));
  }

 private:
  Found of(const Search& search) const {
    std::vector<Found> alternatives;
    for (const auto& tests : search.alternatives) {
      std::vector<Found> found;
      for (const Test& test : tests) found.push_back(of(test));
      alternatives.push_back(cheapest(std::move(found)));
    }
    return together(std::move(alternatives));
  }

  Found of(const Test& test) const {
    if (test.negated) return std::nullopt;
    if (!test.all) return of_any(test, 0, test.matchers.size());
    std::vector<Found> found;
    std::size_t begin = 0;
    for (const auto end : test.ends) {
      found.push_back(of_any(test, begin, end));
      begin = end;
    }
    return cheapest(std::move(found));
  }

  Found of_any(const Test& test, std::size_t begin, std::size_t end) const {
    std::vector<Found> found;
    for (std::size_t i = begin; i < end; ++i) found.push_back(of(test.matchers[i], test.field));
    return together(std::move(found));
  }

  Found of(const Matcher& matcher, FieldId field) const {
    auto atom = atom_of(matcher, field);
    if (!atom) return std::nullopt;
    double cost = cost_of_few_letters;
    if (popularity_.is_everywhere(*atom))
      cost = cost_of_everywhere;
    else if (atom->exact || atom->literal.size() >= few_letters)
      cost = static_cast<double>(1 + popularity_.of(*atom)) * telling_letters /
             std::min(telling_letters, static_cast<double>(atom->literal.size()));
    Witness witness;
    witness.atoms.push_back(std::move(*atom));
    witness.cost = cost;
    return witness;
  }

  // All of them hold: one tells enough.
  static Found cheapest(std::vector<Found> found) {
    Found best;
    for (Found& one : found)
      if (one && (!best || one->cost < best->cost)) best = std::move(one);
    return best;
  }

  // Any may hold: each must have something to tell.
  static Found together(std::vector<Found> found) {
    Witness all;
    for (Found& one : found) {
      if (!one) return std::nullopt;
      std::move(one->atoms.begin(), one->atoms.end(), std::back_inserter(all.atoms));
      all.cost += one->cost;
    }
    return all;
  }

  const Popularity& popularity_;
};

}  // namespace

void Popularity::count(const Compiled& rule) {
  for (const Search& search : rule.searches)
    for (const auto& tests : search.alternatives)
      for (const Test& test : tests)
        for (const Matcher& matcher : test.matchers)
          if (const auto atom = atom_of(matcher, test.field))
            ++counts_[{atom->field, atom->literal}];
}

std::size_t Popularity::of(const Atom& atom) const {
  const auto known = counts_.find({atom.field, atom.literal});
  return known == counts_.end() ? 0 : known->second;
}

std::optional<std::vector<Atom>> witness_of(const Compiled& rule, const Popularity& popularity) {
  auto found = Chooser(popularity).of(rule.condition, rule);
  if (!found) return std::nullopt;
  return std::move(found->atoms);
}

}  // namespace digue::detect::sigma
