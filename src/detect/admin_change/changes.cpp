#include "detect/admin_change/changes.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "detect/admin_change/sentences.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/look_alike.h"
#include "detect/mail_address.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Severity;
using Kind = Changes::Kind;

constexpr std::size_t many_removals = 5;

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

// Accounts that act, by the part before the at sign: those that a new account may imitate.
class Names {
 public:
  explicit Names(const Scene& scene) {
    for (const auto& [account, events] : scene.by_account) {
      const auto text = scene.text(account);
      if (text.find('@') != std::string_view::npos) names_.emplace_back(local_part_of(text));
    }
    std::sort(names_.begin(), names_.end());
  }

  // The name that this one imitates, "" when none.
  std::string_view imitated_by(std::string_view name) const {
    const auto word = imitated_word(name);
    return word.empty() ? imitated(name, names_) : word;
  }

 private:
  std::vector<std::string> names_;
};

// Reads the changes of one kind by one person, in time order.
class Reader {
 public:
  Reader(const Scene& scene, const Names& names, Changes& changes)
      : scene_(scene), names_(names), changes_(changes) {}

  void read(const std::vector<std::uint32_t>& indexes) {
    for (const auto index : indexes) {
      const auto& event = scene_.event(index);
      changes_.all.push_back({index, number_of(event), is_odd(event)});
    }
    changes_.numbers = static_cast<std::uint32_t>(numbers_.size());
    tell_untold();
    weigh_removals();
  }

 private:
  std::uint32_t number_of(const event::Event& event) {
    const std::array<std::int64_t, 2> moment = {static_cast<std::int64_t>(event.action),
                                                event.time.milliseconds / minute_ms};
    std::string key(reinterpret_cast<const char*>(moment.data()), sizeof moment);
    key += member_of(scene_, event);
    key += roles_of(scene_, event);
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    return numbers_.try_emplace(std::move(key), next).first->second;
  }

  bool is_odd(const event::Event& event) {
    switch (event.action) {
      case Action::user_added:
        return is_look_alike(event);
      case Action::role_member_added:
        return is_powerful_role(event);
      case Action::mailbox_access_set:
        return opens_legacy(event);
      case Action::policy_set:
        return frees_consent(event);
      default:
        return false;
    }
  }

  // IMAP and POP ask for no second factor.
  bool opens_legacy(const event::Event& event) {
    for (const auto* name : {"ImapEnabled", "PopEnabled"})
      if (is_true(scene_.trail.detail(event, name))) {
        add_reason<sentences::legacy_opened>(name, member_of(scene_, event));
        return raise(usual_severity());
      }
    return false;
  }

  // Any user may then consent to any application.
  bool frees_consent(const event::Event& event) {
    static constexpr std::string_view policy = "microsoft-user-default-legacy";
    for (const auto& detail : scene_.trail.details_of(event)) {
      if (scene_.text(detail.name).ends_with(".Old")) continue;
      if (!contains_ignoring_case(scene_.text(detail.value), policy)) continue;
      add_reason<sentences::consent_freed>();
      return raise(usual_severity());
    }
    return false;
  }

  bool is_look_alike(const event::Event& event) {
    const auto target = scene_.text(event.target);
    const auto model = names_.imitated_by(local_part_of(target));
    if (model.empty()) return false;
    add_reason<sentences::new_account_looks_like>(target, model);
    changes_.malicious = true;
    return raise(Severity::high);
  }

  bool is_powerful_role(const event::Event& event) {
    for (const auto* name : {"Role", "Roles"})
      for (const auto role : scene_.trail.all_details(event, name)) {
        if (!is_powerful(role)) continue;
        add_reason<sentences::role_is_powerful>(role, member_of(scene_, event));
        return raise(contains_ignoring_case(role, "ApplicationImpersonation") ? Severity::high
                                                                              : usual_severity());
      }
    return false;
  }

  // What a declared administrator does by trade, and nobody else without a reason.
  Severity usual_severity() const {
    const auto& known = scene_.organisation.administrators;
    const bool declared = std::find(known.begin(), known.end(), changes_.actor) != known.end();
    return declared ? Severity::low : Severity::medium;
  }

  bool raise(Severity to) {
    changes_.odd_severity = std::max(changes_.odd_severity, to);
    return true;
  }

  // A script may give a role to thousands: the first are told, the others counted.
  template <const Sentence& sentence, class... Values>
  void add_reason(const Values&... values) {
    std::string reason(sentence.english);
    (reason.append("\n").append(values), ...);
    if (reasons_.insert(std::move(reason)).second && changes_.why.size() < act_lines_cap)
      changes_.why.push_back(tell<sentence>(values...));
  }

  void tell_untold() {
    if (reasons_.size() > changes_.why.size())
      changes_.why.push_back(tell<sentences::and_more>(reasons_.size() - changes_.why.size()));
  }

  bool is_removal(const Change& change) const {
    return scene_.event(change.event).action == Action::user_removed;
  }

  void weigh_removals() {
    const auto most = most_removals_within_an_hour();
    if (most < many_removals) return;
    changes_.why.push_back(tell<sentences::many_accounts_removed>(most));
    raise(Severity::medium);
    for (auto& change : changes_.all) change.odd = change.odd || is_removal(change);
  }

  std::size_t most_removals_within_an_hour() const {
    std::vector<Instant> times;
    for (const auto& change : changes_.all)
      if (is_removal(change)) times.push_back(scene_.event(change.event).time);
    std::size_t most = 0, begin = 0;
    for (std::size_t end = 0; end < times.size(); ++end) {
      while (times[end] - times[begin] > hour_ms) ++begin;
      most = std::max(most, end - begin + 1);
    }
    return most;
  }

  const Scene& scene_;
  const Names& names_;
  Changes& changes_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_set<std::string> reasons_;
};

}  // namespace

AllChanges::AllChanges(const Scene& scene) {
  std::map<std::pair<event::Symbol, Kind>, std::vector<std::uint32_t>> found;
  for (const auto& [action, kind] : watched)
    for (const auto index : scene.of(action)) {
      const auto& event = scene.event(index);
      if (event.verdict != event::Verdict::failure) found[{event.account, kind}].push_back(index);
    }
  if (found.empty()) return;
  const Names names(scene);
  for (auto& [who, indexes] : found) {
    if (is_system(scene.text(who.first))) continue;
    scene.put_in_order(indexes);
    auto& changes = all_.emplace_back();
    changes.actor = scene.text(who.first);
    changes.kind = who.second;
    Reader(scene, names, changes).read(indexes);
  }
}

std::string member_of(const Scene& scene, const event::Event& event) {
  if (const auto members = scene.trail.detail(event, "Members"); !members.empty())
    return std::string(members);
  return std::string(scene.text(event.target == event::no_symbol ? event.object : event.target));
}

std::string roles_of(const Scene& scene, const event::Event& event) {
  static constexpr std::array<std::string_view, 3> names = {"Role", "Roles", "Group"};
  std::string what;
  for (const auto name : names)
    for (const auto& detail : scene.trail.details_of(event))
      if (equal_ignoring_case(scene.text(detail.name), name))
        what.append(" ").append(name).append("=").append(scene.text(detail.value));
  return what;
}

}  // namespace digue::detect
