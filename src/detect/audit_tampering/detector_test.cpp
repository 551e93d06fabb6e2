#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"

namespace digue::detect {

const Detector& audit_tampering_detector();

using event::Action;
using finding::Severity;
using testing::Row;
using testing::says;
using testing::Story;

static const std::vector<const Detector*> r16 = {&audit_tampering_detector()};

static Row set(Action action, std::string name, std::string value) {
  Row row{.action = action,
          .time = "2026-03-08T02:30:00Z",
          .account = "a.martin@hopital.example",
          .target = "direction@hopital.example",
          .operation = "Set-Something",
          .address = "203.0.113.7"};
  row.details = {{std::move(name), std::move(value)}};
  return row;
}

TEST_CASE("switching the audit off, bypassing or shortening it is high, whoever does it") {
  for (const auto& row : {set(Action::audit_log_set, "UnifiedAuditLogIngestionEnabled", "False"),
                          set(Action::mailbox_audit_set, "AuditBypassEnabled", "True"),
                          set(Action::mailbox_audit_set, "AuditLogAgeLimit", "00:00:00"),
                          set(Action::mailbox_audit_set, "AuditEnabled", "False")}) {
    Story story;
    story.add(row);
    const auto found = story.findings(r16);
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::high);
    CHECK(says(found[0], row.details[0].first + "=" + row.details[0].second));
    CHECK(found[0].subjects[0].kind == "audit-setting");
    CHECK(story.without(row.action).findings(r16).empty());
  }
}

TEST_CASE("what turns the audit on, and what the platform sets, is no finding") {
  Story story;
  story.add(set(Action::audit_log_set, "UnifiedAuditLogIngestionEnabled", "True"));
  story.add(set(Action::mailbox_audit_set, "AuditLogAgeLimit", "180.00:00:00"));
  auto system = set(Action::audit_log_set, "AdminAuditLogEnabled", "False");
  system.account = "nt authority\\system (microsoft.exchange.servicehost)";
  story.add(system);
  CHECK(story.findings(r16).empty());
}

TEST_CASE("the advanced audit licence counts when it goes, not when it was never there") {
  const std::string with = "[SkuName=E5, DisabledPlans=[]]";
  const std::string without = "[SkuName=E5, DisabledPlans=[M365_ADVANCED_AUDITING]]";
  auto row = set(Action::user_updated, "AssignedLicense", without);
  row.details.emplace_back("AssignedLicense.Old", with);
  Story story;
  story.add(row);
  const auto found = story.findings(r16);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::high);
  CHECK(says(found[0], "M365_ADVANCED_AUDITING"));

  row.details[1].second = without;
  Story same;
  same.add(row);
  CHECK(same.findings(r16).empty());
}

TEST_CASE("one person and one setting over many mailboxes are one finding") {
  Story story;
  for (const auto* mailbox : {"x@hopital.example", "y@hopital.example", "z@hopital.example"}) {
    auto row = set(Action::mailbox_audit_set, "AuditEnabled", "False");
    row.target = mailbox;
    story.add(row);
  }
  const auto found = story.findings(r16);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subjects.size() == 3);
  CHECK(story.order_does_not_show(r16));
}

TEST_CASE("the export of what somebody set joins the event") {
  Story story;
  auto row = set(Action::mailbox_audit_set, "AuditBypassEnabled", "True");
  story.add(row);
  row.action = Action::mailbox_audit_state;
  row.time = row.account = row.address = "";
  story.add(row);
  const auto found = story.findings(r16);
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence.size() == 2);
}

TEST_CASE("a bypass in an export alone is to review; audit off may be a default") {
  Story story;
  auto row = set(Action::mailbox_audit_state, "AuditBypassEnabled", "True");
  row.time = row.account = "";
  story.add(row);
  row.details = {{"AuditEnabled", "False"}};
  story.add(row);
  const auto found = story.findings(r16);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::medium);
  CHECK(found[1].severity == Severity::low);
}

}  // namespace digue::detect
