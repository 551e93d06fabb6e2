#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& outside_forward_detector();

using event::Action;
using finding::Severity;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r11 = {&outside_forward_detector()};

static Row forwarding(std::string time, std::string destination) {
  Row row{.action = Action::forwarding_set,
          .time = std::move(time),
          .account = "a.martin@hopital.example",
          .target = "a.martin@hopital.example",
          .operation = "Set-Mailbox",
          .address = "203.0.113.7",
          .session = "stolen"};
  row.details = {{"ForwardingSmtpAddress", std::move(destination)},
                 {"DeliverToMailboxAndForward", "False"}};
  return row;
}

TEST_CASE("a mailbox that forwards outside is found, with where to and who set it") {
  Story story;
  story.add(forwarding("2026-03-08T02:11:07Z", "smtp:collecte@attaquant.example"));
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].indicators == std::vector<std::string>{"collecte@attaquant.example"});
  CHECK(says(found[0], "Set-Mailbox 2026-03-08T02:11:07Z a.martin@hopital.example 203.0.113.7"));
  CHECK(found[0].subjects[0].kind == "mailbox-forwarding");
  CHECK(found[0].items == std::vector<std::string>{"mail-account/2.a.2"});
  CHECK(story.without(Action::forwarding_set).findings(r11).empty());
}

TEST_CASE("set then cleared is still shown, with both times") {
  Story story;
  story.add(forwarding("2026-06-15T09:59:26Z", "smtp:collecte@attaquant.example"));
  story.add(forwarding("2026-06-15T09:59:37Z", ""));
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(says(found[0], "Set at 2026-06-15T09:59:26Z, cleared at 2026-06-15T09:59:37Z"));
  CHECK(found[0].title.english.find("has been cleared") != std::string::npos);
  CHECK(story.order_does_not_show(r11));
}

TEST_CASE("forwarding to a colleague is no finding") {
  Story story;
  story.add(forwarding("2026-03-08T08:00:00Z", "smtp:b.durand@hopital.example"));
  Row rule{.action = Action::inbox_rule_state, .target = "a.martin@hopital.example"};
  rule.details = {{"Name", "Absence"},
                  {"ForwardTo", "\"B\" [EX:/o=H/cn=b.durand]"},
                  {"RedirectTo", "b.durand@hopital.example"}};
  story.add(rule);
  CHECK(story.findings(r11).empty());
}

TEST_CASE("the export's forward and the audit event are one finding a mailbox") {
  Story story;
  story.add(forwarding("2026-03-08T02:11:07Z", "smtp:collecte@attaquant.example"));
  Row state{.action = Action::forwarding_state, .target = "a.martin@hopital.example"};
  state.details = {{"ForwardingSmtpAddress", "smtp:collecte@attaquant.example"},
                   {"DeliverToMailboxAndForward", "True"}};
  story.add(state);
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
  CHECK(found[0].subjects[0].state[1].second == "True");
}

TEST_CASE("a rule that forwards outside is found; a plain one in an export alone is medium") {
  Story story;
  Row rule{.action = Action::inbox_rule_state,
           .target = "a.martin@hopital.example",
           .object = "a.martin@hopital.example\\12"};
  rule.details = {{"Name", "Copie"},
                  {"From", "ami@club.example"},
                  {"ForwardTo", "\"Moi\" [SMTP:Moi@Perso.example]"}};
  story.add(rule);
  auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK(found[0].indicators == std::vector<std::string>{"moi@perso.example"});

  SUBCASE("words of payments make it high") {
    rule.details.emplace_back("BodyContainsWords", "Invoice;Payments");
    Story worse;
    worse.add(rule);
    CHECK(worse.findings(r11)[0].severity == Severity::high);
  }
  SUBCASE("so does a second mailbox that forwards to the same address") {
    rule.target = "c.petit@hopital.example";
    rule.object = "c.petit@hopital.example\\13";
    story.add(rule);
    found = story.findings(r11);
    REQUIRE(found.size() == 2);
    CHECK(found[0].severity == Severity::high);
    CHECK(says(found[0], "2 mailboxes forward to this same address"));
  }
}

TEST_CASE("a domain that reads like ours is told") {
  Story story;
  story.organisation.domains = {"matern.example"};
  auto row = forwarding("2026-03-08T02:11:07Z", "x@rnatern.example");
  row.account = row.target = "a@matern.example";
  story.add(row);
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(says(found[0], "reads like matern.example"));
}

TEST_CASE("a domain that reads like a correspondent's is told") {
  Story story;
  story.add({.action = Action::message_traced,
             .time = "2026-03-01T10:00:00Z",
             .account = "contact@laboratoire-orion.example",
             .target = "a.martin@hopital.example"});
  story.add(forwarding("2026-03-08T02:11:07Z", "compta@laboratoire-0rion.example"));
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(says(found[0], "reads like laboratoire-orion.example"));
}

TEST_CASE("who lets automatic forwarding out of the organisation is told") {
  Story story;
  Row row{.action = Action::policy_set,
          .time = "2026-03-08T02:11:07Z",
          .account = "a.martin@hopital.example",
          .object = "Default",
          .operation = "Set-HostedOutboundSpamFilterPolicy"};
  row.details = {{"AutoForwardingMode", "Automatic"}};
  story.add(row);
  CHECK(story.findings(r11).empty());
  row.details = {{"AutoForwardingMode", "On"}};
  story.add(row);
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
}

TEST_CASE("a destination without an address is shown as unknown, low") {
  Story story;
  auto row = forwarding("2026-03-08T02:11:07Z", "");
  row.details = {{"ForwardingAddress", "Contact externe"}};
  story.add(row);
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::low);
  CHECK_FALSE(found[0].seeds_intruder);
}

TEST_CASE("a state export that names a mailbox by its alias alone still names it") {
  Story story;
  Row row{.action = Action::forwarding_state, .target = "a.martin"};
  row.family = event::Family::forwarding;
  row.details = {{"ForwardingSmtpAddress", "smtp:collecte@attaquant.example"}};
  story.add(row);
  const auto found = story.findings(r11);
  REQUIRE(found.size() == 1);
  CHECK(found[0].accounts == std::vector<std::string>{"a.martin"});
}

}  // namespace digue::detect
