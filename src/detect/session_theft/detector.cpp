// R20, session theft: one session, two networks, and a second sign.
//
// A session seen from two operators is ordinary (home, then phone).  It is held stolen when the
// clients cannot be one machine or the new place is new for the account, and more signs meet: a
// rule or a method made from there, other accounts tried from there, an address already blamed.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/session_theft/relay.h"
#include "detect/session_theft/sentences.h"
#include "detect/sign_sentences.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.a.2", "mail-account/8.a.3",
                                             "mail-account/1.b.1", "mail-account/7.a.1",
                                             "mail-account/7.a.2"};

// The visits of one session, in time order.
struct Session {
  Symbol account = event::no_symbol;
  Symbol id = event::no_symbol;
  std::vector<std::uint32_t> visits;
};

// Whether an operator tells where somebody is: not a company's relay, not an aircraft.
bool tells_place(const AddressFacts& facts) {
  return facts.operator_key != 0 && facts.kind != OperatorKind::relay &&
         facts.kind != OperatorKind::satellite;
}

class Theft {
 public:
  Theft(const Detector& detector, const Scene& scene, const Session& session)
      : detector_(detector), scene_(scene), visits_(*scene.sign_ins), session_(session) {}

  // A finding, when the session was used from two networks and the signs suffice.
  void judge(Blamed& blamed, std::vector<Finding>& findings) {
    if (operators().size() < 2) return;
    find_strangers();
    if (strangers_.empty() || same_device()) return;
    auto finding = begin_finding(detector_, std::string(scene_.text(session_.account)) + '\n' +
                                                std::string(scene_.text(session_.id)));
    gather_signs(finding.id);
    finding.severity = severity();
    if (finding.severity == Severity::info) return;
    tell_finding(finding);
    findings.push_back(std::move(finding));
    for (const auto index : strangers_) blamed.emplace(session_.account, facts(index).address);
    if (!no_owner_) return;
    for (const auto index : familiar_) blamed.emplace(session_.account, facts(index).address);
  }

 private:
  const Visit& visit(std::uint32_t index) const { return visits_.visits()[index]; }
  const AddressFacts& facts(std::uint32_t index) const { return visits_.facts_of(visit(index)); }

  std::set<std::uint64_t> operators() const {
    std::set<std::uint64_t> keys;
    for (const auto index : session_.visits)
      if (tells_place(facts(index))) keys.insert(facts(index).operator_key);
    return keys;
  }

  // Visits from another operator than the one that is usual for the account; when none is usual,
  // than the one that the session began with.
  void find_strangers() {
    for (const auto index : session_.visits)
      if (tells_place(facts(index)) && familiar_.size() < visits_judged &&
          is_familiar(scene_, index))
        familiar_.push_back(index);
    if (familiar_.empty())
      for (const auto index : session_.visits)
        if (facts(index).operator_key == facts(session_.visits.front()).operator_key)
          familiar_.push_back(index);
    for (const auto index : session_.visits)
      if (tells_place(facts(index)) && !shares_operator(index) && strangers_.size() < visits_judged)
        strangers_.push_back(index);
    no_owner_ = !is_familiar(scene_, familiar_.front());
  }

  bool shares_operator(std::uint32_t index) const {
    return std::any_of(familiar_.begin(), familiar_.end(), [&](auto other) {
      return facts(other).operator_key == facts(index).operator_key;
    });
  }

  // A device that Entra vouches for took the session along: a laptop that travels.  Mail rows
  // name no device: the sign-in from the same address speaks for them.
  bool same_device() const {
    return std::all_of(strangers_.begin(), strangers_.end(), [&](auto stranger) {
      return std::any_of(strangers_.begin(), strangers_.end(), [&](auto other) {
        return facts(other).address == facts(stranger).address && has_familiar_device(other);
      });
    });
  }

  bool has_familiar_device(std::uint32_t index) const {
    return visit(index).device != event::no_symbol &&
           std::any_of(familiar_.begin(), familiar_.end(),
                       [&](auto other) { return visit(other).device == visit(index).device; });
  }

  void gather_signs(std::string_view id) {
    for (const auto index : strangers_) {
      for (const auto other : familiar_)
        if (cannot_be_one_client(visit(other).agent, visit(index).agent)) {
          signs_.add({SignKind::client,
                      tell<sentences::session_clients_differ>(agent_name(visit(other).agent),
                                                              agent_name(visit(index).agent)),
                      false});
          break;
        }
      look_at_place(scene_, index, signs_);
      look_at_intruder(scene_, index, id, signs_);
      for (const auto act : look_at_acts(scene_, index, signs_)) acts_.insert(act);
    }
  }

