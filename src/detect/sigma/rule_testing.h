// For tests: a rule as text, and a record as names and values.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detect/sigma/loading.h"

namespace digue::detect::sigma::testing {

struct Named {
  std::string_view name, value;
  bool null = false;
};
using Record = std::vector<Named>;

// A rule of the Security log with that detection, indented by two, `selection` or with a condition.
inline std::string rule_with(std::string_view detection, std::string_view id = "r-1") {
  std::string text = "title: T\nid: " + std::string(id) +
                     "\nlogsource:\n  product: windows\n  service: security\ndetection:\n";
  text += detection;
  if (detection.find("condition:") == std::string_view::npos) text += "\n  condition: selection\n";
  return text;
}

inline Loaded load(std::string_view text, Choice choice = {}) {
  Loader loader(std::move(choice));
  loader.add(text, "r.yml");
  return loader.finish();
}

// The rules that the record matches: by the engine, routing and witnesses included.
inline std::vector<std::string> matched(const RuleSet& rules, const Record& record,
                                        std::string_view channel, std::uint32_t event_id) {
  const Bucket* bucket = rules.bucket(channel, event_id);
  std::vector<std::string> ids;
  if (bucket == nullptr) return ids;
  RuleMatcher matcher(rules);
  const std::string number = std::to_string(event_id);
  matcher.record().add(rules.names().find("EventID"), number);
  for (const auto& [name, value, null] : record)
    matcher.record().add(rules.names().find(name), value, null);
  for (const auto rule : matcher.match(*bucket)) ids.push_back(rules.rules()[rule].id);
  return ids;
}
inline std::vector<std::string> matched(const Loaded& loaded, const Record& record,
                                        std::string_view channel = "Security",
                                        std::uint32_t event_id = 4624) {
  return matched(loaded.rules, record, channel, event_id);
}

inline bool matches(std::string_view detection, const Record& record, Choice choice = {}) {
  const Loaded loaded = load(rule_with(detection), std::move(choice));
  return loaded.refusals.empty() && !matched(loaded, record).empty();
}

// Why it is not loaded; "" when it is.
inline std::string refusal_of(std::string_view detection) {
  const Loaded loaded = load(rule_with(detection));
  return loaded.refusals.empty() ? "" : loaded.refusals.front().why.english;
}

}  // namespace digue::detect::sigma::testing
