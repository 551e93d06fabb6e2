#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& new_destination_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Story& ask(Story& story, int day, std::string_view host, int requests, int clients = 1) {
  const auto begin = parse_rfc3339("2026-03-01T03:00:00Z").value_or(Instant::unknown);
  Row row{.action = event::Action::traffic, .time = rfc3339(begin + day * day_ms)};
  row.object = host;
  row.family = event::Family::none;
  row.details = {{"Requests", std::to_string(requests)}, {"Clients", std::to_string(clients)}};
  return story.add(row);
}
Story ordinary(int days) {
  Story story;
  for (int day = 0; day < days; ++day) ask(story, day, "www.partner.example", 500);
  return story;
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&new_destination_detector()});
}

}  // namespace

TEST_CASE("a bare address that nobody knew and that one machine asks again and again is told") {
  auto story = ordinary(15);
  ask(story, 12, "203.0.113.77", 400);
  ask(story, 12, "beacon.evil.example", 300, 2);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.severity == finding::Severity::low);
  CHECK(found.indicators == std::vector<std::string>{"203.0.113.77", "evil.example"});
  CHECK(says(found, "203.0.113.77: first seen on 2026-03-13, 400 requests"));
  CHECK(found.items.front() == "mail-account/8.b.1");
  CHECK(story.order_does_not_show({&new_destination_detector()}));
}

TEST_CASE("new names alone are shown and weigh nothing") {
  auto story = ordinary(15);
  ask(story, 12, "beacon.evil.example", 300);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::info);
}

TEST_CASE("what many use, what was seen before and what is asked once is not told") {
  auto story = ordinary(15);
  ask(story, 12, "news.example", 4000, 16);
  ask(story, 3, "203.0.113.5", 4000);
  ask(story, 12, "203.0.113.5", 4000);
  ask(story, 12, "203.0.113.6", 3);
  ask(story, 12, "other.partner.example", 4000);
  CHECK(findings_of(story).empty());
}

TEST_CASE("with too few days nothing is new, and that is said") {
  auto story = ordinary(4);
  ask(story, 3, "203.0.113.77", 400);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::info);
  CHECK(findings[0].items.empty());
  CHECK(says(findings[0], "cover 4 days"));
}

}  // namespace digue::detect
