#include "detect/audit_tampering/tamperings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "detect/draft.h"

namespace digue::detect {

namespace {

using event::Action;

// Mailboxes keep 90 days by default; who shortens it to less than this wants less to be seen.
constexpr int shortest_age_days = 30;

// Exchange writes a span as "90.00:00:00", "00:00:00" or a number of days.
std::optional<int> days_of(std::string_view span) {
  span = trimmed(span);
  const auto dot = span.find('.');
  if (dot == std::string_view::npos && span.find(':') != std::string_view::npos) return 0;
  int days = 0;
  const auto digits = span.substr(0, dot);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), days);
  if (read.ec != std::errc{}) return std::nullopt;
  return days;
}

bool is_false(std::string_view value) {
  return equal_ignoring_case(trimmed(value), "false") || trimmed(value) == "0";
}

bool is_short(std::string_view value) {
  const auto days = days_of(value);
  return days && *days < shortest_age_days;
}

// A setting, and the value of it that blinds.
struct Setting {
  std::string_view name;
  bool (*blinds)(std::string_view value);
};
constexpr std::array<Setting, 7> settings = {{
    {"UnifiedAuditLogIngestionEnabled", is_false},
    {"AdminAuditLogEnabled", is_false},
    {"AdminAuditLogAgeLimit", is_short},
    {"AuditEnabled", is_false},
    {"AuditLogAgeLimit", is_short},
    {"AuditBypassEnabled", is_true},
    {"AuditDisabled", is_true},
}};

// Commands that blind by themselves.
constexpr std::array<std::string_view, 3> blinding_commands = {
    "Remove-UnifiedAuditLogRetentionPolicy", "Remove-DlpCompliancePolicy",
    "Remove-RetentionCompliancePolicy"};

// By setting and person.
using Found = std::map<std::pair<std::string, std::string>, Tampering>;

class Collector {
 public:
  explicit Collector(const Scene& scene) : scene_(scene) {}

  Found run() {
    for (const auto action : {Action::audit_log_set, Action::mailbox_audit_set, Action::policy_set,
                              Action::mailbox_audit_state})
      for (const auto index : scene_.of(action)) look_at_settings(index);
    for (const auto index : scene_.of(Action::user_updated)) look_at_licence(index);
    look_for_commands();
    join_states();
    return std::move(found_);
  }

 private:
  void look_at_settings(std::uint32_t index) {
    const auto& event = scene_.event(index);
    if (is_system(scene_.text(event.account))) return;
    for (const auto& setting : settings) {
      const auto value = scene_.trail.detail(event, setting.name);
      if (!value.empty() && setting.blinds(value))
        note(index, std::string(setting.name) + "=" + std::string(value));
    }
  }

  // The plan stands among the disabled ones after the change and not before.
  void look_at_licence(std::uint32_t index) {
    const auto& event = scene_.event(index);
    if (is_system(scene_.text(event.account))) return;
    bool after = false, before = false;
    for (const auto& detail : scene_.trail.details_of(event)) {
      const auto value = scene_.text(detail.value);
      const auto disabled = value.find("DisabledPlans");
      if (disabled == std::string_view::npos ||
          value.find(audit_licence, disabled) == std::string_view::npos)
        continue;
      (scene_.text(detail.name).ends_with(".Old") ? before : after) = true;
    }
    if (after && !before) note(index, std::string(audit_licence));
  }

  void look_for_commands() {
    for (const auto command : blinding_commands) {
      const auto symbol = scene_.trail.symbols.find(command);
      if (symbol == event::no_symbol) continue;
      for (const auto action : {Action::other, Action::policy_set})
        for (const auto index : scene_.of(action))
          if (scene_.event(index).operation == symbol) note(index, std::string(command));
    }
  }

  void note(std::uint32_t index, const std::string& what) {
    const auto& event = scene_.event(index);
    const bool state = event.action == Action::mailbox_audit_state;
    const std::string actor(scene_.text(event.account));
    auto& tampering = found_[{what, state ? "" : actor}];
    tampering.what = what;
    tampering.actor = actor;
    (state ? tampering.states : tampering.events).push_back(index);
  }

  // An export shows what somebody was seen to set: one finding, under whoever did it first.
  void join_states() {
    for (auto entry = found_.begin(); entry != found_.end();) {
      const auto next = std::next(entry);
      const bool same = next != found_.end() && next->second.what == entry->second.what;
      if (!entry->second.events.empty() || !same) {
        entry = next;
        continue;
      }
      next->second.states = std::move(entry->second.states);
      entry = found_.erase(entry);
    }
  }

  const Scene& scene_;
  Found found_;
};

finding::Subject subject_of(const Scene& scene, const event::Event& event) {
  const auto target = scene.text(event.target);
  finding::Subject subject{"audit-setting", std::string(target), "", std::string(target), {}};
  if (subject.identity.empty()) subject.identity = scene.text(event.object);
  for (const auto& detail : scene.trail.details_of(event))
    subject.state.emplace_back(scene.text(detail.name), scene.text(detail.value));
  return subject;
}

// The same setting of the same thing again and again is one subject: told apart by their symbols,
// before any text is made.
std::vector<finding::Subject> subjects_of(const Scene& scene, const Tampering& tampering) {
  std::vector<finding::Subject> subjects;
  std::set<std::vector<event::Symbol>> seen;
  for (const auto* list : {&tampering.events, &tampering.states})
    for (const auto index : *list) {
      if (subjects.size() >= evidence_cap) return subjects;
      const auto& event = scene.event(index);
      std::vector<event::Symbol> key = {event.target};
      if (event.target == event::no_symbol) key.push_back(event.object);
      for (const auto& detail : scene.trail.details_of(event)) {
        key.push_back(detail.name);
        key.push_back(detail.value);
      }
      if (seen.insert(std::move(key)).second) subjects.push_back(subject_of(scene, event));
    }
  return subjects;
}

}  // namespace

Tamperings::Tamperings(const Scene& scene) {
  for (auto& [key, tampering] : Collector(scene).run()) {
    tampering.subjects = subjects_of(scene, tampering);
    tamperings_.push_back(std::move(tampering));
  }
}

}  // namespace digue::detect
