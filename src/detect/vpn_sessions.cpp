#include "detect/vpn_sessions.h"

#include <algorithm>

#include "detect/windows_logons.h"

namespace digue::detect {

namespace {

bool same_user(const Scene& scene, const VpnSession& session, const event::Event& event) {
  return bare_account(scene.text(session.account)) == bare_account(scene.text(event.account));
}

}  // namespace

VpnSessions::VpnSessions(const Scene& scene) {
  std::vector<std::uint32_t> events;
  for (const auto action : {event::Action::vpn_opened, event::Action::vpn_closed})
    for (const auto index : scene.of(action))
      if (scene.event(index).time.known()) events.push_back(index);
  scene.put_in_order(events);
  for (const auto index : events) {
    const auto& event = scene.event(index);
    if (event.action == event::Action::vpn_closed)
      close(scene, index);
    else if (event.verdict == event::Verdict::success && event.account != event::no_symbol)
      open(scene, index);
  }
}

void VpnSessions::open(const Scene& scene, std::uint32_t index) {
  const auto& event = scene.event(index);
  const auto given = scene.trail.detail(event, "GivenAddress");
  for (auto session = sessions_.rbegin(); session != sessions_.rend(); ++session) {
    if (event.time - session->from > tunnel_follows_within) break;
    const bool same = same_user(scene, *session, event) && session->remote == event.address &&
                      !session->end_is_told &&
                      (session->given.empty() || given.empty() || session->given == given);
    if (!same) continue;
    if (session->given.empty()) session->given = given;
    session->events.push_back(index);
    return;
  }
  for (auto& session : sessions_)
    if (!given.empty() && session.given == given && session.to > event.time)
      session.to = event.time;
  auto& session = sessions_.emplace_back();
  session.account = event.account;
  session.remote = event.address;
  session.gateway = event.device;
  session.given = given;
  session.from = event.time;
  session.to = event.time + longest_vpn_session;
  session.events.push_back(index);
}

void VpnSessions::close(const Scene& scene, std::uint32_t index) {
  const auto& event = scene.event(index);
  const auto given = scene.trail.detail(event, "GivenAddress");
  for (auto session = sessions_.rbegin(); session != sessions_.rend(); ++session) {
    const bool is_open = !session->end_is_told && event.time <= session->to;
    const bool fits = session->given.empty() || given.empty() || session->given == given;
    if (!is_open || !fits || !same_user(scene, *session, event)) continue;
    if (session->given.empty()) session->given = given;
    session->to = event.time;
    session->end_is_told = true;
    session->events.push_back(index);
    return;
  }
}

const VpnSession* VpnSessions::holder_of(std::string_view address, Instant moment) const {
  if (address.empty()) return nullptr;
  const auto holds = [&](const VpnSession& session) {
    return session.given == address && session.from <= moment && moment <= session.to;
  };
  const auto found = std::find_if(sessions_.rbegin(), sessions_.rend(), holds);
  return found == sessions_.rend() ? nullptr : &*found;
}

}  // namespace digue::detect
