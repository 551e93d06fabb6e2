#include "incident/reach.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

using organisation::Activity;
using organisation::name_key;
using organisation::System;

// Follows what runs on what, then what needs what, from the hosts up; each is met once, so circles
// end.
class Spreading {
 public:
  Spreading(const organisation::Register& registry, const std::vector<std::string>& hosts)
      : registry_(registry) {
    out_.hosts = hosts;
    for (const auto& system : registry.systems)
      for (const auto& base : system.runs_on) carried_by_[name_key(base)].push_back(&system);
    for (const auto& activity : registry.activities) {
      for (const auto& system : activity.systems) needed_by_[name_key(system)].push_back(&activity);
      for (const auto& other : activity.needs) relied_on_[name_key(other)].push_back(&activity);
    }
  }

  Reach spread() {
    for (const auto& host : out_.hosts) {
      const auto* system = registry_.host(host);
      if (system == nullptr)
        out_.unknown.push_back(host);
      else
        hit_system(*system, host);
    }
    // Newly hit ones are put at the end, and looked at in their turn.
    for (std::size_t i = 0; i < out_.systems.size(); ++i) climb_from(HitSystem(out_.systems[i]));
    for (std::size_t i = 0; i < out_.activities.size(); ++i)
      rely_on(HitActivity(out_.activities[i]));
    describe();
    return std::move(out_);
  }

 private:
  void hit_system(const System& system, const std::string& host) {
    if (systems_.insert(&system).second) out_.systems.push_back({&system, host});
  }
  void hit_activity(const Activity& activity, const std::string& through, const std::string& host) {
    if (activities_.insert(&activity).second) out_.activities.push_back({&activity, through, host});
  }
  void climb_from(const HitSystem& hit) {
    const auto key = name_key(hit.system->name);
    for (const auto* system : carried_by_[key]) hit_system(*system, hit.host);
    for (const auto* activity : needed_by_[key])
      hit_activity(*activity, hit.system->name, hit.host);
  }
  void rely_on(const HitActivity& hit) {
    for (const auto* activity : relied_on_[name_key(hit.activity->name)])
      hit_activity(*activity, hit.activity->name, hit.host);
  }

  void describe() {
    std::set<std::string> zones, data;
    for (const auto& hit : out_.systems) {
      if (!hit.system->zone.empty()) zones.insert(hit.system->zone);
      data.insert(hit.system->data.begin(), hit.system->data.end());
    }
    out_.zones = distinct(zones);
    out_.data = {data.begin(), data.end()};
    std::sort(out_.systems.begin(), out_.systems.end(),
              [](const HitSystem& a, const HitSystem& b) { return a.system < b.system; });
    const auto gravity = [](const HitActivity& hit) {
      return hit.activity->vital ? (*hit.activity->vital ? 0 : 2) : 1;
    };
    std::sort(out_.activities.begin(), out_.activities.end(),
              [&](const HitActivity& a, const HitActivity& b) {
                return std::pair(gravity(a), a.activity) < std::pair(gravity(b), b.activity);
              });
    for (const auto& link : registry_.interconnections)
      if (is_linked(link)) out_.partners.push_back(&link);
  }

  // Zones written with and without accents are one.
  static std::vector<std::string> distinct(const std::set<std::string>& names) {
    std::map<std::string, std::string> by_key;
    for (const auto& name : names) by_key.emplace(name_key(name), name);
    std::vector<std::string> out;
    for (const auto& [key, name] : by_key) out.push_back(name);
    return out;
  }

  bool is_linked(const organisation::Interconnection& link) const {
    return std::any_of(out_.systems.begin(), out_.systems.end(), [&](const HitSystem& hit) {
      return has(link.systems, hit.system->name) ||
             (!hit.system->zone.empty() && has(link.zones, hit.system->zone));
    });
  }
  static bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& one) { return name_key(one) == name_key(name); });
  }

  const organisation::Register& registry_;
  Reach out_;
  std::set<const System*> systems_;
  std::set<const Activity*> activities_;
  std::map<std::string, std::vector<const System*>> carried_by_;
  std::map<std::string, std::vector<const Activity*>> needed_by_, relied_on_;
};

}  // namespace

Reach reach_of(const organisation::Register& registry, const std::vector<std::string>& hosts) {
  return Spreading(registry, hosts).spread();
}

