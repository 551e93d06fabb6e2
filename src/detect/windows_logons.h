// Sessions that people open on Windows hosts, as the events of Windows logs tell them.
#pragma once
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>

#include "detect/scene.h"

namespace digue::detect {

enum class LogonWay : std::uint8_t {
  other,          // over the network, services, tasks
  on_the_spot,    // at the screen, the domain being there or not (types 2 and 11)
  remote_desktop  // type 10, and the log of sessions with an address
};

LogonWay way_of(const Scene& scene, const event::Event& logon);
// A person's account, or one that a person may use: no host's, no service of Windows's own.  Known
// by its SID where the log tells it, never by a name, which Windows translates.
bool is_a_users(const Scene& scene, const event::Event& logon);
// The sessions that got an administrator's rights (4672).  Windows gives the numbers of sessions
// anew, so the second counts too; it writes the two events together.
class AdministratorSessions {
 public:
  explicit AdministratorSessions(const Scene& scene);
  bool has(const event::Event& logon) const;

 private:
  std::set<std::tuple<event::Symbol, event::Symbol, std::int64_t>> sessions_;  // host, number
};

// Without its domain.
std::string_view bare_account(std::string_view account);
bool is_loopback(std::string_view address);

}  // namespace digue::detect
