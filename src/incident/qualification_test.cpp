#include "incident/qualification.h"

#include <doctest/doctest.h>

#include "incident/fold.h"
#include "incident/kinds.h"
#include "incident/severity_acts.h"
#include "incident/take.h"

namespace digue::incident {

namespace {

constexpr std::string_view table_text = R"(format: "1"
version: "7"
date: "2026-11-22"
settings:
  - {id: zones, value: "2", title: {fr: "Zones", en: "Zones"}}
  - {id: hours, value: "24", title: {fr: "Heures", en: "Hours"}}
inputs:
  - id: seen
    title: {fr: "Vu ?", en: "Seen?"}
    yes: {any: [{answer: ours/seen, is: yes}, {accounts: "1"}]}
    no: {any: [{answer: ours/seen, is: no}, {answer: other/seen, is: no}]}
    ask: [other/seen, ours/seen]
  - id: wide
    title: {fr: "Large ?", en: "Wide?"}
    yes: {answer: other/wide, is: yes}
    no: {answer: other/wide, is: no}
    thresholds: [{count: ours/zones, setting: zones}]
    ask: [ours/zones, other/wide]
  - id: short
    title: {fr: "Court ?", en: "Short?"}
    yes: {answer: other/short, is: yes}
    no: {answer: other/short, is: no}
    thresholds: [{hours: ours/holds, setting: hours}]
    ask: [missing/holds, ours/holds]
axes:
  - id: extent
    title: {fr: "Étendue", en: "Extent"}
    levels:
      - {id: wide, title: {fr: "large", en: "wide"}, when: {input: wide}}
      - {id: none, title: {fr: "nulle", en: "none"}}
degrees:
  - {id: bad, title: {fr: "Grave", en: "Bad"}, when: {all: [{input: seen}, {input: wide}, {input: short}]}}
  - {id: middling, title: {fr: "Moyen", en: "Middling"}, when: {input: seen}}
  - {id: fine, title: {fr: "Rien", en: "Fine"}}
precaution: middling
conclusions: [ours/end]
)";

sheet::Sheet sheet_of(const std::string& id, std::initializer_list<const char*> steps) {
  sheet::Sheet sheet;
  sheet.id = id;
  for (const auto* name : steps) {
    sheet::Step step;
    step.id = id + "/" + name;
    step.kind = sheet::StepKind::ask;
    step.answer = step.id == "ours/zones" ? sheet::AnswerType::zones : sheet::AnswerType::text;
    sheet.steps.push_back(std::move(step));
  }
  return sheet;
}

struct Bench {
  std::filesystem::path folder;
  FixedClock clock{*parse_rfc3339("2026-03-08T02:00:00Z")};
  Speaker alice{.author = "Alice"};
  sheet::Library library;
  std::optional<logbook::Logbook> book;

  Bench() {
    auto reading = sheet::read_severity_table(table_text, "severity.yaml");
    REQUIRE(reading.problems.empty());
    library.severity = std::move(reading.table);
    library.sheets = {sheet_of("other", {"seen", "wide", "short"}),
                      sheet_of("ours", {"seen", "zones", "holds", "end"})};
    std::string pattern = std::filesystem::temp_directory_path() / "digue-severity-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    auto made = open_incident(folder / "a.digue", {.title = "Essai", .sheet = "ours"}, alice,
                              {.state_folder = folder / "state",
                               .clock = &clock,
                               .machine_name = "poste",
                               .seal_cost = logbook::SealCost::quick});
    REQUIRE(made);
    book = std::move(*made);
  }
  ~Bench() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  State state() {
    auto out = state_of(*book);
    REQUIRE(out);
    return std::move(*out);
  }
  void say(const std::string& step, const std::string& value) {
    clock.tick(minute_ms);
    const auto* sheet = library.find(step.substr(0, step.find('/')));
    REQUIRE(sheet != nullptr);
    REQUIRE(answer(*book, *sheet, {step, ""}, value, "", alice));
  }
  void find(const std::string& item, finding::Value value) {
    Analysis analysis;
    const finding::Answer answer{item, value, {"finding-1"}, {"couvert", "covered"}};
    analysis.answers = {&answer, 1};
    REQUIRE(take_findings(*book, analysis));
  }
  const InputState& input(const std::string& id) {
    state_ = state();
    now = qualify(library, state_);
    return now.inputs[*library.severity.input_named(id)];
  }
  std::string floor() { return degree(now.severity.degree.floor); }
  std::string degree(std::size_t rank) { return library.severity.degrees.levels[rank].id; }
  State state_;
  Qualification now;
};

}  // namespace

