#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& rare_place_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&rare_place_detector()};
constexpr std::string_view director = "anne@hopital.example";

Story abroad(std::string_view agent, const std::string& country = "US") {
  auto story = ordinary_month();
  for (auto& [address, site] : story.sites.known)
    if (address == hotel) site.country = country;
  story.add(sign_in("2026-03-04T20:00:00Z", director, hotel, agent, "abroad"));
  return story;
}

}  // namespace

TEST_CASE("a director who travels with the usual machine is information at most") {
  const auto findings = abroad(windows_edge).findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::info);
  CHECK(findings.front().pivots.empty());
}

TEST_CASE("a rare country never goes above medium, whatever meets") {
  auto story = abroad(linux_firefox);
  Row made{.action = event::Action::inbox_rule_set,
           .time = "2026-03-04T20:10:00Z",
           .account = std::string(director),
           .target = std::string(director)};
  made.address = hotel;
  made.session = "abroad";
  story.add(made);
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::medium);
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("homes, their neighbours, and countries where colleagues live are not rare") {
  CHECK(abroad(linux_firefox, "FR").findings(rule).empty());
  CHECK(abroad(linux_firefox, "BE").findings(rule).empty());
  auto story = abroad(linux_firefox);
  for (const auto colleague : {"c@hopital.example", "d@hopital.example", "e@hopital.example"})
    story.ordinary_days(colleague, hotel, "2026-02-02T14:00:00Z", 20, windows_edge);
  CHECK(find_rule(story.findings(rule), "R1") == nullptr);
}

TEST_CASE("homes that are not given are guessed from the sign-ins, and it is said") {
  auto story = abroad(linux_firefox);
  story.organisation.home_countries.clear();
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(says(findings.front(), "guessed"));
}

}  // namespace digue::detect
