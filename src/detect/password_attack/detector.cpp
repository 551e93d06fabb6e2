// R3, password attack: one source tries many accounts (spray), or one account is tried many times
// (guessing); then somebody gets in.
//
// A password mistyped on one's own machine, then got right, is a day's work and is not raised.
// A success counts within an hour of the failures, and needs a second sign to be held high.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/password_attack/failures.h"
#include "detect/password_attack/sentences.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Symbol;
using event::Verdict;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.5", "mail-account/7.a.1",
                                             "mail-account/7.a.2"};

constexpr std::int64_t success_delay = 60 * minute_ms;
constexpr std::size_t spray_accounts = 5;
constexpr std::size_t wide_spray_accounts = 15;
constexpr std::size_t office_accounts = 2;  // usual for that many: an office behind one address
constexpr std::size_t few_failures = 5;
constexpr std::size_t many_failures = 10;
constexpr std::size_t places_told = 10;

struct Success {
  std::uint32_t event;
  std::uint32_t visit;
};

// Successful sign-ins that have a visit, by what they share with the failures; in time order.
class Entries {
 public:
  explicit Entries(const Scene& scene) : trail_(scene.trail) {
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      const auto visit = scene.sign_ins->visit_of(index);
      if (event.verdict != Verdict::success || visit == no_visit) continue;
      for (const auto by : {GroupBy::account, GroupBy::address, GroupBy::agent})
        by_[static_cast<std::size_t>(by)][key_of(event, by)].push_back({index, visit});
    }
  }

  std::vector<Success> between(GroupBy by, Symbol key, Instant from, Instant to) const {
    std::vector<Success> found;
    const auto& groups = by_[static_cast<std::size_t>(by)];
    const auto group = groups.find(key);
    if (group == groups.end()) return found;
    for (const auto& success : group->second) {
      const auto time = trail_.events[success.event].time;
      if (from <= time && time <= to) found.push_back(success);
    }
    return found;
  }

 private:
  const event::Trail& trail_;
  std::array<std::unordered_map<Symbol, std::vector<Success>>, 3> by_;
};

// Several successes of one account are told once.
std::vector<Success> first_of_each_account(const Scene& scene, const std::vector<Success>& all) {
  std::vector<Success> firsts;
  std::set<Symbol> seen;
  for (const auto& success : all)
    if (seen.insert(scene.event(success.event).account).second) firsts.push_back(success);
  return firsts;
}

std::string accounts_text(const Scene& scene, const std::vector<Success>& successes) {
  std::vector<std::string> names;
  for (const auto& success : successes)
    names.emplace_back(scene.text(scene.event(success.event).account));
  return join(names, ", ");
}

void blame_success(Finding& finding, const Scene& scene, const Success& success) {
  const auto& event = scene.event(success.event);
  const auto& facts = *scene.sign_ins->facts_of(event.address);
  finding.why.push_back(
      tell<sentences::entered_after>(scene.text(event.account), rfc3339(event.time),
                                     place_text(facts, scene.text(event.address))));
  cite(finding, scene, event);
  finding.subjects.push_back(session_subject(scene, event));
}

// One source (an address, or a script's agent) that tried many accounts.
class Spray {
 public:
  Spray(const Detector& detector, const Scene& scene, const Entries& all, const Group& tries,
        GroupBy by)
      : detector_(detector), scene_(scene), all_(all), tries_(tries), by_(by) {}

  bool judge(std::vector<Finding>& findings) {
    if (tries_.busiest < spray_accounts || is_ours()) return false;
    find_entries();
    // More accounts enter than fail: a shared machine whose users mistype.
    accounts_ = tries_.accounts.size();
    if (entries_.size() >= accounts_) return false;
    auto finding = begin_finding(detector_, "spray\n" + std::string(scene_.text(tries_.key)));
    tell_finding(finding);
    findings.push_back(std::move(finding));
    return true;
  }

 private:
  const Event& first() const { return scene_.event(tries_.events.front()); }
  const Event& last() const { return scene_.event(tries_.events.back()); }

  bool is_ours() const {
    if (by_ == GroupBy::agent)
      return agent_of(scene_.trail, first()).client != Client::script &&
             agent_of(scene_.trail, first()).client != Client::legacy;
    const auto* facts = scene_.sign_ins->facts_of(first().address);
    return facts == nullptr || facts->known_network || facts->provider ||
           scene_.sign_ins->settled_accounts(scene_, first().address, first().time) >=
               office_accounts;
  }

