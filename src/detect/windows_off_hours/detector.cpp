// R23, administrators at unusual hours: sessions with an administrator's rights, at the screen or
// by remote desktop, on hypervisors (ESXi, vCenter) and other hosts that log through syslog, or
// through the VPN, outside of the organisation's hours or on a public holiday.
//
// People work at night; an account whose habit it is says nothing, and one night is a weight only.
#include "detect/detector.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "detect/draft.h"
#include "detect/windows_logons.h"
#include "detect/windows_off_hours/sentences.h"
#include "organisation/holidays.h"

namespace digue::detect {

namespace {

using event::Event;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"ransomware/2.b.4"};
constexpr std::size_t sessions_told = 10;
constexpr std::size_t habit_days = 5;    // off hours on so many days,
constexpr std::size_t habit_share = 3;   // and on one day in so many: it is the account's habit
constexpr std::size_t spread_hosts = 3;  // in one day: no ordinary night's work
constexpr unsigned day_begins_at = 12;   // a night belongs to the day that it follows

class Calendar {
 public:
  explicit Calendar(const organisation::Organisation& organisation)
      : zone_(organisation.zone),
        hours_(organisation.hours.value_or(organisation::WorkingHours{})),
        french_(organisation.home_countries.empty() ||
                std::find(organisation.home_countries.begin(), organisation.home_countries.end(),
                          "FR") != organisation.home_countries.end()) {}

  // Why that is no time to work; nothing when it is.
  std::optional<Message> off(Instant moment) const {
    const auto civil = zone_.civil(moment);
    const int minutes = static_cast<int>(civil.hour * 60 + civil.minute);
    if (!hours_.days[weekday_of(civil)]) return tell<sentences::why_day>();
    if (french_ && organisation::is_french_holiday(civil)) return tell<sentences::why_holiday>();
    if (minutes < hours_.from_minutes || minutes > hours_.to_minutes)
      return tell<sentences::why_hour>();
    return std::nullopt;
  }
  // Nights are not cut in two.
  std::int64_t day_of(Instant moment) const {
    const auto civil = zone_.civil(moment - day_begins_at * hour_ms);
    const auto day = from_civil_utc({.year = civil.year, .month = civil.month, .day = civil.day});
    return day ? day->milliseconds / day_ms : 0;
  }

 private:
  const Zone& zone_;
  organisation::WorkingHours hours_;
  bool french_;
};

// The administrator's sessions of one account.
struct Sessions {
  std::set<std::int64_t> days;  // any hour
  std::map<std::int64_t, std::set<event::Symbol>> hosts_of_off_day;
  std::vector<std::uint32_t> off;

  bool is_habit() const {
    const auto off_days = hosts_of_off_day.size();
    return off_days >= habit_days && off_days * habit_share >= days.size();
  }
  std::size_t widest_day() const {
    std::size_t most = 0;
    for (const auto& [day, hosts] : hosts_of_off_day) most = std::max(most, hosts.size());
    return most;
  }
};

// Who is an administrator where the session itself does not say so: the accounts that the
// organisation's settings name, those that had an administrator's rights on a Windows host, and
// the built-in ones.  Not the accounts that hypervisors use between themselves.
class AdministratorNames {
 public:
  explicit AdministratorNames(const Scene& scene) {
    for (const auto& name : scene.organisation.administrators) add(name);
    for (const auto index : scene.of(event::Action::privileges_assigned)) {
      const auto& event = scene.event(index);
      if (is_a_users(scene, event)) add(scene.text(event.account));
    }
    for (const auto* const name : {"root", "admin", "administrator", "administrateur"}) add(name);
  }
  bool has(std::string_view account) const { return names_.contains(person(account)); }

 private:
  // "adm" of "CHV\adm" and "adm@vsphere.local".
  static std::string_view person(std::string_view account) {
    const auto bare = bare_account(account);
    return bare.substr(0, bare.find('@'));
  }
  void add(std::string_view account) { names_.emplace(person(account)); }

  std::set<std::string, std::less<>> names_;
};

class WindowsOffHours final : public Detector {
 public:
  std::string_view rule() const override { return "R23"; }
  int version() const override { return 2; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override {
    static constexpr event::Family families[] = {event::Family::windows_log};
    return families;
  }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const Calendar calendar(scene.organisation);
    std::map<std::string_view, Sessions> by_account;
    for (const auto index : administrators_sessions(scene)) {
      const auto& logon = scene.event(index);
      auto& sessions = by_account[scene.text(logon.account)];
      const auto day = calendar.day_of(logon.time);
      sessions.days.insert(day);
      if (!calendar.off(logon.time)) continue;
      sessions.hosts_of_off_day[day].insert(logon.device);
      sessions.off.push_back(index);
    }
    for (auto& [account, sessions] : by_account)
      if (!sessions.off.empty() && !sessions.is_habit())
        findings.push_back(finding_of(scene, calendar, account, sessions));
  }

 private:
  static std::vector<std::uint32_t> administrators_sessions(const Scene& scene) {
    const AdministratorSessions administrators(scene);
    const AdministratorNames names(scene);
    std::vector<std::uint32_t> sessions;
    for (const auto action : {event::Action::logon, event::Action::vpn_opened})
      for (const auto index : scene.of(action)) {
        const auto& logon = scene.event(index);
        if (logon.verdict != event::Verdict::success || !logon.time.known()) continue;
        const bool of_windows = logon.family == event::Family::windows_log;
        const bool counts = of_windows ? way_of(scene, logon) != LogonWay::other &&
                                             is_a_users(scene, logon) && administrators.has(logon)
                                       : names.has(scene.text(logon.account));
        if (counts) sessions.push_back(index);
      }
    return sessions;
  }

  Finding finding_of(const Scene& scene, const Calendar& calendar, std::string_view account,
                     Sessions& sessions) const {
    auto found = begin_finding(*this, account);
    const auto widest = sessions.widest_day();
    found.severity = widest >= spread_hosts ? Severity::medium : Severity::low;
    found.title = tell<sentences::administrator_off_hours>(account, sessions.off.size());
    found.why.push_back(scene.organisation.hours ? tell<sentences::hours_told>()
                                                 : tell<sentences::hours_assumed>());
    if (widest >= spread_hosts) found.why.push_back(tell<sentences::off_hours_hosts>(widest));
    scene.put_in_order(sessions.off);
    for (std::size_t i = 0; i < sessions.off.size(); ++i) {
      const auto& logon = scene.event(sessions.off[i]);
      if (i < sessions_told) found.why.push_back(line_of(scene, calendar, logon));
      if (i >= evidence_cap) continue;
      cite(found, scene, logon);
      found.hosts.emplace_back(scene.text(logon.device));
    }
    found.time_end = scene.event(sessions.off.back()).time;
    if (sessions.off.size() > sessions_told)
      found.why.push_back(tell<sentences::off_hours_more>(sessions.off.size() - sessions_told));
    finding::tidy(found);
    return found;
  }

  static Message line_of(const Scene& scene, const Calendar& calendar, const Event& logon) {
    const auto when = scene.organisation.zone.show(logon.time);
    const auto host = scene.text(logon.device), address = scene.text(logon.address);
    const auto why = calendar.off(logon.time).value_or(Message{});
    return address.empty() ? tell<sentences::off_hours_session>(when, host, why)
                           : tell<sentences::off_hours_session_from>(when, host, why, address);
  }
};

}  // namespace

const Detector& windows_off_hours_detector() {
  static const WindowsOffHours detector;
  return detector;
}

}  // namespace digue::detect