  Severity severity() const {
    const auto count = signs_.independent();
    const bool client = signs_.has(SignKind::client);
    if (client && count >= 3) return Severity::critical;
    if (client && count >= 2) return Severity::high;
    if (client) return Severity::medium;
    if (signs_.has(SignKind::intruder) && count >= 2) return Severity::high;
    return count >= 2 ? Severity::medium : Severity::info;
  }

  void tell_finding(Finding& finding) {
    const auto account = scene_.text(session_.account);
    finding.title = tell<sentences::session_stolen>(account);
    tell_addresses(finding);
    signs_.tell_in(finding);
    for (const auto index : strangers_) {
      cite_visit(finding, scene_, index);
      respect_fallback(finding, facts(index), signs_);
    }
    for (const auto index : familiar_) cite_visit(finding, scene_, index, no_owner_);
    for (const auto act : acts_) cite(finding, scene_, scene_.event(act));
    if (history_too_short(scene_, strangers_.front()))
      finding.why.push_back(tell<sentences::history_is_short>(account, history_days()));
    finding.subjects.push_back(
        session_subject(scene_, scene_.event(visit(strangers_.front()).first_event)));
    if (finding.severity >= Severity::high) follow_strangers(finding);
    finding::tidy(finding);
  }

  std::int64_t history_days() const {
    return visits_.history_before(scene_, session_.account, visit(strangers_.front()).from) /
           day_ms;
  }

  void tell_addresses(Finding& finding) const {
    std::vector<std::string> places;
    for (const auto index : session_.visits) {
      auto place = place_text(facts(index), scene_.text(facts(index).address));
      if (std::find(places.begin(), places.end(), place) == places.end())
        places.push_back(std::move(place));
    }
    finding.why.push_back(tell<sentences::session_from_operators>(
        scene_.text(session_.id), places.size(), operators().size(), join(places, " ; ")));
  }

  // The owner used the session too, so the session alone proves nothing; the strange address does,
  // unless nobody can say which side is the owner's.
  void follow_strangers(Finding& finding) const {
    const bool nobody_knows = no_owner_ && history_too_short(scene_, strangers_.front());
    if (nobody_knows) return;
    finding.seeds_intruder = true;
    const auto certainty = no_owner_ ? Pivot::Certainty::proven : Pivot::Certainty::probable;
    for (const auto index : strangers_) follow_visit(finding, scene_, index, certainty);
    if (!no_owner_) return;
    for (const auto index : familiar_) follow_visit(finding, scene_, index, certainty);
  }

  const Detector& detector_;
  const Scene& scene_;
  const SignIns& visits_;
  const Session& session_;
  std::vector<std::uint32_t> familiar_, strangers_;
  std::set<std::uint32_t> acts_;
  Signs signs_;
  bool no_owner_ = false;  // no part of the session looks like the account's usual
};

// A visit like one of the day before, of the same session, says nothing more.
bool says_more(const Scene& scene, const Session& session, std::uint32_t index) {
  const auto& all = scene.sign_ins->visits();
  const auto& visit = all[index];
  const bool repeats = std::any_of(session.visits.rbegin(), session.visits.rend(), [&](auto other) {
    return all[other].address == visit.address && all[other].agent == visit.agent &&
           all[other].device == visit.device && visit.from - all[other].from < day_ms;
  });
  return !repeats && session.visits.size() < 2 * visits_judged;
}

// By account and session, in the order of their first visits; to be asked for by Scene::once.
struct Sessions {
  explicit Sessions(const Scene& scene) {
    std::map<std::pair<Symbol, Symbol>, std::size_t> index_of;
    const auto& visits = scene.sign_ins->visits();
    for (std::uint32_t i = 0; i < visits.size(); ++i) {
      const auto& visit = visits[i];
      if (visit.session == event::no_symbol || !is_person(scene.text(visit.account))) continue;
      const auto [entry, is_new] = index_of.try_emplace({visit.account, visit.session}, all.size());
      if (is_new) all.push_back({visit.account, visit.session, {}});
      auto& session = all[entry->second];
      if (says_more(scene, session, i)) session.visits.push_back(i);
    }
  }
  std::vector<Session> all;
};

class SessionTheft final : public Detector {
 public:
  std::string_view rule() const override { return "R20"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::sign_ins, event::Family::audit_log};
    return families;
  }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    Blamed blamed;
    for (const auto& session : scene.once<Sessions>().all)
      Theft(*this, scene, session).judge(blamed, findings);
    find_twins(*this, scene, blamed, findings);
    find_relays(*this, scene, blamed, findings);
  }
};

}  // namespace

const Detector& session_theft_detector() {
  static const SessionTheft detector;
  return detector;
}

}  // namespace digue::detect
