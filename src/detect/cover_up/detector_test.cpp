#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& cover_up_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::intruders_act;
using testing::intruders_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r10_and_r18 = {&hiding_rule_detector(),
                                                         &cover_up_detector()};

static Row deleted(std::string_view time, std::string subject) {
  auto row = intruders_act(Action::mail_deleted, time);
  row.operation = "HardDelete";
  row.details = {{"Items", "1"}, {"Subject", std::move(subject)}};
  return row;
}

TEST_CASE("whatever the intruder deleted is told, security notices first of all") {
  Story story;
  story.add(intruders_rule());
  story.add(deleted("02:40:00", "Vos informations de sécurité ont été modifiées"));
  story.add(deleted("02:41:00", "RE: Changement de RIB"));
  const auto found = story.findings(r10_and_r18);
  const auto* covered = find_rule(found, "R18");
  REQUIRE(covered != nullptr);
  CHECK(covered->severity == Severity::high);
  CHECK(covered->title.english.starts_with("2 messages"));
  CHECK(says(*covered, "Security notice deleted"));
  CHECK(says(*covered, "Subject=RE: Changement de RIB"));
  CHECK(story.order_does_not_show(r10_and_r18));
  CHECK(story.without(Action::inbox_rule_set).findings(r10_and_r18).empty());
}

TEST_CASE("a message put into an ordinary folder hides nothing") {
  Story story;
  story.add(intruders_rule());
  auto moved = deleted("02:40:00", "Ordre du jour");
  moved.action = Action::mail_moved;
  moved.details.emplace_back("DestinationFolder", "\\Projets");
  story.add(moved);
  CHECK(find_rule(story.findings(r10_and_r18), "R18") == nullptr);
}

TEST_CASE("a notice deleted just after the change it tells of is to review") {
  Story story;
  auto method = intruders_act(Action::authentication_method_added, "09:00:00");
  method.address = method.session = "";
  story.add(method);
  story.add(deleted("09:20:00", "New security info was added to your account"));
  const auto found = story.findings(r10_and_r18);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK(found[0].items == std::vector<std::string>{"mail-account/6.a.3"});
  CHECK(story.without(Action::authentication_method_added).findings(r10_and_r18).empty());
}

TEST_CASE("tidying up one's mail is no finding") {
  Story story;
  for (int i = 0; i < 60; ++i) story.add(deleted("10:00:00", "Lettre d’information"));
  CHECK(story.findings(r10_and_r18).empty());
}

}  // namespace digue::detect