namespace {

using finding::Value;

Message duration_text(int minutes) {
  if (minutes % 60 == 0) return tell<sentences::hours>(minutes / 60);
  return tell<sentences::minutes>(minutes);
}

// What the register says of one input.
class Proposing {
 public:
  Proposing(const Reach& reach, const sheet::SeverityTable& table, std::size_t input)
      : reach_(reach), table_(table), input_(input) {}

  std::optional<RegisterProposal> propose() const {
    using Fact = sheet::RegisterFact;
    if (reach_.hosts.empty()) return std::nullopt;
    switch (table_.inputs[input_].fact) {
      case Fact::none:
        return std::nullopt;
      case Fact::zones:
        return zones();
      case Fact::administration:
        return administration();
      case Fact::interconnected:
        return interconnected();
      case Fact::vital_hit:
        return vital_hit();
      case Fact::vital_stopped:
        return vital_stopped();
      case Fact::degraded_short:
        return degraded_short();
    }
    return std::nullopt;
  }

 private:
  using Proposed = std::optional<RegisterProposal>;
  Proposed yes(Message reason) const {
    return RegisterProposal{input_, Value::yes, std::move(reason)};
  }
  Proposed no(Message reason) const {
    return RegisterProposal{input_, Value::no, std::move(reason)};
  }

  // The threshold of that kind that the input names; nothing when it has none.
  std::optional<int> threshold(sheet::Threshold::Kind kind) const {
    for (const auto& one : table_.inputs[input_].thresholds)
      if (one.kind == kind) return table_.settings[one.setting].value;
    return std::nullopt;
  }

  std::vector<const HitActivity*> vital() const {
    std::vector<const HitActivity*> out;
    for (const auto& hit : reach_.activities)
      if (hit.activity->vital.value_or(false)) out.push_back(&hit);
    return out;
  }

  Proposed zones() const {
    const auto wanted = threshold(sheet::Threshold::Kind::count);
    if (!wanted || static_cast<int>(reach_.zones.size()) < *wanted) return std::nullopt;
    return yes(tell<sentences::register_zones>(join(reach_.zones, ", ")));
  }

  Proposed administration() const {
    for (const auto& hit : reach_.systems)
      if (hit.system->administers())
        return yes(tell<sentences::register_administers>(hit.system->name, hit.system->role));
    return std::nullopt;
  }

  Proposed interconnected() const {
    if (reach_.partners.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const auto* partner : reach_.partners) names.push_back(partner->partner);
    return yes(tell<sentences::register_partners>(join(names, ", ")));
  }

  Proposed vital_hit() const {
    if (const auto hits = vital(); !hits.empty())
      return yes(tell<sentences::register_vital>(hits[0]->activity->name, hits[0]->through,
                                                 hits[0]->host));
    const bool all_known =
        reach_.unknown.empty() &&
        std::all_of(reach_.activities.begin(), reach_.activities.end(),
                    [](const HitActivity& hit) { return hit.activity->vital.has_value(); });
    if (!all_known) return std::nullopt;
    return no(tell<sentences::register_no_vital>(reach_.hosts.size()));
  }

  Proposed vital_stopped() const {
    for (const auto* hit : vital())
      if (hit->activity->continuity.none() && hit->activity->degraded.none())
        return yes(tell<sentences::register_stopped>(hit->activity->name));
    return std::nullopt;
  }

  Proposed degraded_short() const {
    const auto hours = threshold(sheet::Threshold::Kind::hours);
    const auto hits = vital();
    if (!hours || hits.empty()) return std::nullopt;
    bool all_hold = reach_.unknown.empty();
    for (const auto* hit : hits) {
      const auto& activity = *hit->activity;
      if (activity.degraded.none())
        return yes(tell<sentences::register_no_degraded>(activity.name));
      if (activity.degraded_minutes && *activity.degraded_minutes < *hours * 60)
        return yes(tell<sentences::register_short>(
            activity.name, duration_text(*activity.degraded_minutes), *hours));
      all_hold = all_hold && activity.degraded_minutes.has_value();
    }
    if (!all_hold) return std::nullopt;
    return no(tell<sentences::register_holds>(*hours));
  }

  const Reach& reach_;
  const sheet::SeverityTable& table_;
  std::size_t input_;
};

}  // namespace

std::vector<RegisterProposal> proposals_of(const Reach& reach, const sheet::SeverityTable& table) {
  std::vector<RegisterProposal> out;
  for (std::size_t input = 0; input < table.inputs.size(); ++input)
    if (auto proposal = Proposing(reach, table, input).propose())
      out.push_back(std::move(*proposal));
  return out;
}

}  // namespace digue::incident
