#include "organisation/holidays.h"

#include <doctest/doctest.h>

namespace digue::organisation {

static bool is_holiday(std::string_view day) {
  return is_french_holiday(to_civil_utc(*parse_rfc3339(std::string(day) + "T12:00:00Z")));
}

TEST_CASE("the fixed holidays fall on their day, every year") {
  for (const auto* year : {"1999", "2026"})
    for (const auto* day :
         {"-01-01", "-05-01", "-05-08", "-07-14", "-08-15", "-11-01", "-11-11", "-12-25"})
      CHECK_MESSAGE(is_holiday(std::string(year) + day), day);
  CHECK_FALSE(is_holiday("2026-05-02"));
  CHECK_FALSE(is_holiday("2026-07-04"));
}

TEST_CASE("those that follow Easter move with it") {
  // Easter: 5 April 2026, 28 March 2027, 23 April 2000, 22 March 2285 (the earliest), 25 April
  // 2038.
  for (const auto* day : {"2026-04-06", "2026-05-14", "2026-05-25", "2027-03-29", "2027-05-06",
                          "2027-05-17", "2000-04-24", "2285-03-23", "2038-04-26"})
    CHECK_MESSAGE(is_holiday(day), day);
  for (const auto* day : {"2026-04-05", "2026-04-07", "2026-05-15", "2027-04-05", "2026-04-03"})
    CHECK_FALSE_MESSAGE(is_holiday(day), day);
}

}  // namespace digue::organisation
