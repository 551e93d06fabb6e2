#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/traffic_testing.h"

namespace digue::detect {

const Detector& risky_download_detector();

namespace {

using testing::Row;
using testing::row_of;
using testing::says;
using testing::seen;
using testing::Story;

Row download(int day, std::string_view url, std::string_view type = "") {
  auto row = row_of(event::Action::web_request, day, url);
  row.address = "10.0.0.5";
  row.account = "a.martin";
  row.details = {{"Why", "download"}, {"ContentType", std::string(type)}};
  return row;
}
Story ordinary(int days) {
  Story story;
  for (int day = 0; day < days; ++day) story.add(seen(day, "www.partner.example"));
  return story;
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&risky_download_detector()});
}

}  // namespace

TEST_CASE("a program from a domain that nobody knew is told, an archive weighs less") {
  auto story = ordinary(10);
  story.add(seen(9, "dl.evil.example"))
      .add(download(9, "http://dl.evil.example/x/facture.exe?a=1"))
      .add(download(9, "http://dl.evil.example/x/facture.zip"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].title.english ==
        "facture.exe was downloaded from evil.example, which nobody knew.");
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(findings[0].items == std::vector<std::string>{"mail-malware/d.3.1"});
  CHECK(findings[0].accounts == std::vector<std::string>{"a.martin"});
  CHECK(says(findings[0], "after 9 days"));
  CHECK(findings[1].severity == finding::Severity::low);
  CHECK(story.order_does_not_show({&risky_download_detector()}));
}

TEST_CASE("a download from a known domain, or with too few days before, is not told") {
  auto known = ordinary(10);
  known.add(download(9, "http://update.partner.example/setup.exe"));
  CHECK(findings_of(known).empty());
  auto early = ordinary(4);
  early.add(download(3, "http://dl.evil.example/facture.exe"));
  CHECK(findings_of(early).empty());
}

}  // namespace digue::detect
