// R12: transport and journal rules that copy or redirect the organisation's mail to the outside, or
// ask not to be audited.  One finding a rule, its exported row joined with the events that set it.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/transport_rule/sentences.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::array<std::string_view, 5> sending_names = {
    "BlindCopyTo", "CopyTo", "RedirectMessageTo", "AddToRecipients", "JournalEmailAddress"};

struct Rule {
  std::string name, identity;
  std::vector<std::uint32_t> events, states, removed;
};

class TransportRule final : public Detector {
 public:
  std::string_view rule() const override { return "R12"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 2> list = {"mail-account/2.a.2",
                                                             "mail-account/2.a.3"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log, event::Family::transport_rules};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    for (const auto& [key, rule] : rules_of(scene)) judge(scene, key, rule, findings);
  }

 private:
  static std::map<std::string, Rule> rules_of(const Scene& scene);
  void judge(const Scene& scene, const std::string& key, const Rule& rule,
             std::vector<Finding>& findings) const;
};

// By name: New-TransportRule logs no identity, and an export may give a number beside the name.
std::string name_of(const Scene& scene, const event::Event& event) {
  for (const auto* name : {"Name", "Identity"})
    if (const auto value = scene.trail.detail(event, name); !value.empty())
      return std::string(value);
  const auto object = scene.text(event.object);
  const auto slash = object.find_last_of("\\/");
  return std::string(slash == std::string_view::npos ? object : object.substr(slash + 1));
}

std::map<std::string, Rule> TransportRule::rules_of(const Scene& scene) {
  std::map<std::string, Rule> rules;
  const auto add = [&](std::uint32_t index, std::vector<std::uint32_t> Rule::* list) {
    const auto& event = scene.event(index);
    if (is_system(scene.text(event.account))) return;
    const auto name = name_of(scene, event);
    auto& rule = rules[lower(trimmed(name))];
    rule.name = name;
    if (event.object != event::no_symbol) rule.identity = scene.text(event.object);
    (rule.*list).push_back(index);
  };
  const auto collect = [&](event::Action action, std::vector<std::uint32_t> Rule::* list) {
    for (const auto index : scene.of(action)) add(index, list);
  };
  collect(event::Action::transport_rule_set, &Rule::events);
  collect(event::Action::transport_rule_removed, &Rule::removed);
  collect(event::Action::transport_rule_state, &Rule::states);
  for (const auto index : scene.of(event::Action::policy_set))
    if (!scene.trail.detail(scene.event(index), "JournalEmailAddress").empty())
      add(index, &Rule::events);
  return rules;
}

// A line of an exported description that tells of a copy or a redirection, in French or English.
bool tells_of_sending(std::string_view line) {
  static constexpr std::array<std::string_view, 10> words = {
      "bcc",  "blind carbon", "redirect",          "copie carbone",           "cci",
      "copy", "rediriger",    "add the recipient", "ajouter le destinataire", "copie"};
  const auto plain = folded(line);
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return plain.find(word) != std::string::npos; });
}

// What the rule is found to do, over all its records.
struct Deeds {
  std::vector<std::string> outside;
  std::vector<Message> facts;
  bool not_audited = false, aimed = false;

  void send_to(const Scene& scene, std::string_view name, std::string_view value) {
    for (auto& address : mail_addresses_in(value)) {
      if (!is_outside(scene, address, "")) continue;
      if (std::find(outside.begin(), outside.end(), address) != outside.end()) continue;
      facts.push_back(fact(name, address));
      const auto& known = scene.once<KnownDomains>().all;
      aimed =
          aimed || !imitated(domain_of(address), known).empty() || !imitated_word(address).empty();
      outside.push_back(std::move(address));
    }
  }

