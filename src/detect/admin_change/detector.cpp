// R15: what an administrator's rights were used for.  Every change tied to the intruder, and a few
// that are worth a look by themselves: an account named like another, a powerful role, many
// removals.  One finding for one person and one kind of change, one line each.
#include "detect/detector.h"

#include <algorithm>
#include <array>

#include "detect/admin_change/changes.h"
#include "detect/admin_change/sentences.h"
#include "detect/draft.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Pivot;
using finding::Severity;
using Kind = Changes::Kind;

std::string word_of(Kind kind) {
  static constexpr std::array<const char*, 4> words = {"users", "roles", "credentials", "settings"};
  return words[static_cast<std::size_t>(kind)];
}

class AdminChange final : public Detector {
 public:
  std::string_view rule() const override { return "R15"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 4> list = {
        "mail-account/2.c.1", "mail-account/2.c.2", "mail-account/2.c.3", "mail-account/2.c.4"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const AdminChange& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings) {}

  void run() {
    for (const auto& changes : scene_.once<AllChanges>().all()) judge(changes);
  }

 private:
  void judge(const Changes& changes) {
    auto finding = begin_finding(detector_, changes.actor + '\n' + word_of(changes.kind));
    finding.severity = changes.odd_severity;
    Tie tie = Tie::none;
    std::vector<Change> concerned;
    for (const auto& change : changes.all) {
      const auto& event = scene_.event(change.event);
      const auto tie_of_it = scene_.tie(event, finding.id);
      if (tie_of_it != Tie::none)
        finding.severity = std::max(finding.severity, severity_of(event, changes.kind, tie_of_it));
      if (tie_of_it != Tie::none || change.odd) concerned.push_back(change);
      tie = std::max(tie, tie_of_it);
    }
    if (concerned.empty()) return;
    finding.why = changes.why;
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    tell_changes(finding, changes, concerned);
    findings_.push_back(std::move(finding));
  }

  // A person's own password, and settings, weigh less than others' accounts and roles.
  static Severity severity_of(const event::Event& event, Kind kind, Tie tie) {
    const bool own = event.action == Action::password_changed && event.target == event.account;
    if (kind == Kind::settings || own)
      return tie == Tie::proven ? Severity::high : Severity::medium;
    return tie == Tie::proven ? Severity::critical : Severity::high;
  }

  void tell_changes(Finding& finding, const Changes& changes,
                    const std::vector<Change>& concerned) const {
    finding.items = items_of(changes.kind);
    std::vector<bool> told(changes.numbers);
    std::size_t count = 0;
    for (const auto& [index, number, odd] : concerned) {
      const auto& event = scene_.event(index);
      cite(finding, scene_, event);
      if (changes.malicious) follow(finding, scene_, event, Pivot::Certainty::proven);
      if (told[number]) continue;
      told[number] = true;
      if (++count <= evidence_cap) add_change(finding, event);
    }
    finding.title = title_of(changes, count);
    finding.seeds_intruder = changes.malicious;
  }

  static std::vector<std::string> items_of(Kind kind) {
    if (kind == Kind::users) return {"mail-account/2.c.1", "mail-account/2.c.3"};
    if (kind == Kind::roles)
      return {"mail-account/2.c.2", "mail-account/2.c.3", "mail-account/2.c.4"};
    return {"mail-account/2.c.3"};
  }

  static Message title_of(const Changes& changes, std::size_t count) {
    switch (changes.kind) {
      case Kind::users:
        return tell<sentences::users_changed>(changes.actor, count);
      case Kind::roles:
        return tell<sentences::roles_changed>(changes.actor, count);
      case Kind::credentials:
        return tell<sentences::credentials_changed>(changes.actor, count);
      case Kind::settings:
        break;
    }
    return tell<sentences::settings_changed>(changes.actor, count);
  }

  // One line and one subject a change: what there is to clean.
  void add_change(Finding& finding, const event::Event& event) const {
    const auto whom = member_of(scene_, event);
    const auto arrow = whom.empty() ? "" : " -> " + whom;
    finding.why.push_back(
        as_message(act_line(scene_, event).english + arrow + roles_of(scene_, event)));
    add_subject(finding, event);
  }

  // What a script or a person acts on: nothing of it where a policy was changed, which is told
  // only.
  void add_subject(Finding& finding, const event::Event& event) const {
    if (event.action == Action::policy_set) return;
    finding::Subject subject{"account", member_of(scene_, event), "", member_of(scene_, event), {}};
    for (const auto& detail : scene_.trail.details_of(event))
      subject.state.emplace_back(scene_.text(detail.name), scene_.text(detail.value));
    if (event.action == Action::role_member_added || event.action == Action::group_member_added) {
      subject.kind = "role-member";
      for (const auto* name : {"Group", "Roles", "Role"})
        if (const auto value = scene_.trail.detail(event, name); !value.empty())
          subject.name = value;
    }
    if (event.action == Action::application_credential_added) {
      subject.kind = "application";
      const auto id = event.application == event::no_symbol ? event.object : event.application;
      subject.identity = scene_.text(id);
      subject.name = scene_.trail.detail(event, "AppDisplayName");
      subject.mailbox.clear();
    }
    finding.subjects.push_back(std::move(subject));
  }

  const AdminChange& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
};

void AdminChange::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& admin_change_detector() {
  static const AdminChange detector;
  return detector;
}

}  // namespace digue::detect
