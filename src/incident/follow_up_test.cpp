#include "incident/follow_up.h"

#include <doctest/doctest.h>

#include "incident/plan.h"

namespace digue::incident {

namespace {

Instant at(const char* text) {
  return *parse_rfc3339(text);
}

sheet::Step step(std::string id) {
  sheet::Step out;
  out.id = std::move(id);
  out.title = {out.id, out.id};
  return out;
}

// Isolate for a time, with a proof; lift; conclude, with proposals.
sheet::Sheet small_sheet() {
  sheet::Sheet sheet;
  sheet.id = "s";
  auto isolate = step("s/isolate");
  isolate.temporary = {24, "s/lift"};
  isolate.proof = {"s/traffic", {"Plus de trafic", "No more traffic"}};
  auto grave = step("s/grave");
  grave.kind = sheet::StepKind::ask;
  grave.answer = sheet::AnswerType::choice;
  grave.conclusion = true;
  grave.options = {{"yes", "", {"Oui", "Yes"}, {}}, {"no", "", {"Non", "No"}, {}}};
  const auto hosts = [](std::vector<std::string> values) {
    return sheet::Condition{sheet::Condition::Kind::answer, {}, "s/hosts", std::move(values), 0};
  };
  grave.proposals = {{"yes", hosts({"some"}), {"Des machines", "Machines"}},
                     {"no", hosts({"no"}), {"Aucune", "None"}}};
  sheet.steps = {isolate, step("s/lift"), grave, step("s/hosts")};
  return sheet;
}

struct Bench {
  sheet::Sheet sheet = small_sheet();
  State state;
  std::uint64_t entry = 1;

  void act(const std::string& item, ActionState what, const char* when,
           Instant due = Instant::unknown, const std::string& account = "") {
    Action action;
    action.state = what;
    action.due = due;
    action.said = {"Alice", at(when), at(when), entry++};
    state.actions[{item, account}] = action;
  }
  void answer(const std::string& item, const std::string& value) {
    const Answer answer{value, "", {"Alice", at("2026-03-08T08:00:00Z"), {}, entry++}, 0};
    state.answers[{item, ""}] = answer;
    state.answer_history[{item, ""}].push_back(answer);
  }
  void start_round() {
    state.rounds.push_back({state.rounds.size() + 1,
                            at("2026-03-08T09:00:00Z"),
                            Instant::unknown,
                            60,
                            {},
                            {"Alice", {}, {}, entry++}});
  }
  void evidence(finding::Value value, std::vector<std::string> because = {}) {
    state.evidence_answers["s/traffic"].answer = {"s/traffic", value, std::move(because), {}};
  }
  void source(event::Family family, const char* last, std::vector<finding::Gap> gaps = {}) {
    finding::Source source;
    source.family = family;
    source.first = at("2026-03-01T00:00:00Z");
    source.last = at(last);
    source.gaps = std::move(gaps);
    state.sources.push_back(std::move(source));
  }
  void finding(const std::string& id, const char* last, std::size_t from_source = 0) {
    finding::Finding finding;
    finding.id = id;
    finding.time = finding.time_end = at(last);
    finding.items = {"s/traffic"};
    finding.evidence.resize(1);
    finding.evidence[0].place.source = static_cast<decltype(event::Place::source)>(from_source);
    state.findings[id].finding = finding;
  }
  FollowUp follow(const char* now = "2026-03-08T12:00:00Z") {
    return follow_up(sheet, state, at(now));
  }
  EffectProof proof() {
    const auto proofs = follow().proofs;
    REQUIRE(proofs.size() == 1);
    return proofs[0];
  }
};

constexpr const char* done_at = "2026-03-08T10:00:00Z";

}  // namespace

TEST_CASE("a measure for a time is owed from when it is in place until it is lifted") {
  Bench bench;
  CHECK(bench.follow().temporary.empty());
  bench.act("s/isolate", ActionState::in_progress, done_at);
  CHECK(bench.follow().temporary.empty());
  bench.act("s/isolate", ActionState::partial, done_at);
  const auto owed = bench.follow().temporary;
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].review == at("2026-03-09T10:00:00Z"));
  CHECK_FALSE(owed[0].due);
  CHECK(owed[0].lifted_by->id == "s/lift");
  CHECK(bench.follow("2026-03-09T10:00:00Z").temporary[0].due);
  for (const auto still :
       {ActionState::in_progress, ActionState::impossible, ActionState::partial}) {
    bench.act("s/lift", still, "2026-03-08T11:00:00Z");
    CHECK(bench.follow().temporary.size() == 1);
  }
  bench.act("s/lift", ActionState::done, "2026-03-08T11:00:00Z");
  CHECK(bench.follow().temporary.empty());
  bench.act("s/isolate", ActionState::done, "2026-03-08T11:30:00Z");  // taken again: owed again
  CHECK(bench.follow().temporary.size() == 1);
}

