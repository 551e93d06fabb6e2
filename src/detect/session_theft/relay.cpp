#include "detect/session_theft/relay.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "detect/draft.h"
#include "detect/session_theft/sentences.h"
#include "detect/signs.h"

namespace digue::detect {

using event::Symbol;
using finding::Finding;
using finding::Pivot;
using finding::Severity;

static constexpr std::int64_t at_once = 30 * second_ms;
static constexpr std::int32_t keep_signed_in_prompt = 50140;
static constexpr std::int32_t second_factor_asked = 50074;
static constexpr std::string_view office_home = "4765445b-32c6-49b0-83e6-1d93765276ca";

namespace {

// A strange visit that one of the shapes points at.
class Strange {
 public:
  Strange(const Detector& detector, const Scene& scene, std::uint32_t visit)
      : scene_(scene),
        index_(visit),
        visit_(scene.sign_ins->visits()[visit]),
        finding_(begin_finding(detector, identity())) {
    look_at_place(scene, visit, signs_);
    look_at_client(scene, visit, signs_);
    look_at_acts(scene, visit, signs_);
    look_at_intruder(scene, visit, finding_.id, signs_);
  }

  // What another finding says of the intruder is told, and does not count again.
  Severity severity() const {
    const auto count = signs_.independent() - (signs_.has(SignKind::intruder) ? 1U : 0U);
    if (count >= 2) return Severity::high;
    return count == 1 ? Severity::medium : Severity::info;
  }

  Finding tell(Message title, std::vector<Message> why, const std::vector<std::uint32_t>& rows) {
    finding_.severity = severity();
    finding_.title = std::move(title);
    finding_.why = std::move(why);
    signs_.tell_in(finding_);
    cite_visit(finding_, scene_, index_);
    for (const auto row : rows) finding_.evidence.push_back({scene_.event(row).place});
    respect_fallback(finding_, facts(), signs_);
    finding_.subjects.push_back(session_subject(scene_, scene_.event(visit_.first_event)));
    if (finding_.severity >= Severity::high) {
      finding_.seeds_intruder = true;
      follow_visit(finding_, scene_, index_, Pivot::Certainty::probable);
    }
    finding::tidy(finding_);
    return std::move(finding_);
  }

 private:
  const AddressFacts& facts() const { return scene_.sign_ins->facts_of(visit_); }
  std::string identity() const {
    return std::string(scene_.text(visit_.account)) + '\n' +
           std::string(scene_.text(facts().address));
  }

