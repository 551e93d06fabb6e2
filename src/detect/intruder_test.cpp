#include "detect/intruder.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& hiding_rule_detector();

using event::Action;
using testing::Row;
using testing::Story;

static const std::vector<const Detector*> r10 = {&hiding_rule_detector()};
static const char* const victim = "a.martin@hopital.example";

static Row bad_rule(std::string address, std::string session) {
  Row row{.action = Action::inbox_rule_set,
          .time = "2026-03-28T02:11:07Z",
          .account = victim,
          .target = victim,
          .object = "a.martin\\.",
          .operation = "New-InboxRule"};
  row.address = std::move(address);
  row.session = std::move(session);
  row.details = {{"Name", "."}, {"DeleteMessage", "True"}};
  return row;
}

static Row read_mail(std::string time, std::string address, std::string session) {
  Row row{.action = Action::mail_accessed,
          .time = std::move(time),
          .account = victim,
          .target = victim};
  row.address = std::move(address);
  row.session = std::move(session);
  return row;
}

// How the last row of the story is tied.
static Tie tie_of_last(Story story, Row last) {
  last.object = "the last";
  story.add(last);
  Tie tie = Tie::none;
  story.findings(r10, [&](const Scene& scene) {
    for (const auto& event : scene.trail.events)
      if (scene.text(event.object) == "the last") tie = scene.tie(event);
  });
  return tie;
}

static Story month_then_rule() {
  Story story;
  story.ordinary_days(victim, "198.51.100.20", "2026-03-01T08:00:00Z", 27);
  story.add(bad_rule("203.0.113.7", "stolen"));
  return story;
}

TEST_CASE(
    "what else the stolen session did is proven, and its other addresses are the intruder's") {
  auto story = month_then_rule();
  CHECK(tie_of_last(story, read_mail("2026-03-28T09:00:00Z", "203.0.113.99", "stolen")) ==
        Tie::proven);
  story.add(read_mail("2026-03-28T09:00:00Z", "203.0.113.99", "stolen"));
  CHECK(tie_of_last(story, read_mail("2026-03-29T09:00:00Z", "203.0.113.99", "another")) ==
        Tie::proven);
  CHECK(tie_of_last(story, read_mail("2026-03-30T09:00:00Z", "192.0.2.1", "unrelated")) ==
        Tie::none);
}

TEST_CASE("the owner, in the same stolen session and the same hour, is not taken for the thief") {
  const auto story = month_then_rule();
  CHECK(tie_of_last(story, read_mail("2026-03-28T02:12:00Z", "198.51.100.20", "stolen")) ==
        Tie::none);
  SUBCASE("nor on a new mobile address, with the agent of every day") {
    auto mobile = read_mail("2026-03-28T02:12:00Z", "192.0.2.77", "stolen");
    mobile.agent = "Outlook-Windows";
    CHECK(tie_of_last(story, mobile) == Tie::none);
    mobile.agent = "python-requests/2.31";
    CHECK(tie_of_last(story, mobile) == Tie::proven);
  }
}

TEST_CASE("an act without address or session, inside the active window, is probable") {
  const auto story = month_then_rule();
  CHECK(tie_of_last(story, read_mail("2026-03-28T02:20:00Z", "", "")) == Tie::probable);
  CHECK(tie_of_last(story, read_mail("2026-03-28T05:00:00Z", "", "")) == Tie::none);
}

TEST_CASE("the provider's addresses tie nothing together") {
  Story story;
  story.add(bad_rule("2a01:111:f100:9001::1761:914f", "stolen"));
  CHECK(tie_of_last(story, read_mail("2026-04-28T02:20:00Z", "2a01:111:f100:9001::1761:914f",
                                     "other")) == Tie::none);
  CHECK(tie_of_last(story, read_mail("2026-04-28T02:20:00Z", "", "stolen")) == Tie::proven);
}

TEST_CASE("an office's address is no pivot, nor a known network's") {
  Story story;
  for (const auto* account : {"b@hopital.example", "c@hopital.example", "d@hopital.example"})
    story.ordinary_days(account, "198.51.100.1", "2026-03-01T08:00:00Z", 20);
  story.add(bad_rule("198.51.100.1", "stolen"));
  auto colleague = read_mail("2026-03-28T02:12:00Z", "198.51.100.1", "of b");
  colleague.account = "b@hopital.example";
  CHECK(tie_of_last(story, colleague) == Tie::none);
  CHECK(tie_of_last(story, read_mail("2026-03-29T12:00:00Z", "", "stolen")) == Tie::probable);

  Story known;
  known.organisation.known_networks = {*organisation::Network::parse("192.0.2.0/24")};
  known.add(bad_rule("192.0.2.5", "stolen"));
  colleague.address = "192.0.2.5";
  CHECK(tie_of_last(known, colleague) == Tie::none);
}

TEST_CASE("a bad rule from the owner's usual address makes no pivot of it, and no excuse") {
  Story story;
  story.ordinary_days(victim, "198.51.100.20", "2026-03-01T08:00:00Z", 27);
  story.add(bad_rule("198.51.100.20", "stolen"));
  CHECK(tie_of_last(story, read_mail("2026-03-28T02:20:00Z", "198.51.100.20", "")) ==
        Tie::probable);
  CHECK(tie_of_last(story, read_mail("2026-04-02T02:20:00Z", "198.51.100.20", "fresh")) ==
        Tie::none);
}

TEST_CASE(
    "another account entered from the intruder's address is proven; a refused try is no act") {
  auto story = month_then_rule();
  auto entered = read_mail("2026-03-28T04:00:00Z", "203.0.113.7", "second");
  entered.account = "b.durand@hopital.example";
  CHECK(tie_of_last(story, entered) == Tie::proven);

  auto refused = entered;
  refused.action = Action::sign_in;
  refused.verdict = event::Verdict::failure;
  story.add(refused);
  auto own = read_mail("2026-03-28T04:01:00Z", "", "");
  own.account = "b.durand@hopital.example";
  CHECK(tie_of_last(story, own) == Tie::none);
}

TEST_CASE("the owner of another account that was entered is told apart by habit too") {
  auto story = month_then_rule();
  const auto* other = "b.durand@hopital.example";
  story.ordinary_days(other, "198.51.100.30", "2026-03-01T08:00:00Z", 27);
  auto entered = read_mail("2026-03-28T09:00:00Z", "203.0.113.7", "second");
  entered.account = other;
  story.add(entered);
  auto own = read_mail("2026-03-28T09:05:00Z", "198.51.100.30", "own");
  own.account = other;
  CHECK(tie_of_last(story, own) == Tie::none);
}

TEST_CASE("without a malicious finding there is no intruder") {
  Story story;
  story.ordinary_days(victim, "198.51.100.20", "2026-03-01T08:00:00Z", 27);
  story.findings(r10, [](const Scene& scene) { CHECK(scene.intruder.empty()); });
}

}  // namespace digue::detect