TEST_CASE("the moment that a person gave for the review wins over the sheet's") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at, at("2026-03-08T11:00:00Z"));
  const auto owed = bench.follow().temporary;
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].review == at("2026-03-08T11:00:00Z"));
  CHECK(owed[0].due);
}

TEST_CASE("of steps that are per account, each account is lifted by itself, cleared or not") {
  Bench bench;
  bench.sheet.steps[0].per_account = bench.sheet.steps[1].per_account = true;
  for (const auto* name : {"a@x", "b@x"}) {
    bench.state.accounts[name] = {.name = name, .standing = Standing::cleared};
    bench.act("s/isolate", ActionState::done, done_at, {}, name);
  }
  CHECK(bench.follow().temporary.size() == 2);
  bench.act("s/lift", ActionState::done, "2026-03-08T11:00:00Z", {}, "a@x");
  const auto owed = bench.follow().temporary;
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].account == "b@x");
}

TEST_CASE("nothing is proven before it is done, nor by evidence that was not examined") {
  Bench bench;
  bench.evidence(finding::Value::no);
  bench.source(event::Family::sign_ins, "2026-03-09T00:00:00Z");
  CHECK(bench.follow().proofs.empty());
  bench.act("s/isolate", ActionState::done, done_at);
  CHECK(bench.proof().value == Effectiveness::proven);
  CHECK(bench.proof().why.english.find("2026-03-09") != std::string::npos);
  bench.state.evidence_answers.clear();
  CHECK(bench.proof().value == Effectiveness::unknown);
  bench.evidence(finding::Value::unknown);
  CHECK(bench.proof().value == Effectiveness::unknown);
}

TEST_CASE("a no proves only as far as the sign-ins and the audit log both go past the moment") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at);
  bench.evidence(finding::Value::no);
  CHECK(bench.proof().value == Effectiveness::unknown);  // nothing at all
  bench.source(event::Family::sign_ins, "2026-03-09T00:00:00Z");
  bench.source(event::Family::audit_log, "2026-03-08T09:00:00Z");
  CHECK(bench.proof().value == Effectiveness::unknown);
  bench.source(event::Family::audit_log, "2026-03-08T10:59:59Z");  // not for long enough
  CHECK(bench.proof().value == Effectiveness::unknown);
  bench.source(event::Family::audit_log, "2026-03-08T11:00:00Z");  // a later file of that family
  bench.source(event::Family::directory_audit, "2026-03-08T09:00:00Z");  // few rows: no matter
  CHECK(bench.proof().value == Effectiveness::proven);
  CHECK(bench.proof().why.english.find("11:00") != std::string::npos);
}

TEST_CASE("families that never spoke to the item have no say, and a hole is no coverage") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at);
  bench.evidence(finding::Value::no);
  bench.source(event::Family::sign_ins, "2026-03-09T00:00:00Z");
  bench.source(event::Family::audit_log, "2026-03-08T09:00:00Z");
  bench.finding("f-1", "2026-03-07T00:00:00Z", 0);  // it was the sign-ins that told
  CHECK(bench.proof().value == Effectiveness::proven);
  bench.state.sources[0].gaps = {
      {at("2026-03-08T09:30:00Z"), at("2026-03-09T00:00:00Z"), {"trou", "hole"}}};
  CHECK(bench.proof().value == Effectiveness::unknown);
}

