// What is due and when: starting facts, calendars, zones, and what people decide.
#include "incident/clocks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "incident/clock_acts.h"
#include "incident/fold.h"
#include "incident/notes.h"

namespace digue::incident {

namespace {

Instant at(std::string_view text) {
  const auto instant = parse_rfc3339(text);
  REQUIRE(instant);
  return *instant;
}

Zone zone(std::string_view name) {
  auto found = Zone::named(name);
  REQUIRE(found);
  return *found;
}

constexpr sheet::TimeLimit hours(int count) {
  return {sheet::TimeLimit::Kind::hours, count};
}
constexpr sheet::TimeLimit months(int count) {
  return {sheet::TimeLimit::Kind::months, count};
}

std::string due(sheet::TimeLimit limit, std::string_view start, std::string_view zone_name) {
  const auto in = zone(zone_name);
  return in.rfc3339(due_at(limit, at(start), in));
}

constexpr std::string_view clocks_text = R"(format: "1"
version: "1.0"
date: "2026-11-22"
about: {fr: "Un.", en: "One."}
clocks:
  - id: cnil
    title: {fr: "Notifier", en: "Notify"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    applies: {personal_data: yes}
    regimes:
      - {valid_to: "2026-03-31", hours: "72", checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
      - {valid_from: "2026-04-01", hours: "96", checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
  - id: complaint
    suggest: opening
    title: {fr: "Porter plainte", en: "Complain"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    regimes:
      - {hours: "72", checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
  - id: health
    title: {fr: "Signaler", en: "Report"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    applies: {regulated: [health, ose]}
    regimes:
      - {without_delay: yes, checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
  - id: insurer
    title: {fr: "Déclarer", en: "Declare"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    applies: {insured: yes}
    regimes:
      - {contract: yes, checked: "2026-11-22", source: {fr: "Contrat", en: "Contract"}}
  - id: notification
    off: yes
    title: {fr: "Notifier NIS2", en: "Notify NIS2"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    regimes:
      - {hours: "72", checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
  - id: final
    off: yes
    after: notification
    title: {fr: "Rendre", en: "Hand in"}
    starts: {fr: "Un fait.", en: "A fact."}
    whom: {fr: "Nous.", en: "Us."}
    how: {fr: "Ainsi.", en: "So."}
    regimes:
      - {months: "1", checked: "2026-11-22", source: {fr: "Loi", en: "Act"}}
)";

sheet::Effect clock_effect(std::string id) {
  sheet::Effect effect;
  effect.kind = sheet::Effect::Kind::clock;
  effect.clock = std::move(id);
  return effect;
}

// A sheet whose step "one/data", answered yes, proposes cnil and complaint.
sheet::Library library_of_clocks() {
  auto reading = sheet::read_clocks(clocks_text, "clocks.yaml");
  REQUIRE(reading.problems.empty());
  sheet::Library library;
  library.clocks = std::move(reading.clocks);
  sheet::Sheet one;
  one.id = "one";
  sheet::Step step;
  step.id = "one/data";
  step.kind = sheet::StepKind::ask;
  step.answer = sheet::AnswerType::text;
  one.steps = {step};
  const sheet::Condition yes{sheet::Condition::Kind::answer, {}, "one/data", {"yes"}, 0};
  one.rules = {
      {"one/data", yes, {clock_effect("cnil"), clock_effect("complaint")}, {"Données", "Data"}}};
  library.sheets = {one};
  return library;
}

struct Bench {
  std::filesystem::path folder;
  FixedClock time{at("2026-03-08T02:00:00Z")};
  Speaker alice{.author = "Alice"};
  sheet::Library library = library_of_clocks();
  std::optional<organisation::Organisation> organisation;
  std::optional<logbook::Logbook> book;
  State state;
  std::vector<ClockState> states;

  Bench() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-clocks-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    auto made = open_incident(folder / "a.digue",
                              {.title = "Essai", .sheet = "one", .zone = "Europe/Paris"}, alice,
                              {.state_folder = folder / "state",
                               .clock = &time,
                               .machine_name = "poste",
                               .seal_cost = logbook::SealCost::quick});
    REQUIRE(made);
    book = std::move(*made);
    fold_again();
  }
  ~Bench() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  void fold_again() {
    auto folded = state_of(*book);
    REQUIRE(folded);
    state = std::move(*folded);
  }
  const ClockState& clock(const std::string& id) {
    fold_again();
    states = clock_states(library, state, organisation ? &*organisation : nullptr, time.now());
    const auto found = std::find_if(states.begin(), states.end(),
                                    [&](const ClockState& one) { return one.clock->id == id; });
    REQUIRE(found != states.end());
    return *found;
  }
  std::uint64_t note(const std::string& text, std::string_view occurred) {
    Speaker speaker = alice;
    speaker.occurred = logbook::Moment{at(occurred), 60};
    const auto receipt = add_note(*book, {.text = text}, speaker);
    REQUIRE(receipt);
    return receipt->position;
  }
  Result<logbook::Receipt> start(const std::string& id, std::string_view when,
                                 std::optional<std::uint64_t> fact = std::nullopt,
                                 const std::string& why = "vu") {
    fold_again();
    return start_clock(*book, library.clocks, state,
                       {id, when.empty() ? Instant::unknown : at(when), fact, why}, time.now(),
                       alice);
  }
  Result<logbook::Receipt> meet(const std::string& id, std::string_view when = "",
                                const std::string& reference = "") {
    fold_again();
    return meet_clock(*book, library.clocks, state,
                      {id, when.empty() ? Instant::unknown : at(when), reference, ""}, time.now(),
                      alice);
  }
  Result<logbook::Receipt> waive(const std::string& id, const std::string& why) {
    fold_again();
    return waive_clock(*book, library.clocks, state, id, why, alice);
  }
  void say_data() { REQUIRE(answer(*book, library.sheets[0], {"one/data", ""}, "yes", "", alice)); }
};

}  // namespace

TEST_CASE("hours are counted in UTC, whatever the change of hour") {
  // The night of 28 to 29 March has 23 hours in Paris, that of 24 to 25 October has 25.
  CHECK(due(hours(72), "2026-03-27T18:00:00+01:00", "Europe/Paris") == "2026-03-30T19:00:00+02:00");
  CHECK(due(hours(24), "2026-03-28T12:00:00+01:00", "Europe/Paris") == "2026-03-29T13:00:00+02:00");
  CHECK(due(hours(72), "2026-10-23T18:00:00+02:00", "Europe/Paris") == "2026-10-26T17:00:00+01:00");
  CHECK(due(hours(72), "2024-02-27T10:00:00Z", "UTC") == "2024-03-01T10:00:00+00:00");
  CHECK(due(hours(72), "2026-12-31T23:30:00Z", "UTC") == "2027-01-03T23:30:00+00:00");
}

TEST_CASE("months end with the same day number, or with the last day of the month") {
  const auto ends = [](std::string_view start) { return due(months(1), start, "Europe/Paris"); };
  CHECK(ends("2026-01-31T10:00:00+01:00") == "2026-02-28T23:59:59+01:00");
  CHECK(ends("2024-01-31T10:00:00+01:00") == "2024-02-29T23:59:59+01:00");
  CHECK(ends("2026-01-15T10:00:00+01:00") == "2026-02-15T23:59:59+01:00");
  CHECK(ends("2026-12-31T10:00:00+01:00") == "2027-01-31T23:59:59+01:00");
  CHECK(ends("2026-02-28T10:00:00+01:00") == "2026-03-28T23:59:59+01:00");
  CHECK(ends("2026-03-28T10:00:00+01:00") == "2026-04-28T23:59:59+02:00");
  CHECK(due(months(13), "2026-11-30T10:00:00Z", "UTC") == "2027-12-30T23:59:59+00:00");
}

TEST_CASE("the day of a time limit in months is that of the incident's zone") {
  // 31 January in Paris is still the 30th in New York, and UTC has not reached midnight either.
  CHECK(due(months(1), "2026-01-30T23:30:00Z", "Europe/Paris") == "2026-02-28T23:59:59+01:00");
  CHECK(due(months(1), "2026-03-30T23:30:00Z", "Europe/Paris") == "2026-04-30T23:59:59+02:00");
  CHECK(due(months(1), "2026-03-30T23:30:00Z", "America/New_York") == "2026-04-30T23:59:59-04:00");
  CHECK(due(months(1), "2026-04-30T23:30:00Z", "Europe/Paris") == "2026-06-01T23:59:59+02:00");
  CHECK(due(months(1), "2026-04-30T23:30:00Z", "America/New_York") == "2026-05-30T23:59:59-04:00");
  // Midnight passes elsewhere: the hours do not care.
  CHECK(due(hours(24), "2026-01-30T23:30:00Z", "Pacific/Auckland") == "2026-02-01T12:30:00+13:00");
}

TEST_CASE("what has no count has no end, but a contract that says its hours") {
  const auto start = at("2026-03-08T02:00:00Z");
  CHECK_FALSE(due_at({sheet::TimeLimit::Kind::without_delay, 0}, start, Zone::utc()).known());
  CHECK_FALSE(due_at({sheet::TimeLimit::Kind::contract, 0}, start, Zone::utc()).known());
  CHECK(due_at({sheet::TimeLimit::Kind::contract, 0}, start, Zone::utc(), 48) ==
        start + 48 * hour_ms);
  CHECK_FALSE(due_at(hours(72), Instant::unknown, Zone::utc()).known());
}

TEST_CASE("a clock keeps the regime of the day of its starting fact, in the incident's zone") {
  Bench bench;
  bench.time.tick(40 * day_ms);
  // 23:30 in UTC is already the 1st of April in Paris: the later regime.
  REQUIRE(bench.start("cnil", "2026-03-31T22:30:00Z"));
  CHECK(bench.clock("cnil").moments.due == at("2026-04-04T22:30:00Z"));
  REQUIRE(bench.start("cnil", "2026-03-31T21:30:00Z"));
  CHECK(bench.clock("cnil").moments.due == at("2026-04-03T21:30:00Z"));
}

TEST_CASE("a clock starts from an entry of the log, and changes of its date stay traced") {
  Bench bench;
  const auto fact = bench.note("La comptable appelle", "2026-03-08T01:15:00Z");
  REQUIRE(bench.start("cnil", "", fact, "elle a vu des dossiers de patients"));
  const auto& clock = bench.clock("cnil");
  CHECK(clock.status == ClockStatus::running);
  CHECK(clock.start == at("2026-03-08T01:15:00Z"));
  CHECK(clock.fact == fact);
  CHECK(clock.moments.due == at("2026-03-11T01:15:00Z"));

  REQUIRE(bench.start("cnil", "2026-03-07T20:00:00Z", std::nullopt, "un premier doute la veille"));
  const auto& again = bench.clock("cnil");
  CHECK(again.moments.due == at("2026-03-10T20:00:00Z"));
  REQUIRE(again.history.size() == 2);
  CHECK(again.history[0]->at == at("2026-03-08T01:15:00Z"));
  CHECK(again.history[0]->why == "elle a vu des dossiers de patients");
  CHECK(again.started->said.author == "Alice");
}

TEST_CASE("a starting fact whose entry was withdrawn since is told") {
  Bench bench;
  const auto fact = bench.note("La comptable appelle", "2026-03-08T01:15:00Z");
  REQUIRE(bench.start("cnil", "", fact));
  CHECK_FALSE(bench.clock("cnil").fact_gone);
  REQUIRE(withdraw(*bench.book, fact, "autre dossier", bench.alice));
  CHECK(bench.clock("cnil").fact_gone);
  CHECK(bench.clock("cnil").status == ClockStatus::running);
  // And nobody can date a clock with it any more.
  CHECK_FALSE(bench.start("complaint", "", fact));
}

TEST_CASE("a clock presses at half, six hours before the end, and once it is over") {
  Bench bench;
  REQUIRE(bench.start("complaint", "2026-03-08T02:00:00Z"));
  const auto look = [&](std::string_view when) {
    bench.time = FixedClock(at(when));
    const auto& clock = bench.clock("complaint");
    return std::string(clock_alert_name(clock.alert)) + " " +
           std::string(clock_status_name(clock.status));
  };
  CHECK(look("2026-03-09T13:59:59Z") == "none running");
  CHECK(look("2026-03-09T14:00:00Z") == "half running");
  CHECK(look("2026-03-10T20:00:00Z") == "last-hours running");
  CHECK(look("2026-03-11T02:00:00Z") == "last-hours running");
  CHECK(look("2026-03-11T02:00:01Z") == "overdue overdue");
}

TEST_CASE("a clock is met, in time or late, and its reference is kept") {
  Bench bench;
  REQUIRE(bench.start("complaint", "2026-03-08T02:00:00Z"));
  bench.time.tick(100 * hour_ms);
  REQUIRE(bench.meet("complaint", "2026-03-10T02:00:00Z", "PV 2026/118"));
  const auto& met = bench.clock("complaint");
  CHECK(met.status == ClockStatus::met);
  CHECK_FALSE(met.late);
  CHECK(met.reference == "PV 2026/118");
  CHECK(met.alert == ClockAlert::none);

  REQUIRE(bench.start("cnil", "2026-03-08T02:00:00Z"));
  REQUIRE(bench.meet("cnil"));
  CHECK(bench.clock("cnil").late);
  // A complement does not move the first declaration, but its reference is the one to quote.
  REQUIRE(bench.meet("complaint", "", "PV 2026/119"));
  CHECK(bench.clock("complaint").met->at == at("2026-03-10T02:00:00Z"));
  CHECK(bench.clock("complaint").reference == "PV 2026/119");
}

TEST_CASE("not required asks for a reason, and lasts until someone dates the fact") {
  Bench bench;
  CHECK_FALSE(bench.waive("cnil", " "));
  REQUIRE(bench.waive("cnil", "aucune donnée personnelle sur ce poste"));
  const auto& waived = bench.clock("cnil");
  CHECK(waived.status == ClockStatus::not_required);
  REQUIRE(waived.waived != nullptr);
  CHECK(waived.waived->said.author == "Alice");
  CHECK_FALSE(bench.waive("cnil", "encore"));
  REQUIRE(bench.start("cnil", ""));
  CHECK(bench.clock("cnil").status == ClockStatus::running);
  REQUIRE(bench.meet("cnil"));
  CHECK_FALSE(bench.waive("cnil", "trop tard"));
  CHECK(bench.clock("cnil").history.size() == 3);
}

TEST_CASE("what can't be is refused") {
  Bench bench;
  CHECK_FALSE(bench.start("gdpr", ""));
  CHECK_FALSE(bench.start("cnil", "", std::nullopt, ""));
  CHECK_FALSE(bench.start("cnil", "", 999));
  CHECK_FALSE(bench.start("cnil", "2026-03-08T02:00:01Z"));
  CHECK_FALSE(bench.meet("cnil", "2026-03-08T02:00:01Z"));
  REQUIRE(bench.start("cnil", "2026-03-08T01:00:00Z"));
  CHECK_FALSE(bench.meet("cnil", "2026-03-08T00:59:00Z"));
}

TEST_CASE("rules propose a clock, and show when it would end") {
  Bench bench;
  CHECK(bench.clock("cnil").status == ClockStatus::not_started);
  bench.time.tick(hour_ms);
  bench.say_data();
  const auto& cnil = bench.clock("cnil");
  CHECK(cnil.status == ClockStatus::proposed);
  REQUIRE(cnil.proposed_why.size() == 1);
  CHECK(cnil.proposed_why[0].english == "Data");
  CHECK(cnil.start == at("2026-03-08T03:00:00Z"));
  CHECK(cnil.moments.due == at("2026-03-11T03:00:00Z"));
  // Of a complaint, the first suspicion counts: the opening of the incident.
  CHECK(bench.clock("complaint").start == at("2026-03-08T02:00:00Z"));
  REQUIRE(bench.waive("cnil", "rien de personnel"));
  CHECK(bench.clock("cnil").status == ClockStatus::not_required);
}

TEST_CASE("the organisation says which clocks are its own") {
  Bench bench;
  CHECK(bench.clock("health").concerned.value == Concern::unknown);
  CHECK(bench.clock("complaint").concerned.value == Concern::yes);
  CHECK(bench.clock("notification").status == ClockStatus::off);

  bench.organisation.emplace();
  CHECK(bench.clock("health").concerned.value == Concern::unknown);
  bench.organisation->regulated_is_set = true;
  CHECK(bench.clock("health").concerned.value == Concern::no);
  CHECK(bench.clock("health").status == ClockStatus::not_due);
  bench.organisation->regulated = {"ose"};
  CHECK(bench.clock("health").concerned.value == Concern::yes);
  CHECK(bench.clock("health").concerned.why.french.find("(OSE)") != std::string::npos);

  bench.organisation->insured = false;
  CHECK(bench.clock("insurer").status == ClockStatus::not_due);
  bench.organisation->insured = true;
  bench.organisation->insurance.declare_hours = 48;
  REQUIRE(bench.start("insurer", "2026-03-08T02:00:00Z"));
  CHECK(bench.clock("insurer").moments.due == at("2026-03-10T02:00:00Z"));
  bench.organisation->clocks = {"notification"};
  CHECK(bench.clock("notification").status == ClockStatus::not_started);
}

TEST_CASE("what is known of the incident is proposed even against the settings") {
  Bench bench;
  bench.organisation.emplace();
  bench.organisation->personal_data = false;
  CHECK(bench.clock("cnil").status == ClockStatus::not_due);
  bench.say_data();
  CHECK(bench.clock("cnil").status == ClockStatus::proposed);
  CHECK(bench.clock("cnil").concerned.value == Concern::no);
}

TEST_CASE("a clock that waits for another is proposed once that one is met") {
  Bench bench;
  bench.organisation.emplace();
  bench.organisation->clocks = {"notification", "final"};
  CHECK(bench.clock("final").status == ClockStatus::not_started);
  bench.time = FixedClock(at("2026-03-31T12:00:00Z"));
  REQUIRE(bench.start("notification", "2026-03-30T12:00:00Z"));
  REQUIRE(bench.meet("notification", "2026-03-31T11:00:00Z", "ANSSI-42"));
  const auto& final = bench.clock("final");
  CHECK(final.status == ClockStatus::proposed);
  CHECK(final.start == at("2026-03-31T11:00:00Z"));
  CHECK(final.moments.due == at("2026-04-30T21:59:59Z"));
}

TEST_CASE("the lines say what presses, the most pressing first, in the incident's zone") {
  Bench bench;
  bench.say_data();
  bench.time.tick(hour_ms);
  REQUIRE(bench.start("health", "2026-03-08T02:30:00Z"));
  REQUIRE(bench.start("complaint", "2026-03-05T02:00:00Z"));
  bench.clock("cnil");
  const auto lines = clock_lines(bench.states, bench.state.zone, bench.time.now());
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].english ==
        "Report: WITHOUT DELAY. The fact dates from 2026-03-08 03:30:00 +01:00 (30 min ago).");
  CHECK(lines[1].english == "Complain: OVERDUE by 1 h 0 min, due 2026-03-08 03:00:00 +01:00.");
  CHECK(lines[2].english ==
        "TO BE DECIDED: Notify: before 2026-03-11 03:00:00 +01:00. 71 h 0 min left.");
}

TEST_CASE("the logbook says a clock's moment as it says the others, without fractions") {
  Bench bench;
  REQUIRE(bench.start("complaint", "2026-03-08T01:30:00.123Z"));
  bench.clock("complaint");
  const auto& text = bench.state.log.back().text;
  CHECK(text.english.find("2026-03-08 02:30:00 +01:00") != std::string::npos);
  CHECK(text.french.find("2026-03-08 02:30:00 +01:00") != std::string::npos);
}

TEST_CASE("a line says that half of the time is gone, then that six hours are left") {
  Bench bench;
  REQUIRE(bench.start("complaint", "2026-03-08T02:00:00Z"));
  const auto line_at = [&](std::string_view when) {
    bench.time = FixedClock(at(when));
    bench.clock("complaint");
    return clock_lines(bench.states, bench.state.zone, bench.time.now()).at(0).english;
  };
  CHECK(line_at("2026-03-08T03:00:00Z").find("gone") == std::string::npos);
  CHECK(line_at("2026-03-09T15:00:00Z").ends_with("35 h 0 min left. Half of the time is gone."));
  CHECK(line_at("2026-03-10T21:00:00Z").starts_with("LESS THAN SIX HOURS: Complain: before"));
}

TEST_CASE("an entry that gives no date starts nothing, and is counted") {
  Bench bench;
  for (const std::string body : {R"({"clock":"cnil"})", R"({"clock":"cnil","at":"yesterday"})",
                                 R"({"clock":"cnil","at":3})"})
    REQUIRE(bench.book->append({.kind = "clock-started", .author = "Mallory", .body = body}));
  CHECK(bench.clock("cnil").status == ClockStatus::not_started);
  CHECK(bench.state.unreadable == 3);
}

TEST_CASE("a proposal with nothing to count from is still told") {
  State state;
  state.sheet = "one";
  state.evidence_answers["one/other"] = {};
  sheet::Library library = library_of_clocks();
  library.sheets[0].rules[0].when = {};  // always
  const auto now = at("2026-03-08T02:00:00Z");
  const auto states = clock_states(library, state, nullptr, now);
  CHECK(states[0].status == ClockStatus::proposed);
  CHECK_FALSE(states[0].moments.due.known());
  const auto lines = clock_lines(states, Zone::utc(), now);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].english == "TO BE DECIDED: Notify");
}

TEST_CASE("the words of the sheets are those of the settings of an organisation") {
  CHECK(std::equal(sheet::regulated_words.begin(), sheet::regulated_words.end(),
                   organisation::regulated_words.begin(), organisation::regulated_words.end()));
}

}  // namespace digue::incident
