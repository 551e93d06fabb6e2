#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/traffic_testing.h"

namespace digue::detect {

const Detector& link_from_nowhere_detector();

namespace {

using testing::row_of;
using testing::says;
using testing::seen;
using testing::Story;

constexpr std::string_view lure = "http://portail.evil.example/8f2a91c0b7d34e65a1f0/connexion";

Story ordinary(int days, int clients = 1, int posts = 0) {
  Story story;
  for (int day = 0; day < days; ++day) story.add(seen(day, "www.partner.example"));
  story.add(seen(days - 1, "portail.evil.example", clients, posts));
  auto row = row_of(event::Action::web_request, days - 1, lure);
  row.address = "10.0.0.5";
  row.account = "a.martin";
  row.details = {{"Why", "no-referer"}, {"Referer", ""}};
  return story.add(row);
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&link_from_nowhere_detector()});
}

}  // namespace

TEST_CASE("a complex address on a domain that nobody knew, from no page, is told") {
  const auto story = ordinary(10);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::low);
  CHECK(findings[0].items == std::vector<std::string>{"mail-malware/d.3.2"});
  CHECK(findings[0].indicators == std::vector<std::string>{"evil.example"});
  CHECK(says(findings[0], lure));
  CHECK(story.order_does_not_show({&link_from_nowhere_detector()}));
  const auto posted = findings_of(ordinary(10, 2, 1));
  REQUIRE(posted.size() == 1);
  CHECK(posted[0].severity == finding::Severity::medium);
}

TEST_CASE("what many open, what was known, and a log too short are not told") {
  CHECK(findings_of(ordinary(10, 16)).empty());
  CHECK(findings_of(ordinary(10).add(seen(2, "www.evil.example"))).empty());
  CHECK(findings_of(ordinary(5)).empty());
}

}  // namespace digue::detect
