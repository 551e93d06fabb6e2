#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& impossible_travel_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&impossible_travel_detector()};
constexpr std::string_view victim = "anne@hopital.example";
constexpr std::string_view start = "2026-03-04T09:00:00Z";

Story travels(int minutes, std::string_view to, std::string_view agent) {
  auto story = ordinary_month();
  story.add(sign_in(start, victim, office, windows_edge));
  story.add(sign_in(after(start, minutes), victim, to, agent, "far"));
  return story;
}

}  // namespace

TEST_CASE("Lyon to New York in an hour with another client is high, with speed and both points") {
  const auto story = travels(60, hotel, linux_firefox);
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::high);
  CHECK(says(findings.front(), "km/h"));
  CHECK(says(findings.front(), "Lyon"));
  CHECK(says(findings.front(), "New York"));
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("with one's own client it is low: a VPN, or a wrong row of the database") {
  const auto findings = travels(60, hotel, windows_edge).findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::low);
  CHECK_FALSE(findings.front().seeds_intruder);
}

TEST_CASE("a flight of nine hours, and Paris from Lyon, are possible") {
  CHECK(travels(9 * 60, hotel, linux_firefox).findings(rule).empty());
  CHECK(travels(5, rented, linux_firefox).findings(rule).empty());
}

TEST_CASE("one device at both ends, a phone network, a relay or a satellite are no travel") {
  auto same = ordinary_month();
  auto here = sign_in(start, victim, office, windows_edge);
  auto there = sign_in(after(start, 30), victim, hotel, windows_edge);
  here.device = there.device = "device-1";
  CHECK(same.add(here).add(there).findings(rule).empty());
  for (const auto name : {"Example Mobile", "Cloudflare, Inc.", "Starlink"}) {
    auto story = travels(30, hotel, linux_firefox);
    for (auto& [address, site] : story.sites.known)
      if (address == hotel) site.as_name = name;
    CHECK(story.findings(rule).empty());
  }
}

TEST_CASE("with countries only, far ones within two hours count and neighbours do not") {
  auto story = travels(60, hotel, linux_firefox);
  for (auto& [address, site] : story.sites.known) site.latitude = site.longitude = std::nullopt;
  REQUIRE(story.findings(rule).size() == 1);
  CHECK(says(story.findings(rule).front(), "middles"));
  for (auto& [address, site] : story.sites.known)
    if (address == hotel) site.country = "DE";
  CHECK(story.findings(rule).empty());
}

TEST_CASE("without any database there is no travel") {
  auto story = travels(60, hotel, linux_firefox);
  story.sites.known.clear();
  CHECK(story.findings(rule).empty());
}

}  // namespace digue::detect
