#include "detect/detector.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "detect/testing.h"

namespace digue::detect {

const Detector& admin_change_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::intruders_act;
using testing::intruders_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r15 = {&admin_change_detector()};
static const std::vector<const Detector*> r10_and_r15 = {&hiding_rule_detector(),
                                                         &admin_change_detector()};

// The directory logs no address and no session.
static Row directory(Action action, std::string target, const std::string& time = "02:25:00") {
  auto row = intruders_act(action, time);
  row.address = row.session = "";
  row.target = std::move(target);
  return row;
}

static Row role(std::string target, std::string name) {
  auto row = directory(Action::role_member_added, std::move(target));
  row.operation = "Add member to role.";
  row.details = {{"Role", std::move(name)}};
  return row;
}

TEST_CASE("changes in the hour of the intruder are told one line each, as probable") {
  Story story;
  story.add(intruders_rule());
  story.add(directory(Action::user_added, "svc.backup@hopital.example"));
  story.add(role("svc.backup@hopital.example", "Helpdesk Operators"));
  story.add(directory(Action::password_changed, "direction@hopital.example"));
  const auto found = story.findings(r10_and_r15);
  CHECK(found.size() == 4);
  const auto* users = find_rule(found, "R15");
  REQUIRE(users != nullptr);
  for (const auto& finding : found)
    if (finding.rule == "R15") {
      CHECK(finding.severity == Severity::high);
      CHECK(says(finding, "Probable"));
      CHECK(finding.subjects.size() == 1);
    }
  CHECK(story.order_does_not_show(r10_and_r15));
  CHECK(story.without(Action::inbox_rule_set).findings(r15).empty());
}

TEST_CASE("of very many powerful roles the first are told and the others counted") {
  Story story;
  for (int i = 0; i < 30; ++i)
    story.add(role("agent" + std::to_string(i) + "@hopital.example", "Global Administrator"));
  story.add(role("agent0@hopital.example", "Global Administrator"));  // told once
  const auto found = story.findings(r15);
  REQUIRE(found.size() == 1);
  const auto powerful =
      std::count_if(found[0].why.begin(), found[0].why.end(),
                    [](const Message& line) { return line.english.starts_with("Powerful role:"); });
  CHECK(powerful == 12);
  CHECK(says(found[0], "and 18 more"));
}

TEST_CASE("a person's own new password inside the window weighs less than another's") {
  Story story;
  story.add(intruders_rule());
  story.add(directory(Action::password_changed, "a.martin@hopital.example"));
  const auto found = story.findings(r10_and_r15);
  const auto* own = find_rule(found, "R15");
  REQUIRE(own != nullptr);
  CHECK(own->severity == Severity::medium);
}

TEST_CASE("an administrator's day is no finding, nor what the platform does") {
  Story story;
  auto day = directory(Action::user_added, "nouveau@hopital.example", "10:00:00");
  day.account = "admin@hopital.example";
  story.add(day);
  auto system = role("x@hopital.example", "Global Administrator");
  system.account = "nt authority\\system";
  story.add(system);
  CHECK(story.findings(r15).empty());
}

TEST_CASE("an account made to be read as another is bad, and whoever made it is followed") {
  Story story;
  story.ordinary_days("marie.durand@hopital.example", "198.51.100.3", "2026-03-01T08:00:00Z", 3);
  story.add(directory(Action::user_added, "rnarie.durand@hopital.example"));
  const auto found = story.findings(r15);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].seeds_intruder);
  CHECK(says(found[0], "reads like “marie.durand”"));

  Story company;
  company.add(directory(Action::user_added, "itcornpany@hopital.example"));
  CHECK(company.findings(r15).size() == 1);
}

TEST_CASE("a powerful role is to review; a declared administrator's is low") {
  Story story;
  story.add(role("b.durand@hopital.example", "Global Administrator"));
  auto found = story.findings(r15);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK(found[0].subjects[0].name == "Global Administrator");
  story.organisation.administrators = {"a.martin@hopital.example"};
  found = story.findings(r15);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::low);
}

TEST_CASE("impersonation, IMAP opened and consent freed are told even untied") {
  Story story;
  auto group = directory(Action::role_member_added, "");
  group.details = {{"Roles", "ApplicationImpersonation"}, {"Members", "x@hopital.example"}};
  story.add(group);
  auto imap = directory(Action::mailbox_access_set, "b.durand@hopital.example");
  imap.details = {{"ImapEnabled", "True"}};
  story.add(imap);
  const auto found = story.findings(r15);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::high);
  CHECK(says(found[0], "ApplicationImpersonation given to x@hopital.example"));
  CHECK(found[1].severity == Severity::medium);

  Story freed;
  auto policy = directory(Action::policy_set, "");
  policy.details = {{"PermissionGrantPolicyIdsAssignedToDefaultUserRole",
                     "ManagePermissionGrantsForSelf.microsoft-user-default-legacy"}};
  freed.add(policy);
  CHECK(freed.findings(r15).size() == 1);
  policy.details[0].second = "ManagePermissionGrantsForSelf.microsoft-user-default-low";
  Story low;
  low.add(policy);
  CHECK(low.findings(r15).empty());
}

TEST_CASE("accounts removed by the dozen are told in one finding") {
  Story story;
  for (int i = 0; i < 6; ++i)
    story.add(directory(Action::user_removed, "u" + std::to_string(i) + "@hopital.example"));
  const auto found = story.findings(r15);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subjects.size() == 6);
  CHECK(says(found[0], "6 accounts removed within an hour"));
}

}  // namespace digue::detect
