// What the sign-ins of an analysis add up to, for pictures: the ordinary ones too, which no finding
// keeps.  Small whatever the evidence holds, so that it stays with the incident.  Plain values;
// safe to copy between threads.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace digue {
class JsonWriter;
}

namespace digue::finding {

// What goes beyond is counted, not listed.
inline constexpr std::size_t max_sign_in_places = 200;
inline constexpr std::size_t max_sign_in_journeys = 100;
inline constexpr std::size_t max_sign_in_streaks = 200;

// On the globe, in hundredths of a degree: about a kilometre, finer than any database of addresses.
struct MapPoint {
  std::int32_t north = 0, east = 0;
  bool operator==(const MapPoint&) const = default;
};

struct SignInTally {
  std::uint64_t successes = 0, failures = 0;
  std::uint64_t intruder = 0;  // of both, tied to the intruder
};

// A town, or a country where the town is not known.
struct SignInPlace {
  std::string country, city;      // ISO 3166-1 alpha-2; as the evidence or the database names it
  std::optional<MapPoint> point;  // of the first sign-in there; the country's middle when `rough`
  bool rough = false;
  SignInTally tally;
  std::uint64_t accounts = 0;
  Instant first, last;
};

// Two sign-ins of one account whose places no aircraft links in the time between.
struct SignInJourney {
  struct End {
    std::string address, country, city;
    std::optional<MapPoint> point;
  };
  std::string account;
  End from, to;
  Instant left, arrived;
  std::uint64_t kilometres = 0;
};

// Failures of one account, each within an hour of the one before, and the success that came within
// an hour after the last.
struct SignInStreak {
  std::string account;
  std::uint64_t failures = 0, addresses = 0;
  Instant from, to;
  Instant success;        // unknown when none came
  bool intruder = false;  // one of them, the success included, is tied to the intruder
};

struct SignInCounts {
  std::string zone;  // IANA, of `hours`
  SignInTally all;
  std::uint64_t accounts = 0;
  std::uint64_t unplaced = 0;  // sign-ins whose place is not known
  Instant first, last;
  std::array<SignInTally, std::size_t{7} * 24> hours{};  // Monday 0:00 first
  // The intruder's first, then the most frequented; the longest streaks first; journeys by time.
  std::vector<SignInPlace> places;
  std::vector<SignInJourney> journeys;
  std::vector<SignInStreak> streaks;
  std::uint64_t places_left_out = 0, journeys_left_out = 0, streaks_left_out = 0;

  bool empty() const { return all.successes + all.failures == 0; }
};

// One object, type `sign-ins` (docs/command-line.md).
std::string to_json(const SignInCounts& counts);
void write_sign_ins(JsonWriter& json, const SignInCounts& counts);

}  // namespace digue::finding
