#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& hiding_rule_detector();

using event::Action;
using finding::Severity;
using testing::Row;
using testing::says;
using testing::Story;
using Details = std::vector<std::pair<std::string, std::string>>;

static const std::vector<const Detector*> r10 = {&hiding_rule_detector()};

static Row created(const std::string& name, Details details) {
  Row row{.action = Action::inbox_rule_set,
          .time = "2026-03-08T02:11:07Z",
          .account = "a.martin@hopital.example",
          .target = "a.martin@hopital.example",
          .object = "a.martin\\" + name,
          .operation = "New-InboxRule",
          .address = "203.0.113.7",
          .session = "stolen"};
  row.details = std::move(details);
  row.details.emplace_back("Name", name);
  return row;
}

static Row exported(const std::string& name, Details details) {
  auto row = created(name, std::move(details));
  row.action = Action::inbox_rule_state;
  row.family = event::Family::inbox_rules;
  row.time = row.account = row.address = row.session = row.operation = "";
  row.object = "a.martin@hopital.example\\17639250888751054849";
  return row;
}

TEST_CASE("a rule named by a dot that deletes everything is bad, and whoever made it is followed") {
  Story story;
  story.add(created(".", {{"DeleteMessage", "True"}, {"StopProcessingRules", "True"}}));
  story.findings(r10, [](const Scene& scene) {
    const auto session = scene.trail.symbols.find("stolen");
    CHECK(scene.intruder.sessions.contains(session));
    CHECK(scene.intruder.addresses.contains(scene.trail.symbols.find("203.0.113.7")));
  });
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].seeds_intruder);
  CHECK(says(found[0], "DeleteMessage=True"));
  CHECK(says(found[0], "Total: 90 points"));
  REQUIRE(found[0].subjects.size() == 1);
  CHECK(found[0].subjects[0].kind == "inbox-rule");
  CHECK(found[0].subjects[0].mailbox == "a.martin@hopital.example");
  CHECK(story.without(Action::inbox_rule_set).findings(r10).empty());
}

TEST_CASE("the exported rule and the event that made it are one finding, with the export's id") {
  Story story;
  story.add(created("..", {{"MoveToFolder", "RSS Feeds"}, {"MarkAsRead", "True"}}));
  story.add(exported(
      "..", {{"MoveToFolder", "RSS Feeds"}, {"MarkAsRead", "True"}, {"Enabled", "False"}}));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
  CHECK(found[0].subjects[0].identity == "a.martin@hopital.example\\17639250888751054849");
  CHECK(says(found[0], "New-InboxRule 2026-03-08T02:11:07Z a.martin@hopital.example 203.0.113.7"));
  CHECK(says(found[0], "Disabled, it stays ready for use."));
  CHECK(story.order_does_not_show(r10));
  SUBCASE("each export alone gives the same finding") {
    const auto id = found[0].id;
    const auto audit = story.without(Action::inbox_rule_state).findings(r10);
    const auto state = story.without(Action::inbox_rule_set).findings(r10);
    REQUIRE(audit.size() == 1);
    REQUIRE(state.size() == 1);
    CHECK(audit[0].id == id);
    CHECK(state[0].id == id);
  }
}

TEST_CASE("two rules whose names end alike after a backslash are two") {
  const auto numbered = [](const std::string& name, const std::string& number) {
    auto row = exported(name, {{"DeleteMessage", "True"}, {"StopProcessingRules", "True"}});
    row.object = "a.martin@hopital.example\\" + number;
    return row;
  };
  Story story;
  story.add(numbered("C:\\ #", "17639250888751054849"));
  story.add(numbered("D:\\ #", "17639250888751054850"));
  CHECK(story.findings(r10).size() == 2);
  CHECK(story.order_does_not_show(r10));
}

static Row numbered(Details details, const std::string& number, std::uint32_t source = 0) {
  auto row = exported("Factures", std::move(details));
  row.object = "a.martin@hopital.example\\" + number;
  row.source = source;
  return row;
}

static const Details hides = {{"MoveToFolder", "RSS Feeds"}, {"MarkAsRead", "True"}};
static const Details sorts = {{"MoveToFolder", "Comptabilité"}, {"From", "compta@hopital.example"}};
static const Details erases = {{"DeleteMessage", "True"}, {"SubjectContainsWords", "virement"}};

