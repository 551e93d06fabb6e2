// R21, guessed passwords: many refused sign-ins from one address, then one that succeeds from
// there, on one account or on several: of Windows hosts (4625 then 4624), of hypervisors and other
// hosts that log through syslog, and of VPN gateways.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/windows_guessing/sentences.h"
#include "detect/windows_logons.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Verdict;
using finding::Finding;
using finding::Severity;

constexpr std::size_t fewest_failures = 10;
constexpr std::int64_t burst_span = 10 * minute_ms;  // they stand so close together
constexpr std::int64_t until_success = hour_ms;      // after the last of them
constexpr std::size_t spray_accounts = 5;            // tried, to hold another account's success
constexpr std::size_t failures_cited = 20;

// What came from one address, in time order.
class Source {
 public:
  explicit Source(const Scene& scene) : scene_(&scene) {}

  // Failures far from those before begin anew.
  void fail(std::uint32_t index) {
    const auto time = scene_->event(index).time;
    if (!failures_.empty() && time - last_failure() > until_success) forget();
    failures_.push_back(index);
    accounts_.insert(bare_account(scene_->text(scene_->event(index).account)));
    const auto count = failures_.size();
    if (count >= fewest_failures &&
        time - scene_->event(failures_[count - fewest_failures]).time <= burst_span)
      is_burst_ = true;
  }
  void succeed() { succeeded_ = true; }

  // Whether the success is what the failures were after.
  bool follows_burst(const Event& success) const {
    if (!is_burst_ || success.time - last_failure() > until_success) return false;
    if (tried(success)) return true;
    return (accounts_.size() >= spray_accounts || are_nameless()) && !succeeded_;
  }
  // Some logs do not say whom a refusal concerns (OpenVPN).
  bool are_nameless() const { return accounts_.size() == 1 && accounts_.begin()->empty(); }
  bool tried(const Event& success) const {
    return accounts_.contains(bare_account(scene_->text(success.account)));
  }
  const std::vector<std::uint32_t>& failures() const { return failures_; }
  std::size_t accounts() const { return accounts_.size(); }

 private:
  Instant last_failure() const { return scene_->event(failures_.back()).time; }
  void forget() {
    failures_.clear();
    accounts_.clear();
    is_burst_ = false;
  }

  const Scene* scene_;
  std::vector<std::uint32_t> failures_;
  std::set<std::string_view> accounts_;  // without their domains
  bool is_burst_ = false;
  bool succeeded_ = false;  // at least once
};

class WindowsGuessing final : public Detector {
 public:
  std::string_view rule() const override { return "R21"; }
  int version() const override { return 3; }
  std::span<const std::string_view> items() const override { return {}; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::windows_log};
    return families;
  }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::vector<std::uint32_t> logons;
    for (const auto action : {event::Action::logon, event::Action::vpn_opened})
      logons.insert(logons.end(), scene.of(action).begin(), scene.of(action).end());
    for (const auto index : scene.of(event::Action::credentials_checked))
      if (is_refused_by_radius(scene.event(index))) logons.push_back(index);
    scene.put_in_order(logons);
    std::map<std::string_view, Source> sources;
    std::set<std::string> told;
    for (const auto index : logons) {
      const auto& logon = scene.event(index);
      const auto address = scene.text(logon.address);
      if (address.empty() || is_loopback(address) || !logon.time.known()) continue;
      auto& source = sources.try_emplace(address, scene).first->second;
      if (logon.verdict == Verdict::failure) source.fail(index);
      const bool of_vpn = logon.action == event::Action::vpn_opened;
      if (logon.verdict != Verdict::success || (!of_vpn && !is_a_users(scene, logon))) continue;
      if (source.follows_burst(logon)) tell_of(scene, source, logon, told, findings);
      source.succeed();
    }
  }

 private:
  // NPS checks for a gateway: a refusal stands there only, a success is followed by the session.
  // What Windows hosts check is refused again where it was asked.
  static bool is_refused_by_radius(const Event& check) {
    return check.family == event::Family::none && check.verdict == Verdict::failure;
  }

  // One finding an address, an account and a host: the first success.
  void tell_of(const Scene& scene, const Source& source, const Event& success,
               std::set<std::string>& told, std::vector<Finding>& findings) const {
    const auto address = scene.text(success.address), account = scene.text(success.account),
               host = scene.text(success.device);
    const auto identity =
        join({std::string(address), std::string(account), std::string(host)}, "|");
    if (!told.insert(identity).second) return;
    auto found = begin_finding(*this, identity);
    found.severity = Severity::high;
    found.title = host.empty() ? tell<sentences::guessed_without_host>(address, account)
                               : tell<sentences::windows_guessed>(address, account, host);
    const auto& failures = source.failures();
    found.why.push_back(what_came_before(scene, source, success));
    found.why.push_back(source.tried(success) ? tell<sentences::guess_of_that_account>()
                                              : tell<sentences::guess_first_success>());
    for (std::size_t i = 0; i < std::min(failures.size(), failures_cited); ++i)
      cite(found, scene, scene.event(failures[i]));
    cite(found, scene, success);
    found.accounts = {std::string(account)};
    if (!host.empty()) found.hosts.emplace_back(host);
    finding::tidy(found);
    findings.push_back(std::move(found));
  }

  static Message what_came_before(const Scene& scene, const Source& source, const Event& success) {
    const auto& failures = source.failures();
    const auto first = rfc3339(scene.event(failures.front()).time),
               last = rfc3339(scene.event(failures.back()).time);
    if (source.are_nameless())
      return tell<sentences::guesses_nameless>(failures.size(), first, last, rfc3339(success.time));
    return tell<sentences::guesses_before>(failures.size(), source.accounts(), first, last,
                                           rfc3339(success.time));
  }
};

}  // namespace

const Detector& windows_guessing_detector() {
  static const WindowsGuessing detector;
  return detector;
}

}  // namespace digue::detect
