#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& device_joined_detector();
const Detector& session_theft_detector();

namespace {

using namespace testing;
using event::Action;
using finding::Severity;

const std::vector<const Detector*> rule = {&device_joined_detector(), &session_theft_detector()};
constexpr std::string_view victim = "anne@hopital.example";

Row registered(std::string_view time, std::string_view device = "device-1") {
  Row row{.action = Action::device_registered,
          .time = std::string(time),
          .account = std::string(victim),
          .target = std::string(victim)};
  row.device = device;
  row.operation = "Add registered owner to device.";
  row.family = event::Family::directory_audit;
  row.details = {{"DisplayName", "DESKTOP-1"}};
  return row;
}

Story stolen() {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "stolen"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, rented, linux_firefox, "stolen"));
  return story;
}

const finding::Finding* device_of(const std::vector<finding::Finding>& findings) {
  return find_rule(findings, "R9");
}

}  // namespace

TEST_CASE("a device registered minutes after the intruder's sign-in is his") {
  auto story = stolen();
  story.add(registered("2026-03-04T09:26:00Z"));
  const auto findings = story.findings(rule);
  REQUIRE(device_of(findings) != nullptr);
  CHECK(device_of(findings)->severity == Severity::critical);
  CHECK(device_of(findings)->subjects.front().kind == "device");
  CHECK(device_of(findings)->subjects.front().identity == "device-1");
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("hours after it is high, the next week nothing") {
  auto hours = stolen();
  hours.add(registered("2026-03-04T18:00:00Z"));
  const auto findings = hours.findings(rule);
  REQUIRE(device_of(findings) != nullptr);
  CHECK(device_of(findings)->severity == Severity::high);
  auto week = stolen();
  week.add(registered("2026-03-12T18:00:00Z"));
  CHECK(device_of(week.findings(rule)) == nullptr);
}

TEST_CASE("a new telephone registered in ordinary life is nothing") {
  auto story = ordinary_month();
  story.add(registered("2026-03-03T09:30:00Z"));
  CHECK(story.findings(rule).empty());
}

TEST_CASE("the row of the log and the row of the list are one device") {
  auto story = stolen();
  story.add(registered("2026-03-04T09:26:00Z", ""));
  auto listed = registered("", "device-1");
  listed.action = Action::device_state;
  listed.details.emplace_back("CreatedDateTime", "2026-03-04T09:26:02Z");
  story.add(listed);
  const auto findings = story.findings(rule);
  const auto count = std::count_if(findings.begin(), findings.end(),
                                   [](const auto& finding) { return finding.rule == "R9"; });
  CHECK(count == 1);
  CHECK(device_of(findings)->subjects.front().identity == "device-1");
}

}  // namespace digue::detect
