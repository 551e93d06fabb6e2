// R15: what an administrator's rights were used for.  Every change tied to the intruder, and a few
// that are worth a look by themselves: an account named like another, a powerful role, many
// removals.  One finding for one person and one kind of change, one line each.
#include "detect/detector.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "base/text.h"
#include "detect/admin_change/sentences.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::size_t many_removals = 5;

enum class Kind : std::uint8_t { users, roles, credentials, settings };

struct Watched {
  Action action;
  Kind kind;
};
constexpr std::array<Watched, 12> watched = {{
    {Action::user_added, Kind::users},
    {Action::user_removed, Kind::users},
    {Action::user_disabled, Kind::users},
    {Action::user_enabled, Kind::users},
    {Action::role_member_added, Kind::roles},
    {Action::role_member_removed, Kind::roles},
    {Action::group_member_added, Kind::roles},
    {Action::password_changed, Kind::credentials},
    {Action::application_credential_added, Kind::credentials},
    {Action::user_updated, Kind::settings},
    {Action::policy_set, Kind::settings},
    {Action::mailbox_access_set, Kind::settings},
}};

// The changes of one kind by one person.
struct Changes {
  std::string actor;
  Kind kind = Kind::users;
  std::string id;  // of the finding that they make
  std::vector<std::uint32_t> events;
  std::vector<Message> why;
  Severity severity = Severity::info;
  Tie tie = Tie::none;
  bool malicious = false;

  void raise(Severity to) { severity = std::max(severity, to); }
};

std::string word_of(Kind kind) {
  static constexpr std::array<const char*, 4> words = {"users", "roles", "credentials", "settings"};
  return words[static_cast<std::size_t>(kind)];
}

