#include "detect/rule_twins.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/text.h"
#include "detect/inbox_rule.h"

namespace digue::detect {

namespace {

using Indexes = std::vector<std::uint32_t>;

// Beyond so many of one name in one mailbox, records of other exports are given to the first.
constexpr std::size_t max_compared = 64;

bool is_state(const Scene& scene, std::uint32_t index) {
  return scene.event(index).action == event::Action::inbox_rule_state;
}

// What follows the mailbox in the record's path: the rule's number, or its name again.
std::string identity_of(const Scene& scene, std::uint32_t index) {
  const auto path = scene.text(scene.event(index).object);
  return lower(path.substr(path.find('\\') + 1));  // npos + 1 is 0
}

RuleContent content_of(const Scene& scene, std::uint32_t index) {
  RuleContent content;
  content.apply(scene, scene.event(index));
  return content;
}

// What a rule does, in the same words whatever export tells it.
std::string deeds_of(const RuleContent& content) {
  std::string deeds = lower(content.folder());
  if (content.is_on("DeleteMessage") || content.is_on("SoftDeleteMessage")) deeds += "\ndelete";
  for (const auto& address : content.destinations()) (deeds += '\n') += address;
  for (const auto& [name, value] : content.conditions())
    ((deeds += '\n') += lower(name)) += '=' + lower(value);
  return deeds;
}

// What is called or numbered otherwise by each export says nothing of which rule it is.
bool tells_rule(std::string_view name) {
  static constexpr auto passed =
      std::to_array<std::string_view>({"Name", "Identity", "RuleIdentity", "Priority", "Sequence"});
  return std::none_of(passed.begin(), passed.end(),
                      [&](auto one) { return equal_ignoring_case(one, name); });
}

// Parameters that both say alike, less those that they say differently.
int agreement(const RuleContent& one, const RuleContent& other) {
  int points = 0;
  for (const auto& [name, value] : one.parameters()) {
    if (!tells_rule(name)) continue;
    const auto said = trimmed(other.value(name));
    if (!said.empty() && !trimmed(value).empty())
      points += equal_ignoring_case(said, trimmed(value)) ? 1 : -1;
  }
  return points;
}

// By identity: the rules that the export knows which tells most of them apart, the first such.
std::map<std::string, Indexes> most_in_one_export(const Scene& scene, const Indexes& records) {
  std::map<std::uint32_t, std::map<std::string, Indexes>> by_source;
  for (const auto index : records)
    if (const auto identity = identity_of(scene, index);
        is_state(scene, index) && !identity.empty())
      by_source[scene.event(index).place.source][identity].push_back(index);
  std::map<std::string, Indexes> most;
  for (auto& [source, rules] : by_source)
    if (rules.size() > most.size()) most = std::move(rules);
  return most;
}

struct Twin {
  std::string identity;
  RuleContent content;
  Indexes records;
};

// Those that the record agrees with best.
std::vector<Twin*> likeliest(std::vector<Twin>& twins, const RuleContent& content) {
  std::vector<Twin*> best;
  int most = 0;
  for (auto& twin : std::span(twins).first(std::min(twins.size(), max_compared))) {
    const int points = agreement(content, twin.content);
    if (best.empty() || points > most) {
      best = {&twin};
      most = points;
    } else if (points == most) {
      best.push_back(&twin);
    }
  }
  return best;
}

void add_record(const Scene& scene, std::vector<Twin>& twins, std::uint32_t index) {
  const auto identity = identity_of(scene, index);
  auto best = likeliest(twins, content_of(scene, index));
  const auto same = std::find_if(best.begin(), best.end(),
                                 [&](const Twin* twin) { return twin->identity == identity; });
  if (same != best.end())
    best = {*same};
  else if (is_state(scene, index))
    best.resize(1);
  for (auto* twin : best) twin->records.push_back(index);
}

}  // namespace

std::vector<RuleRecords> told_apart(const Scene& scene, const Indexes& records) {
  const auto rules = most_in_one_export(scene, records);
  if (rules.size() < 2) return {{records, {}}};
  std::vector<Twin> twins;
  std::map<std::uint32_t, std::size_t> known;  // which twin a record is of
  for (const auto& [identity, indexes] : rules) {
    for (const auto index : indexes) known[index] = twins.size();
    twins.push_back({identity, content_of(scene, indexes.back()), {}});
  }
  for (const auto index : records) {
    const auto found = known.find(index);
    if (found != known.end())
      twins[found->second].records.push_back(index);
    else
      add_record(scene, twins, index);
  }
  std::vector<RuleRecords> parts;
  std::map<std::string, int> alike;
  for (auto& twin : twins) {
    const auto deeds = deeds_of(twin.content);
    parts.push_back({std::move(twin.records), deeds + '#' + std::to_string(++alike[deeds])});
  }
  return parts;
}

}  // namespace digue::detect
