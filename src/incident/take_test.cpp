#include "incident/take.h"

#include <doctest/doctest.h>

#include "incident/finding_json.h"
#include "incident/json.h"
#include "incident/kinds.h"
#include "incident/testing.h"

namespace digue::incident {

using testing::Bench;
using testing::both;
using testing::line;

namespace {

finding::Finding rule_finding(std::vector<std::string> accounts) {
  finding::Finding finding;
  finding.rule = "R10";
  finding.id = finding::make_id("R10", "a");
  finding.severity = finding::Severity::high;
  finding.title = {"Une règle cache des messages", "A rule hides messages"};
  finding.time = *parse_rfc3339("2026-03-01T10:00:00Z");
  finding.accounts = std::move(accounts);
  finding.items = {"small/reset"};
  finding.evidence = {{{0, 3, 4, 120}}};
  finding.subjects = {{"inbox-rule", "id-1", ".", "a@b.example", {{"MarkAsRead", "True"}}}};
  finding.why = {both("Name = .")};
  return finding;
}

finding::Source a_source() {
  finding::Source source;
  source.file = "audit.csv";
  source.sha256 = std::string(64, 'a');
  source.rows = 12;
  source.gaps = {{*parse_rfc3339("2026-02-01T00:00:00Z"), *parse_rfc3339("2026-02-02T00:00:00Z"),
                  both("nothing kept")}};
  return source;
}

}  // namespace

TEST_CASE("findings come back whole, are taken over once, and bring their accounts in") {
  Bench bench;
  const auto finding = rule_finding({"a@b.example"});
  const auto source = a_source();
  const finding::Answer answer{"small/reset", finding::Value::yes, {finding.id}, both("one month")};
  const Analysis analysis{.findings = std::span(&finding, 1),
                          .answers = std::span(&answer, 1),
                          .sources = std::span(&source, 1),
                          .compromised_accounts = {"A@b.example"},
                          .intruder_addresses = {"203.0.113.7"}};
  const auto taken = take_findings(*bench.book, analysis);
  REQUIRE(taken);
  CHECK(taken->findings == 1);
  const auto state = bench.state();
  const auto& kept = state.findings.at(finding.id).finding;
  CHECK(kept.title == finding.title);
  CHECK(kept.subjects == finding.subjects);
  CHECK(kept.time == finding.time);
  CHECK(state.sources.at(kept.evidence[0].place.source).file == "audit.csv");
  CHECK(kept.evidence[0].place.offset == 120);
  CHECK(state.sources[0].gaps.size() == 1);
  CHECK(state.accounts.at("a@b.example").standing == Standing::compromised);
  CHECK(state.accounts.at("a@b.example").said.by_machine);
  CHECK(state.indicators.at("203.0.113.7").treatment == Treatment::observe);
  const auto size = bench.book->size();
  CHECK(take_findings(*bench.book, analysis)->known == 1);
  CHECK(bench.book->size() == size);
}

TEST_CASE("what an analysis counted of the sign-ins comes back whole, and is said once") {
  Bench bench;
  Analysis analysis;
  auto& counts = analysis.sign_ins;
  counts.zone = "Europe/Paris";
  counts.all = {7, 3, 4};
  counts.accounts = 2;
  counts.first = counts.last = *parse_rfc3339("2026-03-28T02:11:07Z");
  counts.hours[6 * 24 + 23] = {7, 3, 4};
  counts.places = {
      {"FR", "Lyon", finding::MapPoint{4576, -484}, true, {7, 3, 4}, 2, counts.first, counts.last},
      {"XX", "", std::nullopt, false, {}, 1, counts.first, counts.last}};
  counts.journeys = {{"a@b.example",
                      {"192.0.2.1", "FR", "Lyon", counts.places[0].point},
                      {"203.0.113.7", "US", "", std::nullopt},
                      counts.first,
                      counts.last,
                      6000}};
  counts.streaks = {{"a@b.example", 9, 2, counts.first, counts.last, Instant::unknown, true}};
  counts.streaks_left_out = 12;
  REQUIRE(take_findings(*bench.book, analysis));
  const auto kept = bench.state().sign_ins;
  REQUIRE(kept);
  CHECK(finding::to_json(*kept) == finding::to_json(counts));
  // A run without sign-ins does not take them away.
  const auto source = a_source();
  REQUIRE(take_findings(*bench.book, {.sources = std::span(&source, 1)}));
  CHECK(bench.state().sign_ins);
  counts.all.successes = 8;
  const auto before = bench.book->size();
  REQUIRE(take_findings(*bench.book, {.sources = std::span(&source, 1), .sign_ins = counts}));
  CHECK(bench.book->size() == before + 1);
  CHECK(bench.state().sign_ins->all.successes == 8);
}

TEST_CASE("sign-ins that somebody made up are read within their bounds") {
  const auto counts = read_sign_ins(R"({"sign_ins": {"zone": 3,
    "hours": [{"day": 7, "hour": 0, "successes": 1}, {"day": 0, "hour": 24, "successes": 1},
              {"day": -1, "hour": 2, "successes": 5}],
    "places": [{"point": {"north": 999999, "east": -999999}}, 4, {"point": 3}]}})");
  REQUIRE(counts);
  CHECK(counts->hours[24].successes == 0);
  REQUIRE(counts->places.size() == 2);
  CHECK(counts->places[0].point == finding::MapPoint{9000, -18000});
  CHECK_FALSE(counts->places[1].point);
  CHECK_FALSE(read_sign_ins(R"({"sign_ins": []})"));
  CHECK_FALSE(read_sign_ins("{"));
}

