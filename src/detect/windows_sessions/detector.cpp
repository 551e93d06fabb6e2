// R22, who opened a session on a Windows host, at its screen or by remote desktop: the accounts to
// reset if the host turns out to be compromised.  A list, not an accusation.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "detect/draft.h"
#include "detect/windows_logons.h"
#include "detect/windows_sessions/sentences.h"

namespace digue::detect {

namespace {

using event::Event;
using finding::Finding;

constexpr std::string_view spoken_items[] = {"mail-malware/c.8", "mail-malware/c.8.2"};
constexpr std::size_t accounts_told = 50;

// What one account did on a host.
struct Presence {
  std::uint64_t sessions = 0;
  Instant first, last;
  bool on_the_spot = false, remote = false, administrator = false;
};
using Accounts = std::map<std::string_view, Presence>;

void add(Presence& presence, const Event& logon, LogonWay way, bool administrator) {
  ++presence.sessions;
  if (logon.time.known() && (!presence.first.known() || logon.time < presence.first))
    presence.first = logon.time;
  presence.last = std::max(presence.last, logon.time);
  (way == LogonWay::on_the_spot ? presence.on_the_spot : presence.remote) = true;
  presence.administrator |= administrator;
}

// "chv\m.leroy" on pc12.chv.example is of the domain, "pc12\m.leroy" of the host.
bool is_of_domain(std::string_view account, std::string_view host) {
  const auto cut = account.find('\\');
  return cut != std::string_view::npos && account.substr(0, cut) != host.substr(0, host.find('.'));
}

const Message& way_message(const Presence& presence) {
  static const Message both = tell<sentences::session_both>();
  static const Message spot = tell<sentences::session_spot>();
  static const Message remote = tell<sentences::session_remote>();
  if (presence.on_the_spot && presence.remote) return both;
  return presence.on_the_spot ? spot : remote;
}

Message line_of(std::string_view account, const Presence& presence) {
  const auto first = rfc3339(presence.first), last = rfc3339(presence.last);
  const auto& way = way_message(presence);
  return presence.administrator
             ? tell<sentences::session_line_administrator>(account, presence.sessions, first, last,
                                                           way)
             : tell<sentences::session_line>(account, presence.sessions, first, last, way);
}

class WindowsSessions final : public Detector {
 public:
  std::string_view rule() const override { return "R22"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::windows_log};
    return families;
  }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const AdministratorSessions administrators(scene);
    std::map<std::string_view, std::vector<std::uint32_t>> by_host;
    std::map<std::string_view, Accounts> present;
    for (const auto index : scene.of(event::Action::logon)) {
      const auto& logon = scene.event(index);
      const auto way = way_of(scene, logon);
      const bool counts = logon.verdict == event::Verdict::success && way != LogonWay::other &&
                          logon.device != event::no_symbol && is_a_users(scene, logon);
      if (!counts) continue;
      const auto host = scene.text(logon.device);
      by_host[host].push_back(index);
      add(present[host][scene.text(logon.account)], logon, way, administrators.has(logon));
    }
    for (auto& [host, logons] : by_host)
      findings.push_back(list_of(scene, host, present[host], logons));
  }

 private:
  Finding list_of(const Scene& scene, std::string_view host, const Accounts& accounts,
                  std::vector<std::uint32_t>& logons) const {
    auto found = begin_finding(*this, host);
    found.severity = finding::Severity::info;
    found.title = tell<sentences::sessions_of_host>(host, accounts.size());
    scene.put_in_order(logons);
    for (std::size_t i = 0; i < std::min(logons.size(), evidence_cap); ++i)
      cite(found, scene, scene.event(logons[i]));
    found.time_end = std::max(found.time_end, scene.event(logons.back()).time);
    for (const auto& [account, presence] : accounts) found.accounts.emplace_back(account);
    found.hosts.emplace_back(host);
    tell_accounts(host, accounts, found);
    finding::tidy(found);
    return found;
  }

  // Administrators first, then whoever came last.
  static void tell_accounts(std::string_view host, const Accounts& accounts, Finding& found) {
    std::vector<Accounts::const_pointer> order;
    for (const auto& one : accounts) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
      return std::tuple(a->second.administrator, a->second.last) >
             std::tuple(b->second.administrator, b->second.last);
    });
    const bool of_domain = std::any_of(order.begin(), order.end(), [&](const auto* one) {
      return one->second.administrator && is_of_domain(one->first, host);
    });
    if (of_domain) found.why.push_back(tell<sentences::session_domain_administrator>());
    for (std::size_t i = 0; i < std::min(order.size(), accounts_told); ++i)
      found.why.push_back(line_of(order[i]->first, order[i]->second));
    if (order.size() > accounts_told)
      found.why.push_back(tell<sentences::session_more>(order.size() - accounts_told));
  }
};

}  // namespace

const Detector& windows_sessions_detector() {
  static const WindowsSessions detector;
  return detector;
}

}  // namespace digue::detect