  // Its own people enter from there every day, so an entry is nobody's proof.
  bool is_shared() const {
    return by_ == GroupBy::address && scene_.sign_ins->is_shared(tries_.key);
  }

  void find_entries() {
    entries_ = first_of_each_account(
        scene_, all_.between(by_, tries_.key, first().time, last().time + success_delay));
  }

  void tell_finding(Finding& finding) {
    const auto source = scene_.text(tries_.key);
    finding.title = entries_.empty()
                        ? tell<sentences::spray_failed>(accounts_, source)
                        : tell<sentences::spray_entered>(accounts_, source, entries_.size(),
                                                         accounts_text(scene_, entries_));
    finding.why.push_back(
        tell<sentences::spray_counts>(tries_.events.size(), accounts_, tries_.busiest));
    for (const auto& entry : entries_) {
      blame_success(finding, scene_, entry);
      if (!is_shared()) follow_visit(finding, scene_, entry.visit, Pivot::Certainty::proven);
      for (const auto act : look_at_acts(scene_, entry.visit, signs_))
        cite(finding, scene_, scene_.event(act));
      look_at_place(scene_, entry.visit, signs_);
    }
    finding.seeds_intruder = !entries_.empty() && !is_shared();
    if (is_shared()) finding.why.push_back(tell<sentences::source_is_shared>());
    finding.severity = severity();
    signs_.tell_in(finding);
    cite_all(finding, scene_, tries_.events);
    if (by_ == GroupBy::address) finding.indicators.emplace_back(source);
    finding::tidy(finding);
  }

  // The many accounts are the second sign that a success needs.
  Severity severity() const {
    if (is_shared()) return Severity::medium;
    if (!entries_.empty()) return signs_.has(SignKind::act) ? Severity::critical : Severity::high;
    return accounts_ >= wide_spray_accounts ? Severity::medium : Severity::low;
  }

  const Detector& detector_;
  const Scene& scene_;
  const Entries& all_;
  const Group& tries_;
  GroupBy by_;
  std::size_t accounts_ = 0;
  std::vector<Success> entries_;
  Signs signs_;
};

// What the whole evidence says of the sources of failures.
struct Sources {
  std::set<Symbol> spraying;  // addresses and agents already told as a spray
  std::unordered_map<Symbol, const Group*> by_address;
};

// One account whose password was tried again and again.
class Guessing {
 public:
  Guessing(const Detector& detector, const Scene& scene, const Entries& all, const Group& tries,
           const Sources& sources)
      : detector_(detector), scene_(scene), all_(all), tries_(tries), sources_(sources) {}

  void judge(std::vector<Finding>& findings) {
    if (tries_.busiest < few_failures) return;
    find_entries();
    if (entries_.empty() && (tries_.busiest < many_failures || told_as_spray())) return;
    auto finding = begin_finding(detector_, "guessing\n" + std::string(account()));
    for (const auto& entry : entries_) gather_signs(entry, finding.id);
    finding.severity = severity();
    tell_finding(finding);
    findings.push_back(std::move(finding));
  }

 private:
  std::string_view account() const { return scene_.text(tries_.key); }

  // At least few_failures close together in the hour before.
  bool follows_failures(const Event& event) const {
    const auto before = [&](auto index, Instant time) { return scene_.event(index).time < time; };
    const auto from = std::lower_bound(tries_.events.begin(), tries_.events.end(),
                                       event.time - success_delay, before);
    const auto to = std::lower_bound(from, tries_.events.end(), event.time + 1, before);
    return most_events_within(scene_, {from, to}, guessing_window) >= few_failures;
  }

  void find_entries() {
    const auto from = scene_.event(tries_.events.front()).time;
    const auto to = scene_.event(tries_.events.back()).time + success_delay;
    for (const auto& success : all_.between(GroupBy::account, tries_.key, from, to)) {
      const auto& event = scene_.event(success.event);
      if (sources_.spraying.contains(event.address) || !follows_failures(event)) continue;
      if (entries_.size() == visits_judged) break;
      const auto same_visit = [&](const auto& other) { return other.visit == success.visit; };
      if (is_familiar(scene_, success.visit)) continue;
      if (std::none_of(entries_.begin(), entries_.end(), same_visit)) entries_.push_back(success);
    }
  }

  bool told_as_spray() const {
    return std::all_of(tries_.events.begin(), tries_.events.end(), [&](auto index) {
      return sources_.spraying.contains(scene_.event(index).address) ||
             sources_.spraying.contains(scene_.event(index).agent);
    });
  }