TEST_CASE("an input is known by the answers to any sheet, with who said so") {
  Bench bench;
  CHECK(bench.input("wide").value == finding::Value::unknown);
  bench.say("other/wide", "no");
  const auto& input = bench.input("wide");
  CHECK(input.value == finding::Value::no);
  REQUIRE(input.grounds.size() == 1);
  CHECK(input.grounds[0].item == "other/wide");
  CHECK(input.grounds[0].said.author == "Alice");
  CHECK_FALSE(input.grounds[0].by_evidence);
}

TEST_CASE(
    "the evidence answers while nobody has, or while they don’t know; a person wins over it") {
  Bench bench;
  bench.find("ours/seen", finding::Value::yes);
  CHECK(bench.input("seen").value == finding::Value::yes);
  CHECK(bench.input("seen").grounds[0].by_evidence);
  CHECK(bench.input("seen").grounds[0].findings == std::vector<std::string>{"finding-1"});
  bench.say("ours/seen", "unknown");
  CHECK(bench.input("seen").value == finding::Value::yes);
  bench.say("ours/seen", "no");
  CHECK(bench.input("seen").value == finding::Value::no);
  CHECK_FALSE(bench.input("seen").grounds[0].by_evidence);
}

TEST_CASE("when answers contradict each other the adverse one stands, and that is told") {
  Bench bench;
  bench.say("ours/seen", "yes");
  bench.say("other/seen", "no");
  CHECK(bench.input("seen").value == finding::Value::yes);
  CHECK(bench.input("seen").contradicted);
  CHECK(bench.floor() == "middling");
}

TEST_CASE("a count of names and a duration are compared with the settings") {
  Bench bench;
  bench.say("ours/zones", "office");
  CHECK(bench.input("wide").value == finding::Value::no);
  bench.say("ours/zones", "réseau bureautique");
  CHECK(bench.input("wide").value == finding::Value::no);
  bench.say("ours/zones", "réseau bureautique ; sauvegarde");
  CHECK(bench.input("wide").value == finding::Value::yes);
  bench.say("ours/zones", "office, unknown");
  CHECK(bench.input("wide").value == finding::Value::unknown);
  bench.say("ours/zones", "office, backup");
  CHECK(bench.input("wide").value == finding::Value::yes);
  CHECK(bench.input("wide").grounds[0].value == "office, backup");
  bench.say("ours/holds", "2 jours");
  CHECK(bench.input("short").value == finding::Value::no);
  bench.say("ours/holds", "paie : 2 jours ; soins : 4 h");
  CHECK(bench.input("short").value == finding::Value::yes);
  bench.library.severity.settings[1].value = 3;
  CHECK(bench.input("short").value == finding::Value::no);
}

TEST_CASE("the step to ask is of the incident’s own sheet, and one that is not answered yet") {
  Bench bench;
  CHECK(bench.input("seen").ask == "ours/seen");
  CHECK(bench.input("short").ask == "ours/holds");
  CHECK_FALSE(bench.input("wide").asked);
  bench.say("ours/zones", "unknown");
  CHECK(bench.input("wide").asked);
  CHECK(bench.input("wide").value == finding::Value::unknown);
}

TEST_CASE("what was asked in vain comes after what was not asked, as long as that can matter") {
  Bench bench;
  (void)bench.input("seen");
  REQUIRE(bench.now.next);
  CHECK(bench.now.next->input == 0);
  bench.say("ours/seen", "unknown");
  (void)bench.input("seen");
  CHECK(bench.now.next->input == 1);
  for (const auto* step : {"ours/zones", "ours/holds"}) bench.say(step, "unknown");
  (void)bench.input("seen");
  CHECK(bench.now.next->input == 0);
  bench.say("other/seen", "no");
  (void)bench.input("seen");
  CHECK_FALSE(bench.now.next);
}

TEST_CASE("a new round asks again what nobody knew in the one before") {
  Bench bench;
  bench.say("ours/seen", "unknown");
  (void)bench.input("seen");
  CHECK(bench.now.next->input == 1);
  REQUIRE(start_round(*bench.book, bench.state(), 0, bench.alice));
  CHECK_FALSE(bench.input("seen").asked);
  CHECK(bench.now.next->input == 0);
  bench.say("ours/seen", "unknown");
  CHECK(bench.input("seen").asked);
  CHECK(bench.now.next->input == 1);
}

