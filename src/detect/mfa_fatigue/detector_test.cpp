#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& mfa_fatigue_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&mfa_fatigue_detector()};
constexpr std::string_view victim = "anne@hopital.example";
constexpr std::string_view start = "2026-03-04T22:00:00Z";

Story prompted(int times, std::string_view from, std::int32_t code = 500121) {
  auto story = ordinary_month();
  for (int i = 0; i < times; ++i) story.add(failure(after(start, i), victim, from, code));
  return story;
}

}  // namespace

TEST_CASE("prompts refused again and again, then accepted for a stranger, are high and followed") {
  auto story = prompted(5, rented);
  story.add(sign_in(after(start, 7), victim, rented, linux_firefox, "given in"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::high);
  CHECK(findings.front().seeds_intruder);
  CHECK(findings.front().subjects.front().identity == "given in");
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("the same from the usual address and program may be a bad telephone") {
  auto story = prompted(4, office);
  story.add(sign_in(after(start, 6), victim, office, windows_edge, "mine"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::medium);
  CHECK_FALSE(findings.front().seeds_intruder);
}

TEST_CASE("refusals that nobody gave in to are low; too few, or mere prompts, are nothing") {
  REQUIRE(prompted(4, rented).findings(rule).size() == 1);
  CHECK(prompted(4, rented).findings(rule).front().severity == Severity::low);
  CHECK(prompted(2, rented).findings(rule).empty());
  CHECK(prompted(9, rented, 50074).findings(rule).empty());
  CHECK(prompted(9, rented, 50076).findings(rule).empty());
}

TEST_CASE("a success long after the last refusal is another matter") {
  auto story = prompted(4, rented);
  story.add(sign_in(after(start, 40), victim, rented, linux_firefox));
  CHECK(story.findings(rule).front().severity == Severity::low);
}

TEST_CASE("one report of fraud is enough to tell") {
  auto story = ordinary_month();
  auto row = failure(start, victim, rented, 500121);
  row.details.emplace_back("MfaResult", "MFA denied; fraud code entered");
  const auto findings = story.add(row).findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::medium);
}

}  // namespace digue::detect
