#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& off_hours_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&off_hours_detector()};
constexpr std::string_view victim = "anne@hopital.example";

Story at(std::string_view time, std::string_view address) {
  auto story = ordinary_month();
  story.add(sign_in(time, victim, address, linux_firefox));
  return story;
}

}  // namespace

TEST_CASE("the small hours from a strange place are told, low") {
  const auto story = at("2026-03-04T02:00:00Z", rented);
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::low);
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("usual hours, or an unusual hour from the usual place, are not") {
  CHECK(at("2026-03-04T08:30:00Z", rented).findings(rule).empty());
  CHECK(at("2026-03-04T02:00:00Z", home).findings(rule).empty());
}

TEST_CASE("the working hours of the organisation excuse their own") {
  auto story = at("2026-03-04T13:00:00Z", rented);
  CHECK(story.findings(rule).size() == 1);
  story.organisation.hours = organisation::WorkingHours{};
  CHECK(story.findings(rule).empty());
}

}  // namespace digue::detect
