// Who opened a link without a hand: a mail filter that looks at what it delivers, a program on a
// machine.  Said, with the reason; it clears nobody, and whoever sent a form is never one.
#pragma once
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "finding/link_user.h"

namespace digue::detect {

// What one user, or one address, asked of the lure's site.
struct LinkVisits {
  bool is_named = false;  // by an account or a VPN session
  bool is_local = false;  // a time of the user's is in a zone nobody told: it compares with none
  std::vector<Instant> gets;  // in time order
  // People whose mail addresses stand in the URLs, without domain.
  std::set<std::string, std::less<>> recipients;
};

// When messages of the lure's senders were delivered; in time order, those of a known zone.
using LinkDeliveries = std::vector<Instant>;

inline constexpr std::size_t robot_recipients = 3;  // of whom it opens the own links
// Deliveries that have their visit, each as long after or before it as the others, give or take: a
// filter looks at a message at once, or as its queue lets it.  Who gets a few messages may open
// each.
inline constexpr std::size_t robot_visits = 5;
inline constexpr std::array<std::int64_t, 2> robot_tolerances = {1 * second_ms, 15 * second_ms};
inline constexpr std::int64_t robot_longest_lag = 60 * second_ms;
inline constexpr double robot_chance = 0.01;  // that a person's visits fall so
inline constexpr std::size_t robot_visits_looked_at = 1000;
inline constexpr std::int64_t robot_before = 5 * second_ms;  // clocks differ
// Before anybody had the message.  Beyond, the log of mails starts too late, or a clock is wrong.
inline constexpr std::int64_t earliest_before = 10 * minute_ms;
// After one's own delivery: quicker than one reads.
inline constexpr std::int64_t soon_after = 10 * second_ms;

finding::Opener opener_of(const finding::LinkUser& user, const LinkVisits& visits,
                          const LinkDeliveries& deliveries);

}  // namespace digue::detect
