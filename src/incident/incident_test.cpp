#include <doctest/doctest.h>

#include "incident/json.h"
#include "incident/kinds.h"
#include "incident/owners.h"
#include "incident/take.h"
#include "incident/testing.h"

namespace digue::incident {

using testing::Bench;
using testing::both;
using testing::line;

TEST_CASE("an incident opens with its title, its sheet and its zone") {
  Bench bench;
  const auto state = bench.state();
  CHECK(state.title == "Boîte de la compta");
  CHECK(state.sheet == "small");
  CHECK(state.zone.name() == "Europe/Paris");
  CHECK(rfc3339(state.opened) == "2026-03-08T02:00:00Z");
  CHECK(state.log.size() == 2);
}

TEST_CASE("what was known at a past moment is what had been recorded by then") {
  Bench bench;
  bench.add_account("a@b.example");
  const Instant between = bench.clock.now();
  bench.add_account("a@b.example", Standing::cleared);
  CHECK(bench.state(between).accounts.at("a@b.example").standing == Standing::compromised);
  CHECK(bench.state().accounts.at("a@b.example").standing == Standing::cleared);
  CHECK(bench.state(between - 2 * minute_ms).accounts.empty());
}

TEST_CASE("a correction replaces, an entry withdrawn counts for nothing, and both stay readable") {
  Bench bench;
  const auto first = add_note(*bench.book, {.text = "bloqué à 03:05"}, bench.alice);
  REQUIRE(first);
  Speaker correcting = bench.alice;
  correcting.corrects = first->position;
  REQUIRE(add_note(*bench.book, {.text = "bloqué à 03:15"}, correcting));
  const auto account = set_account(*bench.book, {.name = "A@B.example"}, bench.alice);
  REQUIRE(account);
  CHECK(bench.state().accounts.contains("a@b.example"));
  REQUIRE(withdraw(*bench.book, account->position, "mauvais compte", bench.alice));
  const auto state = bench.state();
  CHECK(state.accounts.empty());
  CHECK(state.log[first->position].corrected_by == first->position + 1);
  CHECK(state.log[first->position].text.french == "bloqué à 03:05");
}

TEST_CASE("a fold that goes on gives what folding all of it gives") {
  Bench bench;
  LiveFold live(bench.state());
  bench.add_account("a@b.example");
  REQUIRE(add_note(*bench.book, {.text = "vu"}, bench.alice));
  REQUIRE(bench.act({.target = {"small/all", ""}}));
  const auto note = add_note(*bench.book, {.text = "bloqué à 03:05"}, bench.alice);
  std::vector<logbook::Entry> entries;
  REQUIRE(bench.book->each(2, [&](const auto& entry) { entries.push_back(entry); }));
  for (const auto& entry : entries) CHECK(live.add(entry));
  const auto same = [&](const State& a, const State& b) {
    CHECK(incident_json(a) == incident_json(b));
    REQUIRE(a.log.size() == b.log.size());
    for (std::size_t i = 0; i < a.log.size(); ++i)
      CHECK(log_line_json(a.log[i], Language::french) == log_line_json(b.log[i], Language::french));
  };
  same(live.state(), bench.state());
  // A correction changes what was said before: all must be folded again.
  Speaker correcting = bench.alice;
  correcting.corrects = note->position;
  const auto correction = add_note(*bench.book, {.text = "bloqué à 03:15"}, correcting);
  REQUIRE(correction);
  const auto entry = bench.book->at(correction->position);
  REQUIRE(entry);
  CHECK_FALSE(live.add(*entry));
  CHECK(live.state().log.size() + 1 == bench.state().log.size());
}

TEST_CASE("a line about a step names it as steps are named, or is refused") {
  Bench bench;
  Note note{.text = "vu"};
  for (const char* item : {"small/block", "mail-account/2.a.2", "mail-account"}) {
    note.references.items = {item};
    CHECK(add_note(*bench.book, note, bench.alice));
  }
  for (const char* item : {"", "/2.a", "mail-account/", "mail-account/2.a.2 ", "Mail/1", "a/b/c",
                           "\"><img src=x>", "mail-account/é"}) {
    CAPTURE(item);
    note.references.items = {item};
    CHECK_FALSE(add_note(*bench.book, note, bench.alice));
  }
}

TEST_CASE("an impact must be accepted by a named person before the action starts") {
  Bench bench;
  bench.add_account("a@b.example");
  const Target target{"small/block", "a@b.example"};
  const auto refused = bench.act({.target = target, .state = ActionState::in_progress});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.english.find("no more mail") != std::string::npos);
  REQUIRE(bench.act({.target = target,
                     .state = ActionState::in_progress,
                     .impact_accepted_by = "La directrice"}));
  const auto state = bench.state();
  CHECK(state.impacts.at(target).by == "La directrice");
  CHECK(state.actions.at(target).state == ActionState::in_progress);
  CHECK(bench.act({.target = target, .state = ActionState::done}));
  CHECK(bench.state().history.at(target).size() == 2);
}