  const Scene& scene_;
  std::uint32_t index_;
  const Visit& visit_;
  Finding finding_;
  Signs signs_;
};

bool tells_place(const AddressFacts& facts) {
  return facts.operator_key != 0 && facts.kind != OperatorKind::relay &&
         facts.kind != OperatorKind::satellite && facts.kind != OperatorKind::mobile;
}

// The strange visit of two sign-ins at once; no_visit when they accuse nobody.
std::uint32_t stranger_of(const Scene& scene, std::uint32_t first, std::uint32_t second) {
  const auto& visits = *scene.sign_ins;
  const auto &a = visits.visits()[first], &b = visits.visits()[second];
  const auto &at_a = visits.facts_of(a), &at_b = visits.facts_of(b);
  if (!tells_place(at_a) || !tells_place(at_b) || at_a.operator_key == at_b.operator_key)
    return no_visit;
  if (a.device != event::no_symbol && a.device == b.device) return no_visit;
  const bool know_a = is_familiar(scene, first), know_b = is_familiar(scene, second);
  if (know_a == know_b) return no_visit;
  return know_a ? second : first;
}

void tell_twins(const Detector& detector, const Scene& scene, std::uint32_t first,
                std::uint32_t second, Blamed& blamed, std::vector<Finding>& findings) {
  const auto stranger =
      stranger_of(scene, scene.sign_ins->visit_of(first), scene.sign_ins->visit_of(second));
  if (stranger == no_visit) return;
  const auto& visit = scene.sign_ins->visits()[stranger];
  const auto account = scene.text(visit.account);
  if (!blamed.emplace(visit.account, scene.sign_ins->facts_of(visit).address).second) return;
  Strange strange(detector, scene, stranger);
  if (strange.severity() == Severity::info) return;
  const auto place = [&](std::uint32_t index) {
    const auto address = scene.event(index).address;
    return place_text(*scene.sign_ins->facts_of(address), scene.text(address));
  };
  const auto seconds = (scene.event(second).time - scene.event(first).time) / second_ms;
  findings.push_back(strange.tell(
      tell<sentences::sign_ins_collide>(account),
      {tell<sentences::signed_in_twice>(account, seconds, place(first), place(second))},
      {first, second}));
}

// The sign-ins of one authentication request.
struct Request {
  std::set<std::int32_t> codes;
  std::vector<std::uint32_t> events;
  std::uint32_t visit = no_visit;  // of the success
};

std::unordered_map<Symbol, Request> requests_of(const Scene& scene) {
  std::unordered_map<Symbol, Request> requests;
  const auto name = scene.trail.symbols.find("CorrelationId");
  if (name == event::no_symbol) return requests;
  for (const auto index : scene.of(event::Action::sign_in)) {
    const auto& event = scene.event(index);
    const bool success = event.verdict == event::Verdict::success && event.error_code == 0;
    if (!success && event.error_code != keep_signed_in_prompt &&
        event.error_code != second_factor_asked)
      continue;
    const auto correlation = exact_symbol(scene.trail, event, name);
    if (correlation == event::no_symbol || !event.time.known()) continue;
    auto& request = requests[correlation];
    request.codes.insert(event.error_code);
    request.events.push_back(index);
    const auto application = scene.text(event.application);
    if (success && (application.empty() || application == office_home))
      request.visit = scene.sign_ins->visit_of(index);
  }
  return requests;
}

// Requests that a look-alike page may have relayed, in the order of their visit.
class Relays {
 public:
  struct Relay {
    Symbol correlation = event::no_symbol;
    Request request;
  };

  explicit Relays(const Scene& scene) {
    for (auto& [correlation, request] : requests_of(scene))
      if (request.visit != no_visit && request.codes.size() == 3)
        relays_.push_back({correlation, std::move(request)});
    std::sort(relays_.begin(), relays_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.request.visit, a.correlation) < std::tie(b.request.visit, b.correlation);
    });
  }

  const std::vector<Relay>& all() const { return relays_; }

 private:
  std::vector<Relay> relays_;
};

// Successful sign-ins of one account, one at once after the other, from two addresses; in time
// order.
struct Twins {
  explicit Twins(const Scene& scene) {
    std::unordered_map<Symbol, std::uint32_t> last;  // by account: its last successful sign-in
    for (const auto index : scene.of(event::Action::sign_in)) {
      const auto& event = scene.event(index);
      if (scene.sign_ins->visit_of(index) == no_visit || !is_person(scene.text(event.account)))
        continue;
      const auto [entry, is_first] = last.try_emplace(event.account, index);
      const auto before = std::exchange(entry->second, index);
      if (is_first || event.time - scene.event(before).time > at_once) continue;
      if (scene.event(before).address != event.address) all.emplace_back(before, index);
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
};

}  // namespace

void find_twins(const Detector& detector, const Scene& scene, Blamed& blamed,
                std::vector<Finding>& findings) {
  for (const auto& [before, index] : scene.once<Twins>().all)
    tell_twins(detector, scene, before, index, blamed, findings);
}

void find_relays(const Detector& detector, const Scene& scene, Blamed& blamed,
                 std::vector<Finding>& findings) {
  for (const auto& [correlation, request] : scene.once<Relays>().all()) {
    const auto index = request.visit;
    const auto& visit = scene.sign_ins->visits()[index];
    const auto& facts = scene.sign_ins->facts_of(visit);
    if (!is_person(scene.text(visit.account)) || is_familiar(scene, index)) continue;
    if (!blamed.emplace(visit.account, facts.address).second) continue;
    Strange strange(detector, scene, index);
    if (strange.severity() == Severity::info) continue;
    findings.push_back(
        strange.tell(tell<sentences::relayed_sign_in>(scene.text(visit.account),
                                                      place_text(facts, scene.text(facts.address))),
                     {tell<sentences::relay_errors>(scene.text(correlation))}, request.events));
  }
}

}  // namespace digue::detect
