#include "detect/signs.h"

#include <algorithm>
#include <bit>

#include "detect/draft.h"
#include "detect/sign_sentences.h"

namespace digue::detect {

using event::Action;
using finding::Pivot;
using finding::Severity;

void Signs::add(Sign sign) {
  const bool there = std::any_of(all_.begin(), all_.end(),
                                 [&](const auto& known) { return known.what == sign.what; });
  if (!there) all_.push_back(std::move(sign));
}

bool Signs::has(SignKind kind) const {
  return std::any_of(all_.begin(), all_.end(), [&](const auto& sign) { return sign.kind == kind; });
}

template <class Test>
static unsigned kinds_that(const std::vector<Sign>& signs, Test test) {
  unsigned kinds = 0;
  for (const auto& sign : signs)
    if (test(sign)) kinds |= 1U << static_cast<unsigned>(sign.kind);
  return static_cast<unsigned>(std::popcount(kinds));
}

unsigned Signs::independent() const {
  return kinds_that(all_, [](const auto&) { return true; });
}

unsigned Signs::solid() const {
  return kinds_that(all_, [](const auto& sign) { return !sign.on_fallback; });
}

void Signs::tell_in(finding::Finding& finding) const {
  for (const auto& sign : all_)
    if (std::find(finding.why.begin(), finding.why.end(), sign.what) == finding.why.end())
      finding.why.push_back(sign.what);
}

void look_at_place(const Scene& scene, std::uint32_t index, Signs& signs) {
  const auto& visits = *scene.sign_ins;
  const auto& facts = visits.facts_of(visits.visits()[index]);
  const bool operator_on_fallback = facts.operator_basis == Basis::fallback;
  const auto address = scene.text(facts.address);
  const auto of_operator = visits.novelty(scene, index, Trait::network_operator);
  if (facts.kind == OperatorKind::hosting && of_operator != Novelty::known)
    signs.add({SignKind::place, tell<sentences::operator_is_hosting>(place_text(facts, address)),
               operator_on_fallback});
  if (of_operator == Novelty::fresh)
    signs.add({SignKind::place, tell<sentences::operator_is_new>(place_text(facts, address)),
               operator_on_fallback});
  if (visits.novelty(scene, index, Trait::country) == Novelty::fresh)
    signs.add({SignKind::place, tell<sentences::country_is_new>(place_text(facts, address)),
               facts.place_basis == Basis::fallback});
}

void look_at_client(const Scene& scene, std::uint32_t index, Signs& signs) {
  const auto& visits = *scene.sign_ins;
  const auto& visit = visits.visits()[index];
  const auto of_client = visits.novelty(scene, index, Trait::client);
  const auto agent = scene.text(scene.event(visit.first_event).agent);
  if (visit.agent.client == Client::script && of_client != Novelty::known)
    signs.add({SignKind::client, tell<sentences::client_is_script>(agent), false});
  if (of_client == Novelty::fresh)
    signs.add({SignKind::client, tell<sentences::client_is_new>(agent_name(visit.agent)), false});
  if (visits.novelty(scene, index, Trait::device) == Novelty::fresh)
    signs.add({SignKind::client, tell<sentences::device_is_new>(scene.text(visit.device)), false});
}

// What an intruder does to stay, to hide or to spread.
static bool is_telling(Action action) {
  switch (action) {
    case Action::inbox_rule_set:
    case Action::forwarding_set:
    case Action::mailbox_permission_added:
    case Action::send_permission_added:
    case Action::folder_permission_added:
    case Action::transport_rule_set:
    case Action::consent_granted:
    case Action::application_credential_added:
    case Action::authentication_method_added:
    case Action::device_registered:
    case Action::role_member_added:
    case Action::user_added:
    case Action::audit_log_set:
    case Action::mailbox_audit_set:
      return true;
    default:
      return false;
  }
}

// The log gives these the provider's address or none, whoever does them.
static bool is_never_placed(Action action) {
  return action == Action::consent_granted || action == Action::authentication_method_added ||
         action == Action::device_registered || action == Action::mailbox_permission_added ||
         action == Action::send_permission_added;
}

enum class From : std::uint8_t { elsewhere, there, unplaced };

static From from_visit(const Scene& scene, const event::Event& event, const Visit& visit) {
  const auto& facts = scene.sign_ins->facts_of(visit);
  if (event.address == facts.address) return From::there;
  const auto* other = scene.sign_ins->facts_of(event.address);
  if (other != nullptr && !other->provider) return From::elsewhere;
  if (event.session != event::no_symbol && event.session == visit.session) return From::there;
  const bool soon = event.time - visit.to <= hour_ms && event.session == event::no_symbol;
  return soon && is_never_placed(event.action) ? From::unplaced : From::elsewhere;
}

std::vector<std::uint32_t> look_at_acts(const Scene& scene, std::uint32_t index, Signs& signs) {
  std::vector<std::uint32_t> acts;
  const auto& visit = scene.sign_ins->visits()[index];
  const auto found = scene.by_account.find(visit.account);
  if (found == scene.by_account.end()) return acts;
  const auto& events = found->second;
  auto at = std::lower_bound(events.begin(), events.end(), visit.from,
                             [&](auto i, Instant time) { return scene.event(i).time < time; });
  for (; at != events.end() && scene.event(*at).time - visit.to <= day_ms; ++at) {
    const auto& event = scene.event(*at);
    if (!is_telling(event.action)) continue;
    const auto from = from_visit(scene, event, visit);
    if (from == From::elsewhere) continue;
    const auto line = act_line(scene, event);
    signs.add({SignKind::act,
               from == From::there ? tell<sentences::act_followed>(line)
                                   : tell<sentences::act_followed_unplaced>(line),
               false});
    acts.push_back(*at);
  }
  return acts;
}

void look_at_intruder(const Scene& scene, std::uint32_t index, std::string_view but_for,
                      Signs& signs) {
  const auto& visit = scene.sign_ins->visits()[index];
  if (scene.tie(scene.event(visit.first_event), but_for) == Tie::proven)
    signs.add({SignKind::intruder, tell<sentences::tied_by_other>(), false});
}

bool is_familiar(const Scene& scene, std::uint32_t index) {
  const auto& visits = *scene.sign_ins;
  const auto known = [&](Trait trait) {
    return visits.novelty(scene, index, trait) == Novelty::known;
  };
  return known(Trait::address) || known(Trait::network) || known(Trait::device) ||
         (known(Trait::network_operator) && known(Trait::client));
}

bool history_too_short(const Scene& scene, std::uint32_t index) {
  const auto& visit = scene.sign_ins->visits()[index];
  return scene.sign_ins->history_before(scene, visit.account, visit.from) <
         SignIns::shortest_history;
}

static bool window_leads_to(const Scene& scene, event::Symbol account, Instant moment,
                            std::int64_t within, std::string_view but_for) {
  const auto windows = scene.intruder.windows.find(account);
  if (windows == scene.intruder.windows.end()) return false;
  return std::any_of(windows->second.begin(), windows->second.end(), [&](const auto& window) {
    return has_other_reason(window.because, but_for) && window.from <= moment &&
           moment - window.to <= within;
  });
}

static bool is_suspect(const Scene& scene, std::uint32_t index) {
  if (is_familiar(scene, index)) return false;
  Signs signs;
  look_at_place(scene, index, signs);
  look_at_client(scene, index, signs);
  return signs.independent() >= 2;
}

Lead lead_to(const Scene& scene, event::Symbol account, Instant moment, std::int64_t within,
             std::string_view but_for) {
  Lead lead;
  if (window_leads_to(scene, account, moment, within, but_for))
    lead.strength = Lead::Strength::probable;
  const auto& visits = scene.sign_ins->visits();
  for (const auto index : scene.sign_ins->of_account(account)) {
    const auto& visit = visits[index];
    if (visit.from > moment) break;
    if (moment - visit.to > within) continue;
    auto strength = Lead::Strength::none;
    if (scene.tie(scene.event(visit.first_event), but_for) == Tie::proven)
      strength = Lead::Strength::proven;
    else if (lead.strength <= Lead::Strength::unfamiliar && is_suspect(scene, index))
      strength = Lead::Strength::unfamiliar;
    // Of equals the latest, which is the nearest to the act.
    if (strength == Lead::Strength::none || strength < lead.strength) continue;
    lead = {strength, index, moment - visit.from};
  }
  return lead;
}

Message lead_line(const Scene& scene, const Lead& lead) {
  if (lead.visit == no_visit) return tell<sentences::during_intrusion>();
  const auto& facts = scene.sign_ins->facts_of(scene.sign_ins->visits()[lead.visit]);
  const auto place = place_text(facts, scene.text(facts.address));
  return lead.strength == Lead::Strength::proven
             ? tell<sentences::after_intruder>(lead.delay / minute_ms, place)
             : tell<sentences::after_unfamiliar>(lead.delay / minute_ms, place);
}

static void widen(finding::Finding& finding, Instant from, Instant to) {
  finding.time = finding.time.known() ? std::min(finding.time, from) : from;
  finding.time_end = finding.time_end.known() ? std::max(finding.time_end, to) : to;
}

void cite_visit(finding::Finding& finding, const Scene& scene, std::uint32_t index, bool blamed) {
  const auto& visit = scene.sign_ins->visits()[index];
  const auto& event = scene.event(visit.first_event);
  if (finding.evidence.size() < evidence_cap) finding.evidence.push_back({event.place});
  if (!blamed) return;
  widen(finding, visit.from, visit.to);
  finding.accounts.emplace_back(scene.text(visit.account));
  finding.addresses.emplace_back(scene.text(event.address));
}

bool may_follow_address(const Scene& scene, const event::Event& event) {
  const auto* facts = scene.sign_ins->facts_of(event.address);
  if (facts == nullptr || facts->provider || facts->known_network) return false;
  if (is_provider_operator(facts->site.as_number)) return false;
  if (scene.sign_ins->is_shared(event.address)) return false;
  return scene.sign_ins->settled_accounts(scene, event.address, event.time) == 0;
}

void follow_visit(finding::Finding& finding, const Scene& scene, std::uint32_t index,
                  Pivot::Certainty session_certainty) {
  const auto& visit = scene.sign_ins->visits()[index];
  const auto& event = scene.event(visit.first_event);
  const std::string account(scene.text(visit.account));
  const auto add = [&](Pivot pivot) {
    auto& pivots = finding.pivots;
    if (!pivot.value.empty() && std::find(pivots.begin(), pivots.end(), pivot) == pivots.end())
      pivots.push_back(std::move(pivot));
  };
  add({Pivot::Kind::session, session_certainty, std::string(scene.text(visit.session)), account});
  // A phone network and a relay put strangers behind one address.
  const auto kind = scene.sign_ins->facts_of(visit).kind;
  const bool crowded = kind == OperatorKind::mobile || kind == OperatorKind::relay ||
                       kind == OperatorKind::satellite;
  if (may_follow_address(scene, event))
    add({Pivot::Kind::address, crowded ? Pivot::Certainty::probable : Pivot::Certainty::proven,
         std::string(scene.text(event.address)), account});
  for (const auto moment : {visit.from, visit.to}) {
    const finding::Act act{account, moment};
    if (std::find(finding.acts.begin(), finding.acts.end(), act) == finding.acts.end())
      finding.acts.push_back(act);
  }
}

void respect_fallback(finding::Finding& finding, const AddressFacts& facts, const Signs& signs) {
  const bool rests =
      facts.place_basis == Basis::fallback || facts.operator_basis == Basis::fallback;
  if (!rests) return;
  if (signs.solid() == 0) finding.severity = std::min(finding.severity, Severity::medium);
  const auto& date = facts.site.database_date;
  auto note = date.empty() ? tell<sentences::rests_on_undated_fallback>()
                           : tell<sentences::rests_on_fallback>(date);
  if (std::find(finding.why.begin(), finding.why.end(), note) == finding.why.end())
    finding.why.push_back(std::move(note));
}

finding::Subject session_subject(const Scene& scene, const event::Event& event) {
  finding::Subject subject;
  subject.kind = "session";
  subject.identity = scene.text(event.session);
  subject.mailbox = scene.text(event.account);
  subject.state = {{"SessionId", subject.identity},
                   {"IPAddress", std::string(scene.text(event.address))},
                   {"UserAgent", std::string(scene.text(event.agent))}};
  return subject;
}

}  // namespace digue::detect
