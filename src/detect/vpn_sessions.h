// Remote users' VPN sessions, with the inside address that each was given: who was 10.8.0.6 then?
//
// An authentication and the tunnel that follows it are one session.  A session whose end no log
// tells ends when its address is given again, or after longest_vpn_session.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

inline constexpr std::int64_t longest_vpn_session = day_ms;
inline constexpr std::int64_t tunnel_follows_within = 5 * minute_ms;

struct VpnSession {
  event::Symbol account = event::no_symbol;
  event::Symbol remote = event::no_symbol;  // where the user was
  event::Symbol gateway = event::no_symbol;
  std::string_view given;  // "" when no log tells; a view into the trail
  Instant from, to;
  bool end_is_told = false;
  std::vector<std::uint32_t> events;  // that tell of it
};

// In time order.
class VpnSessions {
 public:
  explicit VpnSessions(const Scene& scene);
  const std::vector<VpnSession>& all() const { return sessions_; }
  // Whose inside address it was at that moment; nullptr when nobody's.
  const VpnSession* holder_of(std::string_view address, Instant moment) const;

 private:
  void open(const Scene& scene, std::uint32_t index);
  void close(const Scene& scene, std::uint32_t index);

  std::vector<VpnSession> sessions_;
};

}  // namespace digue::detect
