#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& bulk_send_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::intruders_act;
using testing::intruders_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r17 = {&bulk_send_detector()};
static const std::vector<const Detector*> r10_and_r17 = {&hiding_rule_detector(),
                                                         &bulk_send_detector()};

static Row sent(std::string_view time, std::string subject) {
  auto row = intruders_act(Action::mail_sent, time);
  row.details = {{"Subject", subject}, {"InternetMessageId", "<" + subject + "@hopital.example>"}};
  return row;
}

static Row traced(const std::string& day, int second, std::string recipient, std::string subject) {
  Row row{.action = Action::message_traced,
          .time = day + "T09:0" + std::to_string(second / 60) + ":" +
                  (second % 60 < 10 ? "0" : "") + std::to_string(second % 60) + "Z",
          .account = "a.martin@hopital.example",
          .target = std::move(recipient),
          .family = event::Family::message_trace};
  row.details = {
      {"Subject", subject}, {"MessageId", subject + "@hopital.example"}, {"Status", "Delivered"}};
  return row;
}

static void add_burst(Story& story, const std::string& day, int recipients) {
  for (int i = 0; i < recipients; ++i)
    story.add(traced(day, i * 3, "client" + std::to_string(i) + "@dehors.example", "Lettre"));
}

TEST_CASE("what the intruder sent is told; without the trace, recipients are unknown") {
  Story story;
  story.add(intruders_rule());
  story.add(sent("02:40:00", "Changement de RIB"));
  const auto found = story.findings(r10_and_r17);
  const auto* mails = find_rule(found, "R17");
  REQUIRE(mails != nullptr);
  CHECK(mails->severity == Severity::medium);
  CHECK(says(*mails, "Subject=Changement de RIB"));
  CHECK(says(*mails, "does not say to whom"));
  CHECK(find_rule(story.without(Action::inbox_rule_set).findings(r10_and_r17), "R17") == nullptr);

  SUBCASE("the trace names those to warn") {
    story.add(traced("2026-03-29", 1, "client@dehors.example", "Changement de RIB"));
    story.add(traced("2026-03-29", 1, "b.durand@hopital.example", "Changement de RIB"));
    const auto again = story.findings(r10_and_r17);
    const auto* known = find_rule(again, "R17");
    REQUIRE(known != nullptr);
    CHECK(known->severity == Severity::high);
    CHECK(says(*known, "2, of whom 1 outside"));
    CHECK(says(*known, "RecipientAddress=client@dehors.example"));
    CHECK(known->accounts == std::vector<std::string>{"a.martin@hopital.example"});
    CHECK(story.order_does_not_show(r10_and_r17));
  }
}

TEST_CASE("several messages of the intruder's are high without the trace") {
  Story story;
  story.add(intruders_rule());
  for (const auto* time : {"02:40:00", "02:41:00", "02:42:00"}) story.add(sent(time, "Facture"));
  const auto found = story.findings(r10_and_r17);
  const auto* mails = find_rule(found, "R17");
  REQUIRE(mails != nullptr);
  CHECK(mails->severity == Severity::high);
}

TEST_CASE("a burst to the outside that no other day shows stands out") {
  Story story;
  add_burst(story, "2026-03-10", 3);
  add_burst(story, "2026-03-28", 40);
  CHECK(story.findings(r17).at(0).severity == Severity::medium);
  add_burst(story, "2026-03-28", 60);
  const auto found = story.findings(r17);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].title.english.find("60 recipients") != std::string::npos);
  CHECK(says(found[0], "highest of another day: 3"));
}

TEST_CASE("a weekly newsletter is this account's habit; mail inside is no burst outside") {
  Story story;
  add_burst(story, "2026-03-10", 55);
  add_burst(story, "2026-03-17", 60);
  CHECK(story.findings(r17).empty());

  Story inside;
  for (int i = 0; i < 60; ++i)
    inside.add(traced("2026-03-28", i, "agent" + std::to_string(i) + "@hopital.example", "Note"));
  CHECK(inside.findings(r17).empty());
}

TEST_CASE("from the audit log alone, messages are counted") {
  Story story;
  for (int i = 0; i < 40; ++i) {
    auto row = sent("02:40:00", "Facture " + std::to_string(i));
    row.time = "2026-03-28T02:40:" + std::string(i < 10 ? "0" : "") + std::to_string(i) + "Z";
    story.add(row);
  }
  const auto found = story.findings(r17);
  REQUIRE(found.size() == 1);
  CHECK(found[0].title.english.find("sent 40 messages") != std::string::npos);
}

}  // namespace digue::detect