bool is_powerful(std::string_view role) {
  static constexpr std::array<std::string_view, 16> names = {
      "global administrator",
      "company administrator",
      "administrateur general",
      "exchange administrator",
      "administrateur exchange",
      "privileged role administrator",
      "privileged authentication administrator",
      "user administrator",
      "application administrator",
      "cloud application administrator",
      "security administrator",
      "authentication administrator",
      "applicationimpersonation",
      "organization management",
      "conditional access administrator",
      "sharepoint administrator"};
  const auto plain = folded(role);
  return std::any_of(names.begin(), names.end(),
                     [&](auto name) { return plain.find(name) != std::string::npos; });
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
    learn_accounts();
    for (const auto& [action, kind] : watched)
      for (const auto index : scene_.of(action)) look(index, kind);
    weigh_removals();
    for (auto& [key, changes] : changes_)
      if (changes.severity > Severity::info) tell_changes(changes);
  }

 private:
  // Those that stood before: accounts that act, by the part before the at sign.
  void learn_accounts() {
    for (const auto& [account, events] : scene_.by_account) {
      const auto text = scene_.text(account);
      if (text.find('@') != std::string_view::npos) names_.emplace_back(local_part_of(text));
    }
    std::sort(names_.begin(), names_.end());
  }

  void look(std::uint32_t index, Kind kind) {
    const auto& event = scene_.event(index);
    const auto actor = scene_.text(event.account);
    if (is_system(actor) || event.verdict == event::Verdict::failure) return;
    auto& changes = changes_of(event.account, kind);
    const bool odd = is_odd(changes, event);
    const auto tie = scene_.tie(event, changes.id);
    changes.tie = std::max(changes.tie, tie);
    if (tie != Tie::none) changes.raise(severity_of(event, kind, tie));
    if (tie != Tie::none || odd) changes.events.push_back(index);
    if (event.action == Action::user_removed) removals_[event.account].push_back(index);
  }

  Changes& changes_of(event::Symbol actor, Kind kind) {
    auto& changes = changes_[{actor, kind}];
    if (!changes.id.empty()) return changes;
    changes.actor = scene_.text(actor);
    changes.kind = kind;
    changes.id = finding::make_id("R15", changes.actor + '\n' + word_of(kind));
    return changes;
  }

  // A person's own password, and settings, weigh less than others' accounts and roles.
  static Severity severity_of(const event::Event& event, Kind kind, Tie tie) {
    const bool own = event.action == Action::password_changed && event.target == event.account;
    if (kind == Kind::settings || own)
      return tie == Tie::proven ? Severity::high : Severity::medium;
    return tie == Tie::proven ? Severity::critical : Severity::high;
  }

  bool is_odd(Changes& changes, const event::Event& event) const {
    if (event.action == Action::user_added) return is_look_alike(changes, event);
    if (event.action == Action::role_member_added) return is_powerful_role(changes, event);
    if (event.action == Action::mailbox_access_set) return opens_legacy(changes, event);
    if (event.action == Action::policy_set) return frees_consent(changes, event);
    return false;
  }

  // IMAP and POP ask for no second factor.
  bool opens_legacy(Changes& changes, const event::Event& event) const {
    for (const auto* name : {"ImapEnabled", "PopEnabled"})
      if (is_true(scene_.trail.detail(event, name))) {
        changes.why.push_back(tell<sentences::legacy_opened>(name, member_of(event)));
        changes.raise(usual_severity(changes.actor));
        return true;
      }
    return false;
  }

  // Any user may then consent to any application.
  bool frees_consent(Changes& changes, const event::Event& event) const {
    static constexpr std::string_view policy = "microsoft-user-default-legacy";
    for (const auto& detail : scene_.trail.details_of(event)) {
      if (scene_.text(detail.name).ends_with(".Old")) continue;
      if (!contains_ignoring_case(scene_.text(detail.value), policy)) continue;
      changes.why.push_back(tell<sentences::consent_freed>());
      changes.raise(usual_severity(changes.actor));
      return true;
    }
    return false;
  }

  bool is_look_alike(Changes& changes, const event::Event& event) const {
    const auto target = scene_.text(event.target);
    const auto name = local_part_of(target);
    auto model = imitated_word(name);
    if (model.empty()) model = imitated(name, names_);
    if (model.empty()) return false;
    changes.why.push_back(tell<sentences::new_account_looks_like>(target, model));
    changes.raise(Severity::high);
    changes.malicious = true;
    return true;
  }

  bool is_powerful_role(Changes& changes, const event::Event& event) const {
    for (const auto* name : {"Role", "Roles"})
      for (const auto role : scene_.trail.all_details(event, name)) {
        if (!is_powerful(role)) continue;
        changes.why.push_back(tell<sentences::role_is_powerful>(role, member_of(event)));
        changes.raise(contains_ignoring_case(role, "ApplicationImpersonation")
                          ? Severity::high
                          : usual_severity(changes.actor));
        return true;
      }
    return false;
  }

  // What a declared administrator does by trade, and nobody else without a reason.
  Severity usual_severity(const std::string& actor) const {
    const auto& known = scene_.organisation.administrators;
    return std::find(known.begin(), known.end(), actor) == known.end() ? Severity::medium
                                                                       : Severity::low;
  }

  std::string member_of(const event::Event& event) const {
    if (const auto members = scene_.trail.detail(event, "Members"); !members.empty())
      return std::string(members);
    return std::string(scene_.text(event.target == event::no_symbol ? event.object : event.target));
  }

  void weigh_removals() {
    for (const auto& [actor, events] : removals_) {
      const auto most = most_within_an_hour(events);
      if (most < many_removals) continue;
      auto& changes = changes_of(actor, Kind::users);
      changes.why.push_back(tell<sentences::many_accounts_removed>(most));
      changes.raise(Severity::medium);
      changes.events.insert(changes.events.end(), events.begin(), events.end());
    }
  }

  std::size_t most_within_an_hour(const std::vector<std::uint32_t>& events) const {
    std::size_t most = 0, begin = 0;
    for (std::size_t end = 0; end < events.size(); ++end) {
      while (scene_.event(events[end]).time - scene_.event(events[begin]).time > hour_ms) ++begin;
      most = std::max(most, end - begin + 1);
    }
    return most;
  }

  void tell_changes(Changes& changes) {
    put_in_order(changes.events);
    auto finding = begin_finding(detector_, changes.actor + '\n' + word_of(changes.kind));
    finding.items = items_of(changes.kind);
    finding.severity = changes.severity;
    finding.why = changes.why;
    if (changes.tie != Tie::none) finding.why.push_back(tie_line(changes.tie));
    std::unordered_set<std::string> told;
    for (const auto index : changes.events) add_change(finding, told, scene_.event(index));
    finding.title = title_of(changes, told.size());
    finding.seeds_intruder = changes.malicious;
    if (changes.malicious)
      for (const auto index : changes.events)
        follow(finding, scene_, scene_.event(index), Pivot::Certainty::proven);
    findings_.push_back(std::move(finding));
  }

  // In time order; a removal may be there twice, tied and one of many.
  void put_in_order(std::vector<std::uint32_t>& events) const {
    scene_.put_in_order(events);
    events.erase(std::unique(events.begin(), events.end()), events.end());
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

  // One line and one subject a change: what there is to clean.  The audit log and the Entra audit
  // both tell of it, each under its own id.
  void add_change(Finding& finding, std::unordered_set<std::string>& told,
                  const event::Event& event) const {
    cite(finding, scene_, event);
    const auto whom = member_of(event);
    auto what = roles_of(event);
    const auto minute = event.time.milliseconds / minute_ms;
    const auto key =
        fmt::format("{}\n{}{}\n{}", static_cast<int>(event.action), whom, what, minute);
    if (!told.insert(key).second || told.size() > evidence_cap) return;
    const auto arrow = whom.empty() ? "" : " -> " + whom;
    finding.why.push_back(as_message(act_line(scene_, event).english + arrow + what));
    add_subject(finding, event);
  }

  // " Role=… Group=…": what the change gave, under the evidence's own names.
  std::string roles_of(const event::Event& event) const {
    static constexpr std::array<std::string_view, 3> names = {"Role", "Roles", "Group"};
    std::string what;
    for (const auto name : names)
      for (const auto& detail : scene_.trail.details_of(event))
        if (equal_ignoring_case(scene_.text(detail.name), name))
          what.append(" ").append(name).append("=").append(scene_.text(detail.value));
    return what;
  }

  // What a script or a person acts on: nothing of it where a policy was changed, which is told
  // only.
  void add_subject(Finding& finding, const event::Event& event) const {
    if (event.action == Action::policy_set) return;
    finding::Subject subject{"account", member_of(event), "", member_of(event), {}};
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
  std::vector<std::string> names_;
  std::map<std::pair<event::Symbol, Kind>, Changes> changes_;
  std::map<event::Symbol, std::vector<std::uint32_t>> removals_;
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
