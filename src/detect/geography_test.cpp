#include "detect/geography.h"

#include <doctest/doctest.h>

#include <string>

namespace digue::detect {

TEST_CASE("distances agree with the map") {
  const Point paris{48.8566, 2.3522}, new_york{40.7128, -74.0060}, sydney{-33.8688, 151.2093};
  CHECK(distance_km(paris, new_york) == doctest::Approx(5837).epsilon(0.005));
  CHECK(distance_km(paris, sydney) == doctest::Approx(16960).epsilon(0.005));
  CHECK(distance_km(paris, paris) == doctest::Approx(0));
  CHECK(distance_km({0, 0}, {0, 180}) == doctest::Approx(20015).epsilon(0.005));
}

TEST_CASE("neighbours are neighbours both ways, and countries lie where they should") {
  CHECK(are_neighbours("FR", "BE"));
  CHECK_FALSE(are_neighbours("FR", "US"));
  CHECK_FALSE(are_neighbours("ZZ", "FR"));
  CHECK_FALSE(are_neighbours("FR", ""));
  int known = 0;
  for (char a = 'A'; a <= 'Z'; ++a)
    for (char b = 'A'; b <= 'Z'; ++b) {
      const std::string country{a, b};
      if (!middle_of(country)) continue;
      ++known;
      for (char c = 'A'; c <= 'Z'; ++c)
        for (char d = 'A'; d <= 'Z'; ++d) {
          const std::string other{c, d};
          if (!are_neighbours(country, other)) continue;
          CHECK_MESSAGE(are_neighbours(other, country), country, " ", other);
          REQUIRE_MESSAGE(middle_of(other).has_value(), country, " ", other);
          // Russia and China are wide.
          CHECK_MESSAGE(distance_km(*middle_of(country), *middle_of(other)) < 5700, country, " ",
                        other);
        }
    }
  CHECK(known > 190);
}

}  // namespace digue::detect
