#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& consent_detector();
const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::find_rule;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r14 = {&consent_detector()};
static const std::vector<const Detector*> r10_and_r14 = {&hiding_rule_detector(),
                                                         &consent_detector()};

static Row consent(std::string name, std::string scopes, std::string id = "11111111-aaaa") {
  Row row{.action = Action::consent_granted,
          .time = "2026-03-08T02:20:00Z",
          .account = "a.martin@hopital.example",
          .object = "grant-of-" + id,
          .operation = "Consent to application."};
  row.application = std::move(id);
  row.details = {{"AppDisplayName", std::move(name)},
                 {"ConsentType", "Principal"},
                 {"Scope", std::move(scopes)}};
  return row;
}

TEST_CASE("an application named to be read as Microsoft, over mail, is bad and is followed") {
  Story story;
  story.add(consent("rnicrosoft_office", "Mail.ReadWrite Mail.Send offline_access"));
  std::vector<finding::Finding> found = story.findings(r14, [](const Scene& scene) {
    CHECK(scene.intruder.applications.contains(scene.trail.symbols.find("11111111-aaaa")));
  });
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(says(found[0], "reads like “microsoft”"));
  CHECK(says(found[0], "Scope=Mail.ReadWrite Mail.Send"));
  REQUIRE(found[0].subjects.size() == 2);
  CHECK(found[0].subjects[0].kind == "application");
  CHECK(found[0].subjects[1].identity == "grant-of-11111111-aaaa");
  CHECK(story.without(Action::consent_granted).findings(r14).empty());
}

TEST_CASE("an application known to steal mailboxes is bad whatever its rights") {
  Story story;
  story.add(consent("Mail tool", "User.Read", "ff8d92dc-3d82-41d6-bcbd-b9174d163620"));
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(says(found[0], "PERFECTDATA"));
}

TEST_CASE("the resource that a grant opens is not taken for the application") {
  Story story;
  auto grant = consent("Microsoft Graph", "Mail.Read", "");
  grant.object = "grant-of-11111111-aaaa";
  grant.details.emplace_back("ResourceDisplayName", "Microsoft Graph");
  story.add(grant);
  CHECK(story.findings(r14).empty());
  story.add(consent("rnicrosoft", "Mail.Read"));
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
  CHECK(found[0].title.english.find("“rnicrosoft”") != std::string::npos);
}

TEST_CASE("harmless rights are no finding; nor is what is ours or Microsoft's") {
  Story story;
  story.add(consent("Agenda partagé", "User.Read openid profile"));
  story.add(consent("Archivage", "Mail.ReadWrite Mail.Send offline_access", "ours"));
  story.organisation.known_applications = {"ours"};
  auto first_party = consent("Outlook", "Mail.ReadWrite offline_access", "outlook");
  first_party.details.emplace_back("AppOwnerOrganizationId",
                                   "f8cdef31-a31e-4b4a-93e4-5f571e91255a");
  story.add(first_party);
  CHECK(story.findings(r14).empty());
}

TEST_CASE("an honest mail client is at most to review, and seeds nothing") {
  Story story;
  story.add(consent("Thunderbird", "Mail.ReadWrite Mail.Send offline_access"));
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK_FALSE(found[0].seeds_intruder);
}

TEST_CASE("a consent in the hour of the intruder's rule is probable, and the export joins it") {
  Story story;
  Row rule{.action = Action::inbox_rule_set,
           .time = "2026-03-08T02:11:07Z",
           .account = "a.martin@hopital.example",
           .target = "a.martin@hopital.example",
           .object = "a.martin\\.",
           .address = "203.0.113.7",
           .session = "stolen"};
  rule.details = {{"Name", "."}, {"DeleteMessage", "True"}};
  story.add(rule);
  story.add(consent("Courrier Plus", "Mail.Read offline_access"));
  auto state = consent("Courrier Plus", "Mail.Read offline_access");
  state.action = Action::consent_state;
  state.family = event::Family::consents;
  state.time = "";
  state.target = state.account;
  state.account = "";
  state.details.emplace_back("VerifiedPublisher", "");
  story.add(state);
  const auto found = story.findings(r10_and_r14);
  const auto* given = find_rule(found, "R14");
  REQUIRE(given != nullptr);
  CHECK(found.size() == 2);
  CHECK(given->severity == Severity::high);
  CHECK(says(*given, "Probable"));
  CHECK(says(*given, "publisher is not verified"));
  CHECK(given->evidence.size() == 2);
  CHECK(story.order_does_not_show(r10_and_r14));
}

TEST_CASE("records without the application's id join the one that has its name or object") {
  Story story;
  story.add(consent("rnicrosoft", "Mail.Read offline_access"));
  auto registered = consent("rnicrosoft", "", "");
  registered.action = Action::application_added;
  story.add(registered);
  auto unnamed = consent("", "Mail.Send", "");
  unnamed.object = "grant-of-11111111-aaaa";
  story.add(unnamed);
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 3);
  CHECK(story.order_does_not_show(r14));
}

TEST_CASE("an export that knows the application by its object joins the one of that id") {
  Story story;
  auto exported = consent("rnicrosoft", "Mail.Read offline_access", "the-object");
  exported.action = Action::consent_state;
  exported.family = event::Family::consents;
  story.add(exported);
  auto audited = consent("rnicrosoft", "Mail.Read offline_access", "the-application");
  audited.object = "the-object";
  story.add(audited);
  // Another's object is not this one, whatever its name.
  auto other = consent("rnicrosoft", "Mail.Read offline_access", "another");
  other.object = "another-object";
  story.add(other);
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 2);
  for (const auto& finding : found) CHECK_FALSE(finding.subjects[0].identity == "the-object");
  CHECK(story.order_does_not_show(r14));
}

TEST_CASE("a reply to the user's own machine marks a program registered for the theft") {
  Story story;
  Row row{.action = Action::application_added,
          .time = "2026-03-08T02:20:00Z",
          .account = "a.martin@hopital.example",
          .operation = "Add application."};
  row.details = {{"DisplayName", "[\r\n  \"clony\"\r\n]"},
                 {"ReplyUrl", "[{\"Address\": \"http://localhost:53682/\"}]"}};
  story.add(row);
  const auto found = story.findings(r14);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK(says(found[0], "(http://localhost:53682/)"));
  CHECK(says(found[0], "rclone"));
}

}  // namespace digue::detect
