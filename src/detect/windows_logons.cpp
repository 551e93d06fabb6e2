#include "detect/windows_logons.h"

#include <algorithm>
#include <array>

namespace digue::detect {

static constexpr std::string_view session_log =
    "Microsoft-Windows-TerminalServices-LocalSessionManager/";

LogonWay way_of(const Scene& scene, const event::Event& logon) {
  if (scene.text(logon.operation).starts_with(session_log))
    return logon.address == event::no_symbol ? LogonWay::on_the_spot : LogonWay::remote_desktop;
  const auto type = scene.trail.detail(logon, "LogonType");
  if (type == "2" || type == "11") return LogonWay::on_the_spot;
  return type == "10" ? LogonWay::remote_desktop : LogonWay::other;
}

bool is_a_users(const Scene& scene, const event::Event& logon) {
  const auto account = scene.text(logon.account);
  if (account.empty() || account.ends_with('$')) return false;
  const auto sid = scene.text(logon.object);
  return sid.empty() || sid.starts_with("S-1-5-21-") || sid.starts_with("S-1-12-1-");
}

static std::int64_t second_of(const event::Event& event) {
  return event.time.known() ? event.time.milliseconds / second_ms : 0;
}

AdministratorSessions::AdministratorSessions(const Scene& scene) {
  for (const auto index : scene.of(event::Action::privileges_assigned)) {
    const auto& event = scene.event(index);
    sessions_.insert({event.device, event.session, second_of(event)});
  }
}

bool AdministratorSessions::has(const event::Event& logon) const {
  constexpr std::array<std::int64_t, 3> around = {0, 1, -1};
  return std::any_of(around.begin(), around.end(), [&](std::int64_t apart) {
    return sessions_.contains({logon.device, logon.session, second_of(logon) + apart});
  });
}

std::string_view bare_account(std::string_view account) {
  const auto cut = account.find_last_of('\\');
  return cut == std::string_view::npos ? account : account.substr(cut + 1);
}

bool is_loopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.");
}

}  // namespace digue::detect