TEST_CASE("of two rules of one name in one export, each is judged by itself and has its identity") {
  Story story;
  story.add(numbered(sorts, "17639250888751054849"));
  story.add(numbered(erases, "17639250888751054850"));
  SUBCASE("an innocent one hides none") {
    const auto found = story.findings(r10);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].subjects.size() == 1);
    CHECK(found[0].subjects[0].identity == "a.martin@hopital.example\\17639250888751054850");
    CHECK(found[0].evidence.size() == 1);
  }
  SUBCASE("both are told when both hide") {
    story.add(numbered(hides, "17639250888751054851"));
    const auto found = story.findings(r10);
    REQUIRE(found.size() == 2);
    CHECK(found[0].id != found[1].id);
    CHECK(found[0].subjects[0].identity != found[1].subjects[0].identity);
  }
  CHECK(story.order_does_not_show(r10));
}

TEST_CASE("two rules of one name stay two when a second export numbers them otherwise") {
  Story story;
  story.add(numbered(hides, "17639250888751054849", 0));
  story.add(numbered(erases, "17639250888751054850", 0));
  story.add(numbered(erases, "1", 1));
  story.add(numbered(hides, "2", 1));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 2);
  CHECK(found[0].evidence.size() == 2);
  CHECK(found[1].evidence.size() == 2);
  CHECK(story.order_does_not_show(r10));
}

TEST_CASE("one rule in two exports that number it otherwise is one") {
  Story story;
  story.add(numbered(erases, "17639250888751054850", 0));
  story.add(numbered(erases, "AQAAAJVxBZw=", 1));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
}

TEST_CASE("of two rules of one name, who made one is told of that one") {
  Story story;
  story.add(numbered(sorts, "17639250888751054849"));
  story.add(numbered(erases, "17639250888751054850"));
  story.add(created("Factures", erases));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
  CHECK(says(found[0], "New-InboxRule 2026-03-08T02:11:07Z a.martin@hopital.example 203.0.113.7"));
}

TEST_CASE("a newsletter put away, a condition on each rule: nothing to say") {
  Story story;
  story.add(created("Newsletters", {{"From", "lettre@fournisseur.example"},
                                    {"MoveToFolder", "a.martin\\Newsletters"},
                                    {"StopProcessingRules", "True"}}));
  story.add(created("Comptes rendus", {{"SubjectContainsWords", "compte rendu"},
                                       {"MoveToFolder", "Archive"},
                                       {"MarkAsRead", "True"}}));
  CHECK(story.findings(r10).empty());
}

TEST_CASE("words alone accuse nobody; with a structure they add") {
  Story story;
  story.add(created("Factures", {{"SubjectContainsWords", "facture;virement"},
                                 {"MoveToFolder", "a.martin\\Factures"}}));
  CHECK(story.findings(r10).empty());
  story.add(created("Compta", {{"SubjectContainsWords", "Réglement;Facture"},
                               {"MoveToFolder", "Éléments supprimés"},
                               {"StopProcessingRules", "True"}}));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].title.english.find("Compta") != std::string::npos);
}

TEST_CASE("a deletion on one sender is to review with its owner, and seeds nothing") {
  Story story;
  story.add(created("Publicités", {{"From", "promo@magasin.example"}, {"DeleteMessage", "True"}}));
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK_FALSE(found[0].seeds_intruder);
}

TEST_CASE("a mild rule made in the session that made a bad one is raised by it") {
  Story story;
  story.add(created(".", {{"DeleteMessage", "True"}}));
  auto mild = created(
      "Clients", {{"From", "x@fournisseur.example"}, {"MoveToFolder", "Conversation History"}});
  mild.time = "2026-03-08T02:14:00Z";
  story.add(mild);
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 2);
  CHECK(found[1].severity == Severity::critical);
  CHECK(says(found[1], "held to be the intruder"));
  CHECK_FALSE(says(found[0], "held to be the intruder"));  // it is no reason for itself
  CHECK(story.order_does_not_show(r10));
}

TEST_CASE("an opaque folder is unknown, not innocent; a re-stamp without content is no change") {
  Story story;
  story.add(created("..", {{"MoveToFolderId", "LgAAAAD7VDz8O3pZTp2e"}}));
  auto stamp = created("Reports", {});
  stamp.operation = "UpdateInboxRules";
  story.add(stamp);
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK(says(found[0], "its name is unknown"));
}

TEST_CASE("a rule softened afterwards still counts for what it was") {
  Story story;
  story.add(created("x", {{"DeleteMessage", "True"}}));
  auto softened = created("x", {{"DeleteMessage", "False"}, {"MoveToFolder", "Clients"}});
  softened.operation = "Set-InboxRule";
  softened.time = "2026-03-09T10:00:00Z";
  story.add(softened);
  const auto found = story.findings(r10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
}

TEST_CASE("what every mailbox has from birth is no finding") {
  Story story;
  story.add(exported("Junk E-mail Rule", {{"MoveToFolder", "Junk Email"}}));
  CHECK(story.findings(r10).empty());
}

}  // namespace digue::detect