TEST_CASE("evidence is saved before it is destroyed, or someone says why not") {
  Bench bench;
  bench.add_account("a@b.example");
  const Target target{"small/reset", "a@b.example"};
  CHECK_FALSE(bench.act({.target = target}));
  CHECK_FALSE(bench.act({.target = target, .preservation_waived_by = "Paul"}));
  REQUIRE(bench.act({.target = target, .why = "urgence", .preservation_waived_by = "Paul"}));
  CHECK(bench.state().preservations.at(target).waived);
  bench.add_account("c@b.example");
  const Target other{"small/reset", "c@b.example"};
  REQUIRE(bench.act({.target = other, .preserved = {std::string(64, 'b')}}));
  CHECK_FALSE(bench.state().preservations.at(other).waived);
}

TEST_CASE("a prerequisite stands in the way, and may be overridden with a reason") {
  Bench bench;
  bench.add_account("a@b.example");
  const Target target{"small/unblock", "a@b.example"};
  CHECK_FALSE(bench.act({.target = target}));
  CHECK_FALSE(bench.act({.target = target, .despite_prerequisites = true}));
  CHECK(
      bench.act({.target = target, .why = "le directeur l’exige", .despite_prerequisites = true}));
}

TEST_CASE("setting an action aside needs a reason, delegating needs a name") {
  Bench bench;
  const Target target{"small/all", ""};
  CHECK_FALSE(bench.act({.target = target, .state = ActionState::impossible}));
  CHECK(bench.act({.target = target, .state = ActionState::impossible, .why = "pas les droits"}));
  CHECK_FALSE(bench.act({.target = target, .state = ActionState::delegated}));
  CHECK(bench.act({.target = target, .state = ActionState::delegated, .to = "l’infogérant"}));
  CHECK(bench.state().actions.at(target).to == "l’infogérant");
}

TEST_CASE("a step has one owner, whoever was named last, until it is settled") {
  Bench bench;
  const auto owner = [&] { return bench.state().owners[{"small/host", ""}].name; };
  const auto assign_to = [&](const std::string& name) {
    return assign(*bench.book, bench.sheet, bench.state(), {{"small/host", ""}, name}, bench.alice);
  };
  REQUIRE(bench.act({{"small/host", ""}, ActionState::in_progress}));
  CHECK(owner() == "Alice");  // who begins what nobody has takes it
  REQUIRE(assign_to("Bob Durand"));
  REQUIRE(bench.act({{"small/host", ""}, ActionState::in_progress}));
  CHECK(owner() == "Bob Durand");
  CHECK(bench.state().state_of({"small/host", ""}) == ActionState::in_progress);
  REQUIRE(assign_to(" ALICE "));
  CHECK(owner() == "Alice");
  CHECK(owned_by(bench.state(), "Alice").size() == 1);
  REQUIRE(bench.act({{"small/host", ""}, ActionState::done}));
  CHECK(owned_by(bench.state(), "Alice").empty());
  REQUIRE(assign_to(""));
  CHECK(owner().empty());
  CHECK_FALSE(
      assign(*bench.book, bench.sheet, bench.state(), {{"small/none", ""}, "Bob"}, bench.alice));
}

TEST_CASE("by person, each has their steps by priority, and what nobody has comes last") {
  Bench bench;
  Act delegated{{"small/all", ""}, ActionState::delegated};
  delegated.to = "Bob Durand";
  delegated.due = bench.clock.now() + hour_ms;
  REQUIRE(bench.act(delegated));
  REQUIRE(assign(*bench.book, bench.sheet, bench.state(), {{"small/method", ""}, "Bob Durand"},
                 bench.alice));
  const auto plan = bench.fresh_plan(PlanOrder::person);
  CHECK(plan.lines[0].step->id == "small/method");
  CHECK(plan.lines[1].step->id == "small/all");
  CHECK(plan.lines[2].owner.empty());
  CHECK_FALSE(plan.lines[1].is_late(delegated.due));
  CHECK(plan.lines[1].is_late(delegated.due + 1));
}

TEST_CASE("an action is refused for an account outside the perimeter, or for no account") {
  Bench bench;
  bench.add_account("a@b.example");
  CHECK_FALSE(bench.act({.target = {"small/reset", "z@b.example"}, .preserved_by = "Paul"}));
  CHECK_FALSE(bench.act({.target = {"small/reset", ""}, .preserved_by = "Paul"}));
  CHECK_FALSE(bench.act({.target = {"small/all", "a@b.example"}}));
  CHECK_FALSE(bench.act({.target = {"small/none", ""}}));
}

