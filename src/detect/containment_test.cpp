#include "detect/containment.h"

#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& session_theft_detector();

namespace {

using namespace testing;
using finding::Value;

constexpr std::string_view victim = "anne@hopital.example";
constexpr std::string_view contained = "2026-03-04T12:00:00Z";

// A stolen session on the 4th, contained at noon; ordinary life goes on for two days.
Story contained_theft() {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "stolen"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, rented, linux_firefox, "stolen"));
  story.ordinary_days("bruno@hopital.example", office, "2026-03-04T08:00:00Z", 3, windows_edge);
  story.contained = *parse_rfc3339(contained);
  return story;
}

Reach reach(std::string_view from = "2026-02-02T08:00:00Z",
            std::string_view to = "2026-03-06T09:00:00Z") {
  return {*parse_rfc3339(from), *parse_rfc3339(to), {}};
}

Containment checked(const Story& story, const Reach& sign_ins = reach(),
                    const Reach& audit = reach()) {
  Containment out;
  story.findings({&session_theft_detector()},
                 [&](const Scene& scene) { out = check_containment(scene, sign_ins, audit); });
  return out;
}

}  // namespace

TEST_CASE("with both exports beyond the containment and no success since, it holds") {
  auto story = contained_theft();
  story.add(failure("2026-03-04T13:00:00Z", victim, rented, 50173, linux_firefox));
  const auto check = checked(story);
  CHECK(check.answer.value == Value::no);
  CHECK(check.answer.item == "mail-account/end");
  CHECK(check.answer.coverage.english.find("50173") != std::string::npos);
  CHECK_FALSE(check.finding);
}

TEST_CASE("one success of the intruder since refutes it, with the rows") {
  auto story = contained_theft();
  story.add(sign_in("2026-03-04T14:09:00Z", victim, rented, linux_firefox, "another"));
  const auto check = checked(story);
  CHECK(check.answer.value == Value::yes);
  REQUIRE(check.finding);
  CHECK(check.finding->severity == finding::Severity::critical);
  CHECK(check.finding->evidence.size() == 1);
  CHECK(check.answer.because == std::vector<std::string>{check.finding->id});
  // Refuted is refuted, whatever else lacks.
  CHECK(checked(story, {}, {}).answer.value == Value::yes);
}

TEST_CASE("evidence that stops before, starts late, or has a hole leaves it unknown") {
  const auto story = contained_theft();
  CHECK(checked(story, reach(), {}).answer.value == Value::unknown);
  CHECK(checked(story, {}, reach()).answer.value == Value::unknown);
  CHECK(checked(story, reach("2026-02-02T08:00:00Z", "2026-03-04T12:30:00Z")).answer.value ==
        Value::unknown);
  CHECK(checked(story, reach("2026-03-05T08:00:00Z")).answer.value == Value::unknown);
  auto holed = reach();
  holed.gaps.push_back(
      {*parse_rfc3339("2026-03-04T20:00:00Z"), *parse_rfc3339("2026-03-05T20:00:00Z"), {}});
  CHECK(checked(story, holed).answer.value == Value::unknown);
  auto before = reach();
  before.gaps.push_back(
      {*parse_rfc3339("2026-02-20T20:00:00Z"), *parse_rfc3339("2026-02-21T20:00:00Z"), {}});
  CHECK(checked(story, before).answer.value == Value::no);
}

TEST_CASE("without an intruder, or without a moment, nothing is proven") {
  auto quiet = ordinary_month();
  quiet.contained = *parse_rfc3339(contained);
  CHECK(checked(quiet).answer.value == Value::unknown);
  auto untold = contained_theft();
  untold.contained = Instant::unknown;
  CHECK(checked(untold).answer.value == Value::unknown);
}

TEST_CASE("the owner's life from the usual address after the containment refutes nothing") {
  auto story = contained_theft();
  story.add(sign_in("2026-03-05T08:00:00Z", victim, office, windows_edge, "fresh"));
  CHECK(checked(story).answer.value == Value::no);
}

}  // namespace digue::detect
