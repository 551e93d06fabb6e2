#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& mail_access_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::intruders_act;
using testing::intruders_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r10_and_r19 = {&hiding_rule_detector(),
                                                         &mail_access_detector()};

static Row accessed(std::string_view time, std::string type, std::string items) {
  auto row = intruders_act(Action::mail_accessed, time);
  row.operation = "MailItemsAccessed";
  row.details = {{"MailAccessType", std::move(type)},
                 {"IsThrottled", "False"},
                 {"Items", std::move(items)},
                 {"Folder", "\\Inbox"}};
  return row;
}

TEST_CASE("messages are proven, folders presumed, cut records unknown") {
  Story story;
  story.add(intruders_rule());
  story.add(accessed("02:30:00", "Bind", "7"));
  story.add(accessed("02:31:00", "Bind", "5"));
  story.add(accessed("02:32:00", "Sync", "0"));
  auto cut = accessed("02:33:00", "Bind", "0");
  cut.details[1].second = "True";
  story.add(cut);
  const auto found = story.findings(r10_and_r19);
  const auto* read = find_rule(found, "R19");
  REQUIRE(read != nullptr);
  CHECK(read->severity == Severity::high);
  CHECK(says(*read, "Proven: 12 messages"));
  CHECK(says(*read, "(Sync): \\Inbox"));
  CHECK(says(*read, "Unknown: 1 record is"));
  CHECK(story.order_does_not_show(r10_and_r19));
  CHECK(story.without(Action::inbox_rule_set).findings(r10_and_r19).empty());
}

TEST_CASE("the owner's reading and the platform's own is not the intruder's") {
  Story story;
  story.ordinary_days("a.martin@hopital.example", "198.51.100.20", "2026-03-01T08:00:00Z", 27);
  story.add(intruders_rule());
  auto owner = accessed("02:20:00", "Bind", "3");
  owner.address = "198.51.100.20";
  story.add(owner);
  auto platform = accessed("02:21:00", "Bind", "2");
  platform.session = "";
  platform.address = "2603:10a6:800:125::13";
  story.add(platform);
  CHECK(find_rule(story.findings(r10_and_r19), "R19") == nullptr);
}

TEST_CASE("files reached and shared outside are told by account") {
  Story story;
  story.add(intruders_rule());
  auto file = intruders_act(Action::file_downloaded, "02:45:00");
  file.operation = "FileDownloaded";
  file.object = "https://hopital.example/rh/salaires.xlsx";
  story.add(file);
  file.action = Action::file_shared;
  file.operation = "SecureLinkCreated";
  file.details = {{"SharingTarget", "x@dehors.example"}};
  story.add(file);
  const auto found = story.findings(r10_and_r19);
  const auto* reached = find_rule(found, "R19");
  REQUIRE(reached != nullptr);
  CHECK(says(*reached, "FileDownloaded=https://hopital.example/rh/salaires.xlsx"));
  CHECK(reached->indicators == std::vector<std::string>{"x@dehors.example"});
}

}  // namespace digue::detect