TEST_CASE("an answer is one that the step offers") {
  Bench bench;
  const auto say = [&](const std::string& item, const std::string& value) {
    return answer(*bench.book, bench.sheet, {item, ""}, value, "", bench.alice);
  };
  CHECK_FALSE(say("small/method", "burglary"));
  CHECK(say("small/method", "phishing"));
  CHECK(say("small/host", "unknown"));
  CHECK_FALSE(say("small/host", "phishing"));
  CHECK(bench.state().answers.at({"small/method", ""}).value == "phishing");
}

TEST_CASE("P0 is repeated for each account of the perimeter, and cleared accounts leave the plan") {
  Bench bench;
  CHECK(bench.fresh_plan().lines.size() == 6);
  bench.add_account("a@b.example");
  bench.add_account("c@b.example", Standing::suspected);
  const auto plan = bench.fresh_plan();
  CHECK(plan.lines.size() == 9);
  CHECK(line(plan, "small/block", "c@b.example").blockers.size() == 1);
  bench.add_account("c@b.example", Standing::cleared);
  CHECK(bench.fresh_plan().lines.size() == 6);
}

TEST_CASE("the two orders are over the same lines") {
  Bench bench;
  bench.add_account("a@b.example");
  const auto by_priority = bench.fresh_plan();
  CHECK(by_priority.lines.front().step->id == "small/block");
  CHECK(by_priority.lines.back().step->id == "small/all");
  const auto by_theme = bench.plan(PlanOrder::theme);
  CHECK(by_theme.lines.back().step->id == "small/host");
  CHECK(by_theme.lines.size() == by_priority.lines.size());
}

TEST_CASE("phishing sets the workstation aside, until the evidence accuses it") {
  Bench bench;
  REQUIRE(answer(*bench.book, bench.sheet, {"small/method", ""}, "phishing", "", bench.alice));
  const auto plan = bench.fresh_plan();
  CHECK(line(plan, "small/host").hidden);
  CHECK(line(plan, "small/host").reasons.front().english == "phishing explains it");
  const finding::Answer accuses{"small/host", finding::Value::yes, {}, both("antivirus log")};
  REQUIRE(take_findings(*bench.book, {.answers = std::span(&accuses, 1)}));
  CHECK_FALSE(line(bench.fresh_plan(), "small/host").hidden);
}

TEST_CASE("two compromised accounts raise what is for everyone") {
  Bench bench;
  bench.add_account("a@b.example");
  CHECK(line(bench.fresh_plan(), "small/all").priority == sheet::Priority::p4);
  bench.add_account("c@b.example");
  CHECK(line(bench.fresh_plan(), "small/all").priority == sheet::Priority::p0);
}

TEST_CASE("the next action is the first that nothing but its own conditions holds back") {
  Bench bench;
  bench.add_account("a@b.example");
  CHECK(bench.fresh_plan().next()->step->id == "small/block");
  REQUIRE(bench.act({.target = {"small/block", "a@b.example"}, .impact_accepted_by = "Zoé"}));
  CHECK(bench.fresh_plan().next()->step->id == "small/reset");
  REQUIRE(bench.act({.target = {"small/reset", "a@b.example"},
                     .state = ActionState::postponed,
                     .why = "à midi"}));
  CHECK(bench.fresh_plan().next()->step->id == "small/host");
}

TEST_CASE("a block asks for its end, an observation does not") {
  Bench bench;
  Indicator indicator{.value = "mauvais.example",
                      .kind = "domain",
                      .treatment = Treatment::block,
                      .why = both("hameçonnage")};
  CHECK_FALSE(set_indicator(*bench.book, indicator, bench.alice));
  indicator.expires = bench.clock.now() + 7 * day_ms;
  CHECK(set_indicator(*bench.book, indicator, bench.alice));
  CHECK(bench.state().indicators.at("mauvais.example").expires == indicator.expires);
}

TEST_CASE("a body that says nothing to us is counted and shown, never a crash") {
  Bench bench;
  for (const char* body : {"", "[]", "{", "{\"state\":3}", "{\"state\":\"later\",\"item\":[]}"})
    REQUIRE(bench.book->append({.kind = std::string(kinds::action), .author = "x", .body = body}));
  const auto state = bench.state();
  CHECK(state.unreadable == 5);
  CHECK(state.actions.empty());
  CHECK(state.log.size() == 7);
}

}  // namespace digue::incident
