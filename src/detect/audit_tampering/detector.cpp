// R16: tampering with the logs: audit switched off, bypassed, shortened, or its licence removed.
// Done by a person it is always high.  One finding for one setting and one person.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "base/text.h"
#include "detect/audit_tampering/sentences.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

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

struct Tampering {
  std::string what;  // "AuditEnabled=False"
  std::string actor;
  std::vector<std::uint32_t> events, states;
};

class AuditTampering final : public Detector {
 public:
  std::string_view rule() const override { return "R16"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 1> list = {"mail-account/5.a.1"};
    return list;
  }
  std::span<const event::Family> needs() const override { return {}; }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const AuditTampering& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings) {}

  void run() {
    for (const auto action : {Action::audit_log_set, Action::mailbox_audit_set, Action::policy_set,
                              Action::mailbox_audit_state})
      for (const auto index : scene_.of(action)) look_at_settings(index);
    for (const auto index : scene_.of(Action::user_updated)) look_at_licence(index);
    look_for_commands();
    join_states();
    for (const auto& [key, tampering] : tamperings_) judge(tampering);
  }

 private:
  static constexpr std::string_view licence = "M365_ADVANCED_AUDITING";

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
          value.find(licence, disabled) == std::string_view::npos)
        continue;
      (scene_.text(detail.name).ends_with(".Old") ? before : after) = true;
    }
    if (after && !before) note(index, std::string(licence));
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
    auto& tampering = tamperings_[{what, state ? "" : actor}];
    tampering.what = what;
    tampering.actor = actor;
    (state ? tampering.states : tampering.events).push_back(index);
  }

  // An export shows what somebody was seen to set: one finding, under whoever did it first.
  void join_states() {
    for (auto entry = tamperings_.begin(); entry != tamperings_.end();) {
      const auto next = std::next(entry);
      const bool same = next != tamperings_.end() && next->second.what == entry->second.what;
      if (!entry->second.events.empty() || !same) {
        entry = next;
        continue;
      }
      next->second.states = std::move(entry->second.states);
      entry = tamperings_.erase(entry);
    }
  }

  void judge(const Tampering& tampering) {
    auto finding = begin_finding(detector_, tampering.what + '\n' + tampering.actor);
    finding.title = tampering.events.empty() ? tell<sentences::audit_is_off>(tampering.what)
                                             : tell<sentences::audit_turned_off>(tampering.what);
    finding.why.push_back(as_message(tampering.what));
    if (tampering.what == licence) finding.why.push_back(tell<sentences::advanced_audit_removed>());
    finding.why.push_back(tell<sentences::audit_evidence_lacks>());
    Tie tie = Tie::none;
    for (const auto index : tampering.events)
      tie = std::max(tie, scene_.tie(scene_.event(index), finding.id));
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    cite_acts(finding, scene_, tampering.events);
    for (const auto index : tampering.states) cite(finding, scene_, scene_.event(index));
    for (const auto* list : {&tampering.events, &tampering.states})
      for (const auto index : *list) add_subject(finding, scene_.event(index));
    finding.severity = severity_of(tampering, tie);
    for (const auto index : tampering.events)
      follow(finding, scene_, scene_.event(index), Pivot::Certainty::probable);
    finding.acts.clear();
    finding.seeds_intruder = !tampering.events.empty();
    findings_.push_back(std::move(finding));
  }

  // In an export alone nobody knows who set it: a bypass is odd, the rest may be a default.
  static Severity severity_of(const Tampering& tampering, Tie tie) {
    if (tampering.events.empty())
      return starts_with_ignoring_case(tampering.what, "AuditBypass") ? Severity::medium
                                                                      : Severity::low;
    if (starts_with_ignoring_case(tampering.what, "Remove-Dlp") ||
        starts_with_ignoring_case(tampering.what, "Remove-Retention"))
      return tie == Tie::none ? Severity::medium : Severity::high;
    return tie == Tie::proven ? Severity::critical : Severity::high;
  }

  void add_subject(Finding& finding, const event::Event& event) const {
    if (finding.subjects.size() >= evidence_cap) return;
    const auto target = scene_.text(event.target);
    finding::Subject subject{"audit-setting", std::string(target), "", std::string(target), {}};
    if (subject.identity.empty()) subject.identity = scene_.text(event.object);
    for (const auto& detail : scene_.trail.details_of(event))
      subject.state.emplace_back(scene_.text(detail.name), scene_.text(detail.value));
    if (std::find(finding.subjects.begin(), finding.subjects.end(), subject) ==
        finding.subjects.end())
      finding.subjects.push_back(std::move(subject));
  }

  const AuditTampering& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
  std::map<std::pair<std::string, std::string>, Tampering> tamperings_;
};

void AuditTampering::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& audit_tampering_detector() {
  static const AuditTampering detector;
  return detector;
}

}  // namespace digue::detect
