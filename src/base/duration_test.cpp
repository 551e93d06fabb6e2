#include "base/duration.h"

#include <doctest/doctest.h>

#include <string>

namespace digue {

TEST_CASE("durations are read as people write them") {
  CHECK(minutes_in("12 h") == 720);
  CHECK(minutes_in("1h30") == 90);
  CHECK(minutes_in("1 h 30 min") == 90);
  CHECK(minutes_in("2 jours") == 2880);
  CHECK(minutes_in("PT36H") == 2160);
  CHECK(minutes_in("PT90M") == 90);
  CHECK(minutes_in("PT1H30M") == 90);
  CHECK(minutes_in("P2D") == 2880);
  CHECK(minutes_in("environ 1,5 h") == 90);
  CHECK(minutes_in("1 semaine") == 10080);
}

TEST_CASE("of several durations, the shortest counts") {
  CHECK(minutes_in("paie : 2 jours ; soins : 4 h") == 240);
  CHECK(minutes_in("2 jours, 4 h") == 240);
  CHECK(minutes_in("1 h - 2 h") == 60);
  CHECK(minutes_in("2 h ou 1 jour") == 120);
  CHECK(minutes_in("1 jour 12 h 30 min") == 2190);
}

TEST_CASE("what is no duration is not guessed at") {
  for (const auto* text :
       {"", "unknown", "24", "longtemps", "3 mois", "3 m", "P3M", "h", "999999999999999 j"})
    CHECK_FALSE(minutes_in(text));
  CHECK_FALSE(minutes_in(std::string(100'000, '9')));
}

TEST_CASE("a number of a million digits is no duration, and is read once") {
  CHECK_FALSE(minutes_in(std::string(1'000'000, '9').append(" h")));
  CHECK(minutes_in(std::string(1'000'000, '9').append(" h ; 2 h")) == 120);
}

}  // namespace digue