  void read(const Scene& scene, const event::Event& event) {
    for (const auto& detail : scene.trail.details_of(event)) {
      const auto name = scene.text(detail.name);
      const auto value = scene.text(detail.value);
      for (const auto sending : sending_names)
        if (equal_ignoring_case(name, sending)) send_to(scene, sending, value);
      if (equal_ignoring_case(name, "Description") || equal_ignoring_case(name, "Actions"))
        for (const auto line : split(value, '\n'))
          if (tells_of_sending(line)) send_to(scene, name, line);
      if (equal_ignoring_case(name, "SetAuditSeverity") && equal_ignoring_case(value, "DoNotAudit"))
        not_audited = true;
      if (name.find("Words") != std::string_view::npos && has_target_word(value)) {
        if (!aimed) facts.push_back(fact(name, value));
        aimed = true;
      }
    }
  }
};

Tie tie_of(const Scene& scene, std::span<const std::uint32_t> events, std::string_view but_for) {
  Tie strongest = Tie::none;
  for (const auto index : events)
    strongest = std::max(strongest, scene.tie(scene.event(index), but_for));
  return strongest;
}

Severity severity_of(const Deeds& deeds, const Rule& rule, Tie tie) {
  if (!deeds.outside.empty()) return tie == Tie::proven ? Severity::critical : Severity::high;
  if (tie == Tie::proven || (tie != Tie::none && deeds.not_audited)) return Severity::high;
  // An audit severity that an administrator chose, seen in an export only, is a setting.
  return rule.events.empty() ? Severity::low : Severity::medium;
}

finding::Subject subject_of(const Scene& scene, const Rule& rule) {
  finding::Subject subject{"transport-rule", rule.name, "", "", {}};
  if (!rule.identity.empty() && !rule.states.empty()) subject.identity = rule.identity;
  if (subject.identity != rule.name) subject.name = rule.name;
  const auto& records = rule.states.empty() ? rule.events : rule.states;
  for (const auto& detail : scene.trail.details_of(scene.event(records.back())))
    subject.state.emplace_back(scene.text(detail.name), scene.text(detail.value));
  return subject;
}

void TransportRule::judge(const Scene& scene, const std::string& key, const Rule& rule,
                          std::vector<Finding>& findings) const {
  if (rule.events.empty() && rule.states.empty()) return;
  Deeds deeds;
  for (const auto* records : {&rule.events, &rule.states})
    for (const auto index : *records) deeds.read(scene, scene.event(index));
  auto finding = begin_finding(*this, key);
  const auto tie = tie_of(scene, rule.events, finding.id);
  if (deeds.outside.empty() && !deeds.not_audited && tie == Tie::none) return;

  finding.title = deeds.outside.empty() ? tell<sentences::transport_rule_to_review>(rule.name)
                                        : tell<sentences::transport_copies_outside>(
                                              rule.name, join(deeds.outside, ", "));
  finding.why = deeds.facts;
  if (deeds.not_audited) finding.why.push_back(tell<sentences::transport_not_audited>());
  if (tie != Tie::none) finding.why.push_back(tie_line(tie));
  cite_acts(finding, scene, rule.events);
  cite_all(finding, scene, rule.states);
  for (const auto index : rule.removed) {
    finding.evidence.push_back({scene.event(index).place});
    finding.why.push_back(act_line(scene, scene.event(index)));
  }
  if (rule.events.empty()) finding.why.push_back(tell<sentences::state_without_date>());
  finding.indicators = deeds.outside;
  finding.severity = severity_of(deeds, rule, tie);
  finding.subjects.push_back(subject_of(scene, rule));

  finding.seeds_intruder = !deeds.outside.empty() && !rule.events.empty();
  const bool sure = deeds.not_audited || deeds.aimed || is_meaningless_name(rule.name);
  for (const auto index : rule.events) {
    if (sure)
      follow(finding, scene, scene.event(index), Pivot::Certainty::proven);
    else
      pivot_on(finding, scene, scene.event(index), Pivot::Certainty::probable);
  }
  findings.push_back(std::move(finding));
}

}  // namespace

const Detector& transport_rule_detector() {
  static const TransportRule detector;
  return detector;
}

}  // namespace digue::detect
