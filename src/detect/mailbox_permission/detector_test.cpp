#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& mailbox_permission_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r13 = {&mailbox_permission_detector()};
static const std::vector<const Detector*> r10_and_r13 = {&hiding_rule_detector(),
                                                         &mailbox_permission_detector()};

static Row grant(std::string mailbox, std::string user, std::string right,
                 std::string time = "2026-03-08T02:20:00Z") {
  Row row{.action = Action::mailbox_permission_added,
          .time = std::move(time),
          .account = "a.martin@hopital.example",
          .target = std::move(mailbox),
          .operation = "Add-MailboxPermission",
          .address = "2a01:111:f100:9001::1761:914f"};
  row.details = {{"User", std::move(user)}, {"AccessRights", std::move(right)}};
  return row;
}

static Row folder_right(const std::string& folder, std::string user, std::string right) {
  auto row = grant("b.durand@hopital.example", std::move(user), std::move(right));
  row.action = Action::folder_permission_added;
  row.account = "b.durand@hopital.example";
  row.object = "b.durand@hopital.example:\\" + folder;
  return row;
}

TEST_CASE("a mailbox opened minutes after the intruder's rule is probably his doing") {
  Story story;
  Row rule{.action = Action::inbox_rule_set,
           .time = "2026-03-08T02:11:07Z",
           .account = "a.martin@hopital.example",
           .target = "a.martin@hopital.example",
           .object = "a.martin\\.",
           .operation = "New-InboxRule",
           .address = "203.0.113.7",
           .session = "stolen"};
  rule.details = {{"Name", "."}, {"DeleteMessage", "True"}};
  story.add(rule);
  story.add(grant("direction@hopital.example", "c.petit@hopital.example", "FullAccess"));
  auto send = grant("direction@hopital.example", "c.petit@hopital.example", "SendAs");
  send.action = Action::send_permission_added;
  send.details[0].first = "Trustee";
  story.add(send);
  const auto found = story.findings(r10_and_r13);
  const auto* given = find_rule(found, "R13");
  REQUIRE(given != nullptr);
  CHECK(found.size() == 2);
  CHECK(given->severity == Severity::high);
  CHECK(says(*given, "Probable"));
  CHECK(given->subjects.size() == 2);
  CHECK(story.order_does_not_show(r10_and_r13));

  SUBCASE("without the intruder it is only to review") {
    const auto alone = story.without(Action::inbox_rule_set).findings(r13);
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].severity == Severity::medium);
  }
}

TEST_CASE("a grantee whose name only looks right is told, and seeds") {
  Story story;
  story.add(grant("direction@hopital.example", "ITCornpany@hopital.example", "FullAccess"));
  const auto found = story.findings(r13);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].seeds_intruder);
  CHECK(says(found[0], "reads like “company”"));
}

TEST_CASE("the platform's rights, inherited ones and the owner's own are no finding") {
  Story story;
  auto system = grant("x@hopital.example", "y@hopital.example", "FullAccess");
  system.account = "nt authority\\system (microsoft.exchange.servicehost)";
  story.add(system);
  story.add(grant("x@hopital.example", "NT AUTHORITY\\SELF", "FullAccess"));
  auto inherited = grant("x@hopital.example", "z@hopital.example", "FullAccess");
  inherited.details.emplace_back("IsInherited", "True");
  story.add(inherited);
  CHECK(story.findings(r13).empty());
}

TEST_CASE("everyone may read a calendar; everyone may not read an inbox") {
  Story story;
  story.add(folder_right("Calendrier", "Everyone", "Reviewer"));
  story.add(folder_right("Inbox", "Default", "None"));
  CHECK(story.findings(r13).empty());
  story.add(folder_right("Inbox", "Par défaut", "ReadAny, FolderVisible"));
  const auto found = story.findings(r13);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].subjects[0].kind == "folder-permission");
}

TEST_CASE("an owner who opens a folder to a colleague delegates") {
  Story story;
  story.add(folder_right("Inbox", "c.petit@hopital.example", "Editor"));
  const auto found = story.findings(r13);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::low);
}

TEST_CASE("who opens many mailboxes to themself is told; a declared administrator is not accused") {
  Story story;
  for (const auto* mailbox : {"x@hopital.example", "y@hopital.example", "z@hopital.example"})
    story.add(grant(mailbox, "a.martin@hopital.example", "FullAccess"));
  auto found = story.findings(r13);
  REQUIRE(found.size() == 3);
  CHECK(found[0].severity == Severity::high);
  CHECK(says(found[0], "opened 3 mailboxes within a day"));
  CHECK(says(found[0], "gave it to themself"));

  story.organisation.administrators = {"a.martin@hopital.example"};
  found = story.findings(r13);
  REQUIRE(found.size() == 3);
  CHECK(found[0].severity == Severity::info);
}

TEST_CASE("an export alone is shown where the right is strong or the grantee odd") {
  Row state{.action = Action::folder_permission_state,
            .target = "x@hopital.example",
            .object = "x@hopital.example:\\Inbox",
            .family = event::Family::mailbox_permissions};
  state.details = {{"User", "y@hopital.example"}, {"AccessRights", "Reviewer"}};
  Story story;
  story.add(state);
  CHECK(story.findings(r13).empty());
  SUBCASE("an owner's right") {
    state.details[1].second = "Owner";
    story.add(state);
  }
  SUBCASE("someone outside") {
    state.details[0].second = "dehors@ailleurs.example";
    story.add(state);
  }
  const auto found = story.findings(r13);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
}

}  // namespace digue::detect
