#include "cacao/side_by_side.h"

#include <algorithm>
#include <map>

#include "cacao/condition_text.h"

namespace digue::cacao {

using sheet::Condition;

static void gather_steps(const Test& test, std::vector<std::string>& steps) {
  gather(test, Condition::Kind::answer, steps);
  gather(test, Condition::Kind::state, steps);
}

// The steps that a step waits for, depends on, or is lifted by.
static std::vector<std::string> neighbours(const sheet::Sheet& sheet, const sheet::Step& step) {
  auto out = step.prerequisites;
  if (step.temporary) out.push_back(step.temporary->lifted_by);
  gather_steps(shown(sheet, step), out);
  for (const auto& rule : sheet.rules)
    if (rule.item == step.id) gather_steps(test_of(sheet, rule.when), out);
  return out;
}

std::vector<Measures> side_by_side(const sheet::Sheet& sheet, const Measures& measures) {
  std::map<std::string_view, std::size_t> group;  // of a measure: the first measure of its group
  for (std::size_t i = 0; i < measures.size(); ++i) group[measures[i]->id] = i;
  const auto join = [&](std::size_t a, std::size_t b) {
    for (auto& [measure, of] : group)
      if (of == std::max(a, b)) of = std::min(a, b);
  };
  for (const auto& step : sheet.steps) {
    if (!group.contains(step.measure)) continue;
    for (const auto& id : neighbours(sheet, step))
      if (const auto* other = sheet.step(id); other != nullptr && group.contains(other->measure))
        join(group[step.measure], group[other->measure]);
  }
  std::map<std::size_t, Measures> groups;
  for (const auto* measure : measures) groups[group[measure->id]].push_back(measure);
  std::vector<Measures> out;
  for (auto& [first, together] : groups) out.push_back(std::move(together));
  return out;
}

}  // namespace digue::cacao