TEST_CASE("a degree is decided by a named person, for a reason, and stands until facts move") {
  Bench bench;
  bench.say("ours/seen", "yes");
  (void)bench.input("seen");
  const auto decide = [&](const std::string& degree, const std::string& by,
                          const std::string& why) {
    return decide_severity(*bench.book, bench.library, bench.state(), {degree, by, why},
                           bench.alice);
  };
  CHECK(decide("awful", "Bruno", "x").error().message.english.find("fine, middling, bad") !=
        std::string::npos);
  CHECK_FALSE(decide("bad", " ", "x"));
  CHECK_FALSE(decide("bad", "Bruno", ""));
  REQUIRE(decide("bad", "Bruno", "Le directeur l’estime ainsi"));
  (void)bench.input("seen");
  REQUIRE(bench.now.decision);
  CHECK(bench.degree(bench.now.degree) == "bad");
  CHECK(bench.now.decision->before == "middling");
  CHECK(bench.now.decision->by == "Bruno");
  CHECK(bench.now.decision->view.table == "7");
  CHECK(bench.now.decision->view.inputs.at("seen") == "yes");
  CHECK(bench.now.decision->view.settings.at("hours") == 24);
  CHECK_FALSE(bench.now.overtaken);
  CHECK(bench.state_.log.back().text.french ==
        "Gravité décidée par Bruno : Grave (avant : Moyen). Le directeur l’estime ainsi");
  bench.say("other/wide", "no");
  (void)bench.input("wide");
  CHECK(bench.now.overtaken);
  CHECK(bench.degree(bench.now.degree) == "bad");
  REQUIRE(withdraw(*bench.book, bench.state_.severity[0].said.entry, "erreur", bench.alice));
  (void)bench.input("wide");
  CHECK_FALSE(bench.now.decision);
  CHECK(bench.degree(bench.now.degree) == "middling");
}

TEST_CASE("a degree given as the conclusion of the sheet is a decision, and the other way round") {
  Bench bench;
  bench.say("ours/end", "bad");
  (void)bench.input("seen");
  REQUIRE(bench.now.decision);
  CHECK(bench.now.decision->by == "Alice");
  CHECK(bench.degree(bench.now.degree) == "bad");
  CHECK_FALSE(bench.now.overtaken);
  REQUIRE(decide_severity(*bench.book, bench.library, bench.state(), {"fine", "Bruno", "exercice"},
                          bench.alice));
  (void)bench.input("seen");
  CHECK(bench.degree(bench.now.degree) == "fine");
  CHECK(bench.now.decision->before == "bad");
  CHECK(bench.state_.answers.at({"ours/end", ""}).value == "fine");
  CHECK(bench.state_.answer_history.at({"ours/end", ""}).size() == 2);
  bench.say("ours/end", "unknown");
  (void)bench.input("seen");
  CHECK(bench.degree(bench.now.degree) == "fine");
}

TEST_CASE("rounds are one at a time, boxed in time, and keep what was known at their end") {
  Bench bench;
  const auto end = [&] {
    bench.clock.tick(minute_ms);
    return end_round(*bench.book, bench.library, bench.state(), bench.alice);
  };
  CHECK_FALSE(end());
  CHECK_FALSE(start_round(*bench.book, bench.state(), max_round_minutes + 1, bench.alice));
  REQUIRE(start_round(*bench.book, bench.state(), 30, bench.alice));
  CHECK(start_round(*bench.book, bench.state(), 30, bench.alice).error().kind ==
        Error::Kind::refused);
  CHECK(bench.state().open_round()->minutes == 30);
  bench.say("ours/seen", "yes");
  REQUIRE(end());
  REQUIRE(start_round(*bench.book, bench.state(), 0, bench.alice));
  bench.say("ours/zones", "a, b");
  REQUIRE(decide_severity(*bench.book, bench.library, bench.state(),
                          {"middling", "Bruno", "confirmé"}, bench.alice));
  REQUIRE(end());
  const auto state = bench.state();
  CHECK(state.open_round() == nullptr);
  REQUIRE(state.rounds.size() == 2);
  CHECK(state.rounds[0].view.inputs.at("wide") == "unknown");
  CHECK(state.rounds[0].view.floor == "middling");
  CHECK(state.rounds[1].view.inputs.at("wide") == "yes");
  CHECK(state.rounds[1].ended - state.rounds[1].started == 2 * minute_ms);
  CHECK(state.severity[0].round == 2);
}

TEST_CASE("severity entries that others wrote badly break nothing") {
  Bench bench;
  const auto append = [&](std::string_view kind, std::string body) {
    REQUIRE(bench.book->append(
        {.kind = std::string(kind), .author = "Eve", .body = std::move(body)}, nullptr));
  };
  append(kinds::round_end, "{}");
  append(kinds::severity, R"({"degree":"unheard-of","inputs":[{"input":1},7,{}]})");
  append(kinds::round_start, R"({"minutes":-5})");
  append(kinds::round_start, R"({"minutes":"x"})");
  (void)bench.input("seen");
  CHECK_FALSE(bench.now.decision);
  CHECK(bench.state_.rounds.size() == 2);
  CHECK(bench.state_.rounds[0].ended.known());
}

}  // namespace digue::incident
