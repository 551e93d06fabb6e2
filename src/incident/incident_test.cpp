#include <doctest/doctest.h>

#include <algorithm>

#include "incident/acts.h"
#include "incident/finding_json.h"
#include "incident/fold.h"
#include "incident/json.h"
#include "incident/kinds.h"
#include "incident/notes.h"
#include "incident/owners.h"
#include "incident/plan.h"
#include "incident/take.h"

namespace digue::incident {

namespace {

Message both(const std::string& text) {
  return {text, text};
}

sheet::Step step(std::string id, sheet::Priority priority, std::string theme,
                 sheet::StepKind kind = sheet::StepKind::act) {
  sheet::Step out;
  out.id = std::move(id);
  out.title = both(out.id);
  out.priority = priority;
  out.theme = std::move(theme);
  out.kind = kind;
  return out;
}

sheet::Condition question(sheet::Condition::Kind kind, std::string item, std::string value) {
  sheet::Condition condition;
  condition.kind = kind;
  condition.item = std::move(item);
  condition.values = {std::move(value)};
  return condition;
}

// A sheet in small: block and reset per account, keep the logs, how was it stolen, look at the
// host.
sheet::Sheet small_sheet() {
  using sheet::Priority;
  sheet::Sheet sheet;
  sheet.id = "small";
  sheet.themes = {{"mail", both("Mail")}, {"host", both("Host")}};
  auto block = step("small/block", Priority::p0, "mail");
  block.per_account = true;
  block.impacts = {{"", both("no more mail")}};
  auto reset = step("small/reset", Priority::p0, "mail");
  reset.per_account = true;
  reset.destructive = true;
  reset.preservation = {{"inbox-rules", both("export the rules")}};
  auto unblock = step("small/unblock", Priority::p0, "mail");
  unblock.per_account = true;
  unblock.prerequisites = {"small/reset"};
  auto host = step("small/host", Priority::p1, "host", sheet::StepKind::look);
  auto method = step("small/method", Priority::p1, "mail", sheet::StepKind::ask);
  method.options = {{"phishing", "", both("phishing"), {}}, {"unknown", "", both("?"), {}}};
  auto all = step("small/all", Priority::p4, "mail");
  sheet.steps = {block, reset, unblock, all, host, method};
  using Kind = sheet::Condition::Kind;
  const auto phishing = question(Kind::answer, "small/method", "phishing");
  sheet::Condition no_alert, both_hold, several;
  no_alert.kind = Kind::negation;
  no_alert.parts = {question(Kind::evidence, "small/host", "yes")};
  both_hold.kind = Kind::all;
  both_hold.parts = {phishing, no_alert};
  several.kind = Kind::accounts;
  several.at_least = 2;
  sheet.rules = {{"small/method",
                  both_hold,
                  {{sheet::Effect::Kind::hide, {"small/host"}, Priority::p0}},
                  both("phishing explains it")},
                 {"small/all",
                  several,
                  {{sheet::Effect::Kind::raise, {"small/all"}, Priority::p0}},
                  both("several accounts")}};
  return sheet;
}

struct Bench {
  std::filesystem::path folder;
  FixedClock clock{*parse_rfc3339("2026-03-08T02:00:00Z")};
  sheet::Sheet sheet = small_sheet();
  Speaker alice{.author = "Alice"};
  std::optional<logbook::Logbook> book;

  Bench() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-incident-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    auto made =
        open_incident(folder / "a.digue",
                      {.title = "Boîte de la compta", .sheet = "small", .zone = "Europe/Paris"},
                      alice, settings());
    REQUIRE(made);
    book = std::move(*made);
  }
  ~Bench() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  logbook::Settings settings() {
    return {.state_folder = folder / "state",
            .clock = &clock,
            .machine_name = "poste",
            .seal_cost = logbook::SealCost::quick};
  }
  State state(Instant at = Instant::unknown) {
    auto result = state_of(*book, at);
    REQUIRE(result);
    return std::move(*result);
  }
  Result<logbook::Receipt> act(const Act& what) {
    clock.tick(minute_ms);
    return incident::act(*book, sheet, state(), what, alice);
  }
  void add_account(const std::string& name, Standing standing = Standing::compromised) {
    clock.tick(minute_ms);
    REQUIRE(set_account(*book, {.name = name, .standing = standing}, alice));
  }
  Plan plan(PlanOrder order = PlanOrder::priority) { return make_plan(sheet, state_, order); }
  Plan fresh_plan(PlanOrder order = PlanOrder::priority) {
    state_ = state();
    return plan(order);
  }
  State state_;
};

const PlanLine& line(const Plan& plan, const std::string& item, const std::string& account = "") {
  const auto found = std::find_if(plan.lines.begin(), plan.lines.end(), [&](const PlanLine& one) {
    return one.step->id == item && one.account == account;
  });
  REQUIRE(found != plan.lines.end());
  return *found;
}

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
