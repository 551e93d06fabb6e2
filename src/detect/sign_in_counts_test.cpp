#include "detect/sign_in_counts.h"

#include <doctest/doctest.h>

#include "detect/detector.h"
#include "detect/sign_testing.h"

using namespace digue;
using namespace digue::detect;
using namespace digue::detect::testing;

namespace {

constexpr std::string_view anne = "anne@hopital.example";

finding::SignInCounts counted(
    const Story& story, const CountedSignIns& which = [](auto, auto) { return true; },
    std::optional<unsigned> shuffled_with = {}) {
  finding::SignInCounts counts;
  story.findings(
      {},
      [&](const Scene& scene) {
        counts = count_sign_ins(scene, *Zone::named("Europe/Paris"), which);
      },
      shuffled_with);
  return counts;
}

Story with_failures(int count, std::string_view start, std::string_view address = rented) {
  auto story = ordinary_month();
  for (int i = 0; i < count; ++i) story.add(failure(after(start, i), anne, address, 50126));
  return story;
}

}  // namespace

TEST_CASE("ordinary sign-ins are counted by place and by the hour of the zone") {
  const auto counts = counted(ordinary_month());
  CHECK(counts.all.successes == 120);
  CHECK(counts.all.failures == 0);
  CHECK(counts.accounts == 2);
  CHECK(counts.zone == "Europe/Paris");
  // 8:00 UTC on 2 February 2026, a Monday, is 9:00 in Paris; 30 days hold five Mondays.
  CHECK(counts.hours[9].successes == 10);
  CHECK(counts.hours[8].successes == 0);
  CHECK(counts.hours[20].successes == 10);
  REQUIRE(counts.places.size() == 1);
  CHECK(counts.places[0].city == "Lyon");
  CHECK(counts.places[0].point == finding::MapPoint{4576, 484});
  CHECK(counts.places[0].accounts == 2);
  CHECK_FALSE(counts.places[0].rough);
  CHECK(counts.journeys.empty());
  CHECK(counts.streaks.empty());
}

TEST_CASE("failures in a row and the success after them are a streak") {
  auto story = with_failures(5, "2026-03-10T02:00:00Z");
  story.add(failure("2026-03-10T02:05:00Z", anne, stranger, 50126));
  story.add(sign_in("2026-03-10T02:20:00Z", anne, rented, linux_firefox));
  const auto counts = counted(story);
  REQUIRE(counts.streaks.size() == 1);
  const auto& streak = counts.streaks[0];
  CHECK(streak.account == anne);
  CHECK(streak.failures == 6);
  CHECK(streak.addresses == 2);
  CHECK(rfc3339(streak.from) == "2026-03-10T02:00:00Z");
  CHECK(rfc3339(streak.to) == "2026-03-10T02:05:00Z");
  CHECK(rfc3339(streak.success) == "2026-03-10T02:20:00Z");
  CHECK(counts.all.failures == 6);
}

TEST_CASE("a success long after is none of the streak’s, and a pause makes two streaks") {
  auto story = with_failures(4, "2026-03-10T02:00:00Z");
  for (int i = 0; i < 3; ++i)
    story.add(failure(after("2026-03-10T04:00:00Z", i), anne, rented, 50126));
  const auto counts = counted(story);  // the next success is that of 8:00
  REQUIRE(counts.streaks.size() == 2);
  CHECK(counts.streaks[0].failures == 4);
  CHECK(counts.streaks[1].failures == 3);
  CHECK_FALSE(counts.streaks[0].success.known());
  CHECK_FALSE(counts.streaks[1].success.known());
}

TEST_CASE("two failures are typing mistakes") {
  CHECK(counted(with_failures(2, "2026-03-10T02:00:00Z")).streaks.empty());
}

TEST_CASE("a journey that no aircraft makes tells both its ends") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-03T20:00:00Z", anne, hotel, linux_firefox));
  const auto counts = counted(story);
  REQUIRE(counts.journeys.size() == 1);
  const auto& journey = counts.journeys[0];
  CHECK(journey.account == anne);
  CHECK(journey.from.city == "Lyon");
  CHECK(journey.to.city == "New York");
  CHECK(journey.to.point == finding::MapPoint{4071, -7401});
  CHECK(journey.kilometres > 6000);
}

TEST_CASE("a country whose town is not known stands at its middle, and says so") {
  auto story = ordinary_month();
  Site site;
  site.country = "BR";
  story.sites.known.emplace_back("203.0.113.250", site);
  story.add(sign_in("2026-03-10T08:00:00Z", anne, "203.0.113.250", windows_edge));
  const auto counts = counted(story);
  const auto brazil = std::ranges::find(counts.places, "BR", &finding::SignInPlace::country);
  REQUIRE(brazil != counts.places.end());
  CHECK(brazil->rough);
  REQUIRE(brazil->point);
  CHECK(brazil->point->north < 0);
}

TEST_CASE("what was not asked for does not count, and an unknown address has no place") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-10T08:00:00Z", anne, "203.0.113.251", windows_edge));
  const auto counts =
      counted(story, [](std::string_view account, Instant) { return account == anne; });
  CHECK(counts.all.successes == 61);
  CHECK(counts.accounts == 1);
  CHECK(counts.unplaced == 1);
}

TEST_CASE("more places and streaks than are kept are cut at the same place, and told") {
  auto story = ordinary_month();
  for (int i = 0; i < 250; ++i) {
    const auto address = "198.18." + std::to_string(i / 200) + "." + std::to_string(i % 200 + 1);
    Site site;
    site.country = "FR";
    site.city = "Ville " + std::to_string(i);
    story.sites.known.emplace_back(address, site);
    const auto start = after("2026-03-10T00:00:00Z", i * 120);
    for (int minute = 0; minute < 3; ++minute)
      story.add(failure(after(start, minute), anne, address, 50126));
  }
  const auto counts = counted(story);
  CHECK(counts.places.size() == finding::max_sign_in_places);
  CHECK(counts.places_left_out == 51);
  CHECK(counts.places[0].city == "Lyon");
  CHECK(counts.streaks.size() == finding::max_sign_in_streaks);
  CHECK(counts.streaks_left_out == 50);
  const auto same = counted(story, [](auto, auto) { return true; }, 3);
  CHECK(finding::to_json(same) == finding::to_json(counts));
}