TEST_CASE("a finding with more than an entry can hold is taken over, and says how much there was") {
  Bench bench;
  auto finding = rule_finding({"a@b.example"});
  for (std::uint32_t i = 0; i < 20000; ++i) {
    finding.evidence.push_back({{0, i, i, i}});
    finding.subjects.push_back({"inbox-rule", std::string(200, 'i'), "", "a@b.example", {}});
    finding.why.push_back(both(std::string(200, 'w')));
  }
  const auto source = a_source();
  const Analysis analysis{.findings = std::span(&finding, 1), .sources = std::span(&source, 1)};
  REQUIRE(take_findings(*bench.book, analysis));
  const auto state = bench.state();
  const auto& taken = state.findings.at(finding.id);
  CHECK(taken.evidence_rows == 20001);
  CHECK(taken.finding.evidence.size() == max_evidence_rows);
  CHECK(take_findings(*bench.book, analysis)->known == 1);
}

TEST_CASE("a yes about another account is unknown for this one, never no") {
  Bench bench;
  bench.add_account("a@b.example");
  bench.add_account("c@b.example");
  const auto finding = rule_finding({"a@b.example"});
  const finding::Answer answer{"small/reset", finding::Value::yes, {finding.id}, both("all")};
  REQUIRE(take_findings(*bench.book,
                        {.findings = std::span(&finding, 1), .answers = std::span(&answer, 1)}));
  const auto plan = bench.fresh_plan();
  CHECK(line(plan, "small/reset", "a@b.example").evidence == "yes");
  CHECK(line(plan, "small/reset", "c@b.example").evidence == "unknown");
  CHECK(line(plan, "small/reset", "a@b.example").findings.size() == 1);
  CHECK(line(plan, "small/reset", "c@b.example").findings.empty());
}

TEST_CASE("a person’s word on an account stands against a later analysis") {
  Bench bench;
  bench.add_account("a@b.example", Standing::cleared);
  REQUIRE(take_findings(*bench.book, {.compromised_accounts = {"a@b.example"}}));
  CHECK(bench.state().accounts.at("a@b.example").standing == Standing::cleared);
}

}  // namespace digue::incident