TEST_CASE("a no that a grave finding of after contradicts proves nothing") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at);
  bench.evidence(finding::Value::no);
  bench.source(event::Family::sign_ins, "2026-03-09T00:00:00Z");
  bench.finding("f-1", "2026-03-08T10:10:00Z");
  bench.state.findings["f-1"].finding.items = {"s/other"};
  CHECK(bench.proof().value == Effectiveness::proven);
  bench.state.findings["f-1"].finding.severity = finding::Severity::high;
  CHECK(bench.proof().value == Effectiveness::unknown);
  CHECK(bench.proof().findings == std::vector<std::string>{"f-1"});
  bench.finding("f-1", "2026-03-08T09:50:00Z");
  bench.state.findings["f-1"].finding.severity = finding::Severity::critical;
  CHECK(bench.proof().value == Effectiveness::proven);
}

TEST_CASE("without any log of what accounts do, every export with dates must go past the moment") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at);
  bench.evidence(finding::Value::no);
  bench.source(event::Family::message_trace, "2026-03-09T00:00:00Z");
  CHECK(bench.proof().value == Effectiveness::proven);
  bench.source(event::Family::directory_audit, "2026-03-08T09:00:00Z");
  CHECK(bench.proof().value == Effectiveness::unknown);
}

TEST_CASE("a yes refutes only with something that happened after") {
  Bench bench;
  bench.act("s/isolate", ActionState::done, done_at);
  bench.finding("f-1", "2026-03-08T09:59:00Z");
  bench.evidence(finding::Value::yes, {"f-1", "f-lost"});
  CHECK(bench.proof().value == Effectiveness::unknown);
  CHECK(bench.proof().findings.empty());
  bench.finding("f-2", "2026-03-08T10:01:00Z");
  bench.evidence(finding::Value::yes, {"f-1", "f-2"});
  CHECK(bench.proof().value == Effectiveness::refuted);
  CHECK(bench.proof().findings == std::vector<std::string>{"f-2"});
}

TEST_CASE("the first proposal whose condition holds is made, and a person decides") {
  Bench bench;
  CHECK(bench.follow().conclusions.at(0).proposed == "");
  CHECK(bench.follow().conclusions.at(0).owed);
  bench.answer("s/hosts", "SRV-1, SRV-2");
  auto conclusion = bench.follow().conclusions.at(0);
  CHECK(conclusion.proposed == "yes");
  CHECK(conclusion.reason.english == "Machines");
  CHECK(conclusion.history.empty());
  bench.answer("s/grave", "no");
  conclusion = bench.follow().conclusions.at(0);
  CHECK(conclusion.proposed == "yes");
  CHECK_FALSE(conclusion.owed);
  REQUIRE(conclusion.history.size() == 1);
  CHECK(conclusion.history[0].value == "no");
}

TEST_CASE("a conclusion is asked again at each round, and keeps its history") {
  Bench bench;
  const auto line = [&] {
    const auto plan = make_plan(bench.sheet, bench.state, PlanOrder::priority);
    for (const auto& one : plan.lines)
      if (one.step->id == "s/grave") return one;
    FAIL("no such line");
    return PlanLine{};
  };
  bench.answer("s/grave", "no");
  CHECK(line().state == ActionState::done);
  bench.start_round();
  CHECK(bench.follow().conclusions.at(0).owed);
  CHECK(line().state == ActionState::to_do);
  CHECK(line().asked_again);
  CHECK(line().answer == "no");
  bench.answer("s/grave", "yes");
  CHECK_FALSE(bench.follow().conclusions.at(0).owed);
  CHECK_FALSE(line().asked_again);
  CHECK(line().state == ActionState::done);
  CHECK(bench.follow().conclusions.at(0).history.size() == 2);
}

}  // namespace digue::incident
