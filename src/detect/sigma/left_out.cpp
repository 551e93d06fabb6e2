#include "detect/sigma/left_out.h"

#include <algorithm>
#include <map>

namespace digue::detect::sigma {

std::vector<ReasonCount> reasons_of(const std::vector<LeftOut>& rules) {
  std::map<std::string, ReasonCount> counts;
  for (const LeftOut& rule : rules) {
    auto& count = counts.try_emplace(rule.why.english, ReasonCount{rule.why, 0}).first->second;
    ++count.rules;
  }
  std::vector<ReasonCount> reasons;
  for (auto& [text, count] : counts) reasons.push_back(std::move(count));
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return a.rules > b.rules; });
  return reasons;
}

}  // namespace digue::detect::sigma
