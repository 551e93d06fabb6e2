// Journeys that nobody can have made: two sign-ins whose places no aircraft links in the time
// between.  Pairs of one operator, one device or one address are left out, and so are phone
// networks, relays and satellites.  Thread-safe.
#pragma once
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "detect/sign_ins.h"

namespace digue::detect {

struct Journey {
  std::uint32_t from = no_visit, to = no_visit;
  std::uint32_t stranger = no_visit;  // the end that is not the account's usual
  Instant left, arrived;
  double kilometres = 0;
  std::int64_t milliseconds = 0;
  bool by_countries = false;  // measured between the middles of countries

  double speed() const {  // km/h
    return kilometres / (static_cast<double>(milliseconds) / static_cast<double>(hour_ms));
  }
};

// Those of an account, in time order; none where both ends are its usual ones (somebody's own VPN).
std::vector<Journey> impossible_journeys(const Scene& scene, event::Symbol account);

}  // namespace digue::detect