  void gather_signs(const Success& entry, std::string_view id) {
    look_at_place(scene_, entry.visit, signs_);
    look_at_client(scene_, entry.visit, signs_);
    look_at_acts(scene_, entry.visit, signs_);
    look_at_intruder(scene_, entry.visit, id, signs_);
    const auto others = accounts_tried_from(scene_.event(entry.event));
    if (others > 1)
      signs_.add({SignKind::many_accounts, tell<sentences::tried_others>(others), false});
  }

  std::size_t accounts_tried_from(const Event& entry) const {
    const auto tried = sources_.by_address.find(entry.address);
    if (tried == sources_.by_address.end()) return 0;
    const auto& accounts = tried->second->accounts;
    const bool own = std::binary_search(accounts.begin(), accounts.end(), entry.account);
    return accounts.size() - (own ? 1 : 0);
  }

  Severity severity() const {
    if (entries_.empty()) return Severity::low;
    const auto count = signs_.independent();
    if (count >= 3) return Severity::critical;
    if (count == 2 || (count == 1 && tries_.busiest >= many_failures)) return Severity::high;
    return count == 1 || tries_.busiest >= many_failures ? Severity::medium : Severity::low;
  }

  void tell_finding(Finding& finding) {
    finding.title = entries_.empty() ? tell<sentences::guessing_failed>(account(), tries_.busiest)
                                     : tell<sentences::guessing_entered>(account(), tries_.busiest);
    tell_sources(finding);
    for (const auto& entry : entries_) blame_success(finding, scene_, entry);
    signs_.tell_in(finding);
    cite_all(finding, scene_, tries_.events);
    for (const auto& entry : entries_) {
      const auto& event = scene_.event(entry.event);
      respect_fallback(finding, *scene_.sign_ins->facts_of(event.address), signs_);
      if (history_too_short(scene_, entry.visit))
        finding.why.push_back(tell<sentences::history_is_short>(
            account(),
            scene_.sign_ins->history_before(scene_, event.account, event.time) / day_ms));
    }
    if (finding.severity >= Severity::high) {
      finding.seeds_intruder = true;
      for (const auto& entry : entries_)
        follow_visit(finding, scene_, entry.visit, Pivot::Certainty::proven);
    }
    finding::tidy(finding);
  }

  void tell_sources(Finding& finding) const {
    std::vector<std::string> places;
    std::set<Symbol> addresses;
    for (const auto index : tries_.events) {
      const auto address = scene_.event(index).address;
      if (address == event::no_symbol || !addresses.insert(address).second) continue;
      if (places.size() < places_told)
        places.push_back(place_text(*scene_.sign_ins->facts_of(address), scene_.text(address)));
    }
    if (addresses.size() > places.size()) places.emplace_back("…");
    finding.why.push_back(tell<sentences::guessing_counts>(tries_.events.size(), addresses.size(),
                                                           join(places, " ; ")));
  }

  const Detector& detector_;
  const Scene& scene_;
  const Entries& all_;
  const Group& tries_;
  const Sources& sources_;
  std::vector<Success> entries_;
  Signs signs_;
};

class PasswordAttack final : public Detector {
 public:
  std::string_view rule() const override { return "R3"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& entries = scene.once<Entries>();
    const auto& failures = scene.once<PasswordFailures>();
    Sources sources;
    for (const auto by : {GroupBy::address, GroupBy::agent})
      for (const auto& group : failures.by(by)) {
        if (by == GroupBy::agent && only_from(scene, group, sources.spraying)) continue;
        if (Spray(*this, scene, entries, group, by).judge(findings))
          sources.spraying.insert(group.key);
        if (by == GroupBy::address) sources.by_address.emplace(group.key, &group);
      }
    for (const auto& group : failures.by(GroupBy::account))
      if (is_person(scene.text(group.key)))
        Guessing(*this, scene, entries, group, sources).judge(findings);
  }

 private:
  // A script's tries that are told already, address by address.
  static bool only_from(const Scene& scene, const Group& group, const std::set<Symbol>& addresses) {
    return std::all_of(group.events.begin(), group.events.end(),
                       [&](auto index) { return addresses.contains(scene.event(index).address); });
  }
};

}  // namespace

const Detector& password_attack_detector() {
  static const PasswordAttack detector;
  return detector;
}

}  // namespace digue::detect
