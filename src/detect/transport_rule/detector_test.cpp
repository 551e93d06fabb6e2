#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& transport_rule_detector();

using event::Action;
using finding::Severity;
using testing::Row;
using testing::says;
using testing::Story;
using Details = std::vector<std::pair<std::string, std::string>>;

static const std::vector<const Detector*> r12 = {&transport_rule_detector()};

static Row rule_set(Details details) {
  Row row{.action = Action::transport_rule_set,
          .time = "2026-03-08T02:13:00Z",
          .account = "a.martin@hopital.example",
          .operation = "New-TransportRule",
          .address = "203.0.113.7",
          .session = "stolen"};
  row.details = std::move(details);
  return row;
}

TEST_CASE("a transport rule that copies everyone's payments outside is found and seeds") {
  Story story;
  story.add(rule_set({{"Name", "."},
                      {"BlindCopyTo", "ITCornpany@webmail.example"},
                      {"SetAuditSeverity", "DoNotAudit"},
                      {"SubjectOrBodyContainsWords", "password;payment;invoice"}}));
  const auto found = story.findings(r12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].seeds_intruder);
  CHECK(found[0].indicators == std::vector<std::string>{"itcornpany@webmail.example"});
  CHECK(says(found[0], "BlindCopyTo=itcornpany@webmail.example"));
  CHECK(says(found[0], "DoNotAudit"));
  CHECK(found[0].subjects[0].kind == "transport-rule");
  CHECK(story.without(Action::transport_rule_set).findings(r12).empty());
}

TEST_CASE("the exported rule joins its event, and alone is read from its description") {
  Row state{.action = Action::transport_rule_state,
            .object = "Archivage",
            .family = event::Family::transport_rules};
  state.details = {{"Name", "Archivage"},
                   {"Description",
                    "Si le message :\n\tEst reçu de 'x@hopital.example'\nEffectuez l’action :\n"
                    "\tCopie carbone invisible du message à 'copie@dehors.example'"}};
  Story alone;
  alone.add(state);
  auto found = alone.findings(r12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(found[0].indicators == std::vector<std::string>{"copie@dehors.example"});

  alone.add(rule_set({{"Name", "Archivage"}, {"BlindCopyTo", "copie@dehors.example"}}));
  found = alone.findings(r12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
  CHECK(alone.order_does_not_show(r12));
}

TEST_CASE("a journal that goes outside is a transport rule by another name") {
  Story story;
  auto row = rule_set({{"Name", "Journal"}, {"JournalEmailAddress", "x@dehors.example"}});
  row.action = Action::policy_set;
  row.operation = "New-JournalRule";
  story.add(row);
  const auto found = story.findings(r12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
}

TEST_CASE("a disclaimer, a copy inside and the platform's own rules are no finding") {
  Story story;
  story.add(rule_set({{"Name", "Signature"}, {"ApplyHtmlDisclaimerText", "<p>x</p>"}}));
  story.add(rule_set({{"Name", "Copie RH"}, {"BlindCopyTo", "rh@hopital.example"}}));
  auto system = rule_set({{"Name", "S"}, {"BlindCopyTo", "x@dehors.example"}});
  system.account = "nt authority\\system (microsoft.exchange.servicehost)";
  story.add(system);
  CHECK(story.findings(r12).empty());
}

TEST_CASE("a rule that only asks not to be audited is to review") {
  Story story;
  story.add(rule_set({{"Name", "Tri"}, {"SetAuditSeverity", "DoNotAudit"}}));
  const auto found = story.findings(r12);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::medium);
  CHECK_FALSE(found[0].seeds_intruder);
}

}  // namespace digue::detect
