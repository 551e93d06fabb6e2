// R30, suspicious VPN sessions: opened after many refusals, from a country or a kind of network
// that VPN users do not come from, or by several accounts from one new address; with the inside
// address that was given, and what the other logs say of that address during the session.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/operators.h"
#include "detect/sign_ins.h"
#include "detect/vpn_session/sentences.h"
#include "detect/vpn_sessions.h"
#include "detect/windows_logons.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"phishing/c.3.1", "phishing/c.5.2", "phishing/q.8",
                                             "mail-malware/c.3.1"};
constexpr std::size_t fewest_failures = 10;  // as for Windows's own (R21)
constexpr std::int64_t failures_within = hour_ms;
// With fewer sessions, where they come from is no habit.
constexpr std::size_t fewest_sessions = 10;
constexpr std::size_t usual_share = 10;      // one session in so many makes a country usual
constexpr std::size_t several_accounts = 3;  // a household shares an address by two
constexpr std::size_t inside_cited = 50;

// What all sessions say of where VPN users are.
class Habits {
 public:
  Habits(const Scene& scene, const VpnSessions& sessions) : scene_(scene) {
    std::map<std::string, std::size_t> countries;
    std::size_t placed = 0;
    for (const auto& session : sessions.all()) {
      auto& of_address = by_address_[session.remote];
      of_address.push_back(&session);
      const auto country = country_of(session);
      if (country.empty()) continue;
      ++placed;
      ++countries[country];
    }
    const auto& home = scene.organisation.home_countries;
    usual_.insert(home.begin(), home.end());
    if (usual_.empty() && placed >= fewest_sessions)
      for (const auto& [country, count] : countries)
        if (count * usual_share >= placed) usual_.insert(country);
    for (const auto index : scene.of(Action::vpn_opened)) {
      const auto& event = scene.event(index);
      if (event.verdict == event::Verdict::failure && event.time.known())
        failures_[event.address].push_back(index);
    }
  }

  std::string country_of(const VpnSession& session) const {
    const auto site = scene_.sites.find(scene_.text(session.remote));
    return site ? site->country : std::string();
  }
  const std::set<std::string>& usual() const { return usual_; }
  std::vector<std::uint32_t> failures_before(const VpnSession& session) const {
    std::vector<std::uint32_t> found;
    const auto failures = failures_.find(session.remote);
    if (session.remote == event::no_symbol || failures == failures_.end()) return found;
    for (const auto index : failures->second) {
      const auto time = scene_.event(index).time;
      if (time <= session.from && session.from - time <= failures_within) found.push_back(index);
    }
    return found;
  }
  // Accounts that came from that address within a day, if none came from it earlier.
  std::set<std::string_view> accounts_beside(const VpnSession& session) const {
    std::set<std::string_view> accounts;
    if (session.remote == event::no_symbol) return accounts;
    for (const auto* other : by_address_.at(session.remote)) {
      if (session.from - other->from > day_ms) return {};
      if (other->from - session.from <= day_ms)
        accounts.insert(bare_account(scene_.text(other->account)));
    }
    return accounts;
  }

 private:
  const Scene& scene_;
  std::set<std::string> usual_;
  std::map<event::Symbol, std::vector<const VpnSession*>> by_address_;
  std::map<event::Symbol, std::vector<std::uint32_t>> failures_;
};

class VpnSessionRule final : public Detector {
 public:
  std::string_view rule() const override { return "R30"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& sessions = scene.once<VpnSessions>();
    const Habits habits(scene, sessions);
    for (const auto& session : sessions.all()) {
      if (is_known(scene, session)) continue;
      auto found = begin_finding(*this, identity_of(scene, session));
      const auto signs = look_at(scene, habits, session, found);
      if (signs == 0) continue;
      found.title =
          tell<sentences::vpn_suspicious>(scene.text(session.account), scene.text(session.remote));
      tell_session(scene, session, found);
      found.severity = std::max(found.severity, signs >= 2 ? Severity::high : Severity::medium);
      finding::tidy(found);
      findings.push_back(std::move(found));
    }
  }

