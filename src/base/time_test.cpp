#include "base/time.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("RFC 3339 is read with its offset and written in UTC") {
  CHECK(rfc3339(*parse_rfc3339("2026-03-08T03:11:07+01:00")) == "2026-03-08T02:11:07Z");
  CHECK(rfc3339(*parse_rfc3339("2026-03-08T02:11:07.1234567Z")) == "2026-03-08T02:11:07.123Z");
  CHECK(rfc3339(Instant{0}) == "1970-01-01T00:00:00Z");
}

TEST_CASE("what is no moment is refused") {
  for (const char* text : {"", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01",
                           "2026-01-01T00:00:00", "2026-01-01T00:00:00+1", "xxxx"})
    CHECK_FALSE(parse_rfc3339(text));
}

TEST_CASE("a zone shows its own offset on both sides of the change of hour") {
  const auto paris = *Zone::named("Europe/Paris");
  CHECK(paris.show(*parse_rfc3339("2026-03-29T00:59:59Z")) == "2026-03-29 01:59:59 +01:00");
  CHECK(paris.show(*parse_rfc3339("2026-03-29T01:00:00Z")) == "2026-03-29 03:00:00 +02:00");
  CHECK_FALSE(Zone::named("Europe/Atlantis"));
}

TEST_CASE("civil time goes there and back") {
  for (std::int64_t ms : {0LL, -1LL, 1772935867123LL, 4102444800000LL})
    CHECK(from_civil_utc(to_civil_utc(Instant{ms}))->milliseconds == ms);
  CHECK(weekday_of(CivilTime{2026, 11, 22}) == 6);
}

}  // namespace digue
