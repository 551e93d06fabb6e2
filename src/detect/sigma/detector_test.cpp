// The findings that our rules' matches come to.
#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/sigma/own_rules.h"
#include "detect/testing.h"

namespace digue::detect {

const Detector& hiding_rule_detector();
const Detector& sigma_detector();

namespace {

using event::Action;
using testing::Row;
using testing::says;
using testing::Story;

// The id of a rule of ours, or of a correlation, by its name.
std::string id_of(std::string_view name) {
  for (const auto& rule : sigma::own_rules().rules.rules())
    if (rule.name == name) return rule.id;
  for (const auto& one : sigma::own_rules().rules.correlations())
    if (one.written.name == name) return one.written.id;
  return {};
}

// A match of a rule of ours with a record of that host.
Row matched(std::string_view rule, std::string_view host, std::string_view time) {
  Row row{.action = Action::rule_matched, .time = std::string(time), .account = "chv\\adm-durand"};
  row.object = id_of(rule);
  row.device = host;
  row.family = event::Family::windows_log;
  return row;
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&sigma_detector()});
}

}  // namespace

TEST_CASE("a finding stays one when an intruder elsewhere makes for more rounds") {
  Story story;
  story.add(testing::intruders_rule());
  story.add(matched("shadow_copies_deleted", "srv1", "2026-03-28T02:11:10Z"));
  const auto found = story.findings({&hiding_rule_detector(), &sigma_detector()});
  CHECK(found.size() == 2);
}

TEST_CASE("any number of matches of a rule on a host is one finding, with its count and period") {
  Story story;
  for (int i = 10; i < 50; ++i) {
    auto row =
        matched("shadow_copies_deleted", "srv1", "2026-03-28T02:11:" + std::to_string(i) + "Z");
    row.details = {{"CommandLine", "vssadmin delete shadows " + std::to_string(i % 7)}};
    story.add(row);
  }
  story.add(matched("shadow_copies_deleted", "srv2", "2026-03-28T02:12:00Z"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 2);
  const auto& found = findings.front();
  CHECK(found.rule == "sigma/" + id_of("shadow_copies_deleted"));
  CHECK(found.severity == finding::Severity::critical);
  CHECK(found.hosts == std::vector<std::string>{"srv1"});
  CHECK(found.accounts == std::vector<std::string>{"chv\\adm-durand"});
  CHECK(found.items == std::vector<std::string>{"ransomware/1.d.2"});
  CHECK(found.evidence.size() == 20);
  CHECK(rfc3339(found.time) == "2026-03-28T02:11:10Z");
  CHECK(rfc3339(found.time_end) == "2026-03-28T02:11:49Z");
  CHECK(says(found, "40 records, from 2026-03-28T02:11:10Z to 2026-03-28T02:11:49Z"));
  CHECK(says(found, "CommandLine=vssadmin delete shadows 3"));
  CHECK(found.why.size() == 2 + 5);  // what it is, how many, and five ways
  CHECK(found.title.french == "Clichés instantanés supprimés (srv1)");
}

TEST_CASE("an ordinary record, and a rule that nobody knows, are nothing") {
  Story story;
  auto row = matched("shadow_copies_deleted", "srv1", "2026-03-28T02:11:00Z");
  row.object = "somebody-elses";
  story.add(row);
  row.action = Action::process_started;
  story.add(row);
  CHECK(findings_of(story).empty());
}

TEST_CASE("correlations count matches of several hosts, and need them all") {
  Story story;
  for (const auto* host : {"p1", "p2", "p3"}) {
    auto row = matched("defender_turned_off", host, "2026-03-28T02:11:00Z");
    row.details = {{"Computer", host}};
    story.add(row);
  }
  const std::string rule = "sigma/" + id_of("protection_ended_on_several_hosts");
  const auto findings = findings_of(story);
  CHECK(findings.size() == 4);
  const auto* together = testing::find_rule(findings, rule);
  REQUIRE(together != nullptr);
  CHECK(together->hosts == std::vector<std::string>{"p1", "p2", "p3"});
  CHECK(together->items == std::vector<std::string>{"ransomware/1.c.4"});
  Story two;
  for (const auto* host : {"p1", "p2"}) {
    auto row = matched("defender_turned_off", host, "2026-03-28T02:11:00Z");
    row.details = {{"Computer", host}};
    two.add(row);
  }
  CHECK(testing::find_rule(findings_of(two), rule) == nullptr);
}

TEST_CASE("a rule that a correlation alone tells makes no finding by itself") {
  Story story;
  auto row = matched("ticket_with_weak_encryption", "dc1", "2026-03-28T02:11:00Z");
  row.details = {{"TargetUserName", "m.leroy"}, {"ServiceName", "svc-sql"}};
  story.add(row);
  CHECK(findings_of(story).empty());
}

TEST_CASE("the order of the rows does not show") {
  Story story;
  for (int i = 10; i < 30; ++i)
    story.add(matched(i % 2 == 0 ? "security_log_cleared" : "account_created",
                      i % 3 == 0 ? "srv1" : "srv2", "2026-03-28T02:11:" + std::to_string(i) + "Z"));
  CHECK(story.order_does_not_show({&sigma_detector()}));
}

}  // namespace digue::detect
