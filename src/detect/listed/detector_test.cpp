#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& listed_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row request(std::string_view url, std::string_view why, event::Verdict verdict) {
  Row row{.action = event::Action::web_request, .time = "2026-03-28T08:00:00Z"};
  row.account = "a.martin";
  row.address = "10.0.0.5";
  row.object = url;
  row.verdict = verdict;
  row.family = event::Family::none;
  row.details = {{"Why", std::string(why)}};
  return row;
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&listed_detector()});
}

}  // namespace

TEST_CASE("a listed address that was contacted is grave, one that was blocked is not") {
  Story story;
  story.add(request("http://Dl.Evil.example/a.exe", "listed", event::Verdict::success))
      .add(request("http://lure.example/login", "listed", event::Verdict::failure));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].severity == finding::Severity::high);
  CHECK(findings[0].indicators == std::vector<std::string>{"dl.evil.example"});
  CHECK(says(findings[0], "By a.martin, on 2026-03-28T08:00:00Z: http://Dl.Evil.example/a.exe"));
  CHECK(findings[1].severity == finding::Severity::low);
  CHECK(findings[1].title.english.find("and blocked") != std::string::npos);
  CHECK(story.order_does_not_show({&listed_detector()}));
}

TEST_CASE("requests kept for another reason are not listed") {
  Story story;
  story.add(request("http://dl.evil.example/a.exe", "download", event::Verdict::success))
      .add(request("http://dl.evil.example/a.exe", "link", event::Verdict::success));
  CHECK(findings_of(story).empty());
}

}  // namespace digue::detect
