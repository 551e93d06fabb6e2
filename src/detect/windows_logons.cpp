#include "detect/windows_logons.h"

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

std::string_view bare_account(std::string_view account) {
  const auto cut = account.find_last_of('\\');
  return cut == std::string_view::npos ? account : account.substr(cut + 1);
}

bool is_loopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.");
}

}  // namespace digue::detect
