#include "organisation/holidays.h"

#include <algorithm>
#include <array>

namespace digue::organisation {

namespace {

struct Day {
  unsigned month, day;
  bool operator==(const Day&) const = default;
};
constexpr std::array<Day, 8> fixed = {
    {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};

// Days after Easter: its Monday, Ascension, Whit Monday.
constexpr std::array<int, 3> after_easter = {1, 39, 50};

// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int number = h + l - 7 * m + 114;
  return {static_cast<unsigned>(number / 31), static_cast<unsigned>(number % 31 + 1)};
}

}  // namespace

bool is_french_holiday(const CivilTime& day) {
  const Day today{day.month, day.day};
  if (std::find(fixed.begin(), fixed.end(), today) != fixed.end()) return true;
  const Day sunday = easter(day.year);
  const auto easter_day =
      from_civil_utc({.year = day.year, .month = sunday.month, .day = sunday.day});
  const auto this_day = from_civil_utc({.year = day.year, .month = day.month, .day = day.day});
  if (!easter_day || !this_day) return false;
  const auto apart = (*this_day - *easter_day) / day_ms;
  return std::find(after_easter.begin(), after_easter.end(), apart) != after_easter.end();
}

}  // namespace digue::organisation
