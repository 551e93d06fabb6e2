// Moments and zones.  Inside, every moment is UTC; a zone comes in only when a person reads.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace digue {

// A moment, in milliseconds since 1970-01-01T00:00:00Z.  `unknown` when the evidence gives none.
struct Instant {
  std::int64_t milliseconds = std::numeric_limits<std::int64_t>::min();

  static const Instant unknown;
  bool known() const { return milliseconds != std::numeric_limits<std::int64_t>::min(); }
  auto operator<=>(const Instant&) const = default;
};
inline const Instant Instant::unknown{};

inline constexpr std::int64_t second_ms = 1000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

inline Instant operator+(Instant instant, std::int64_t milliseconds) {
  return {instant.milliseconds + milliseconds};
}
inline Instant operator-(Instant instant, std::int64_t milliseconds) {
  return {instant.milliseconds - milliseconds};
}
inline std::int64_t operator-(Instant a, Instant b) {
  return a.milliseconds - b.milliseconds;
}

struct CivilTime {
  int year = 1970;
  unsigned month = 1, day = 1;
  unsigned hour = 0, minute = 0, second = 0, millisecond = 0;
};

// Nothing when the fields make no date (30 February, 25 o'clock).
std::optional<Instant> from_civil_utc(const CivilTime& civil);
CivilTime to_civil_utc(Instant instant);
// Monday is 0.
unsigned weekday_of(const CivilTime& civil);

// "2026-03-08T02:11:07Z"; milliseconds only when there are some; "" when unknown.
std::string rfc3339(Instant instant);
// "2026-03-08"
std::string utc_day(Instant instant);
// RFC 3339, offset or Z required; up to nanoseconds are read, milliseconds kept.
std::optional<Instant> parse_rfc3339(std::string_view text);

// An IANA zone ("Europe/Paris", "UTC").  Cheap to copy, thread-safe.
class Zone {
 public:
  static Result<Zone> named(std::string_view name);
  static Zone utc();

  const std::string& name() const { return name_; }
  // Minutes east of UTC at that moment.
  int offset_minutes(Instant instant) const;
  CivilTime civil(Instant instant) const;
  // "2026-03-08 03:11:07 +01:00": a person's time, always with its zone.
  std::string show(Instant instant) const;
  // "2026-03-08T03:11:07+01:00"
  std::string rfc3339(Instant instant) const;

 private:
  explicit Zone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const void* zone_;  // date::time_zone, owned by the zone database for the life of the process
};

// The seam for "now": tests drive their own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};
class SystemClock final : public Clock {
 public:
  Instant now() override;
};
// Stands still until it is told to move.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant start) : now_(start) {}
  Instant now() override { return now_; }
  void tick(std::int64_t milliseconds) { now_ = now_ + milliseconds; }

 private:
  Instant now_;
};

}  // namespace digue