 private:
  static bool is_known(const Scene& scene, const VpnSession& session) {
    const auto& known = scene.organisation.known_networks;
    const auto remote = scene.text(session.remote);
    return std::any_of(known.begin(), known.end(),
                       [&](const auto& network) { return network.holds(remote); });
  }
  static std::string identity_of(const Scene& scene, const VpnSession& session) {
    return join({std::string(scene.text(session.account)), std::string(scene.text(session.remote)),
                 rfc3339(session.from)},
                "|");
  }

  // How many signs there are, told in `why`.
  static unsigned look_at(const Scene& scene, const Habits& habits, const VpnSession& session,
                          Finding& found) {
    unsigned signs = 0;
    if (const auto failures = habits.failures_before(session); failures.size() >= fewest_failures) {
      ++signs;
      found.severity = Severity::high;
      found.why.push_back(tell<sentences::vpn_after_failures>(failures.size()));
      cite_all(found, scene, std::span(failures).first(fewest_failures));
    }
    const auto country = habits.country_of(session);
    if (!country.empty() && !habits.usual().empty() && !habits.usual().contains(country)) {
      ++signs;
      const std::vector<std::string> usual(habits.usual().begin(), habits.usual().end());
      found.why.push_back(tell<sentences::vpn_from_abroad>(country, join(usual, ", ")));
    }
    const auto* facts = scene.sign_ins->facts_of(session.remote);
    if (facts != nullptr && facts->kind == OperatorKind::hosting) {
      ++signs;
      found.why.push_back(tell<sentences::vpn_from_hosting>(operator_text(*facts)));
    }
    if (const auto beside = habits.accounts_beside(session); beside.size() >= several_accounts) {
      ++signs;
      const std::vector<std::string> names(beside.begin(), beside.end());
      found.why.push_back(tell<sentences::vpn_several_accounts>(names.size(), join(names, ", ")));
    }
    return signs;
  }

  static void tell_session(const Scene& scene, const VpnSession& session, Finding& found) {
    const auto end =
        session.end_is_told ? as_message(rfc3339(session.to)) : tell<sentences::vpn_end_unknown>();
    const auto given = session.given.empty() ? tell<sentences::vpn_no_address>()
                                             : as_message(std::string(session.given));
    found.why.push_back(tell<sentences::vpn_line>(scene.text(session.account),
                                                  rfc3339(session.from), end,
                                                  scene.text(session.remote), given));
    cite_all(found, scene, session.events);
    tell_inside(scene, session, found);
    found.accounts = {std::string(scene.text(session.account))};
    found.hosts.emplace_back(scene.text(session.gateway));
    found.time = session.from;
    if (session.end_is_told) found.time_end = session.to;
  }

  // What other logs say of the inside address during the session.
  static void tell_inside(const Scene& scene, const VpnSession& session, Finding& found) {
    const auto address = scene.trail.symbols.find(session.given);
    if (session.given.empty() || address == event::no_symbol) return;
    std::vector<std::uint32_t> inside;
    for (const auto index : scene.by_time) {
      const auto& event = scene.event(index);
      if (event.time > session.to) break;
      const bool counts = event.time >= session.from && event.address == address &&
                          event.action != Action::vpn_opened && event.action != Action::vpn_closed;
      if (counts) inside.push_back(index);
    }
    if (inside.empty()) return;
    found.why.push_back(tell<sentences::vpn_inside>(inside.size(), session.given));
    cite_acts(found, scene, std::span(inside).first(std::min(inside.size(), inside_cited)));
  }
};

}  // namespace

const Detector& vpn_session_detector() {
  static const VpnSessionRule detector;
  return detector;
}

}  // namespace digue::detect
