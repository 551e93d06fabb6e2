// The table of the product against the sheets of the product: what each answer comes to.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "incident/qualification.h"

namespace digue::incident {

namespace {

using finding::Value;
using sheet::Condition;

const sheet::Library& library() {
  static const auto library = [] {
    auto read = sheet::built_in_library();
    REQUIRE(read);
    return std::move(*read);
  }();
  return library;
}

const std::string& degree(std::size_t rank) {
  return library().severity.degrees.levels[rank].id;
}

State following(const std::string& sheet) {
  State state;
  state.sheet = sheet;
  return state;
}

void say(State& state, const std::string& step, const std::string& value) {
  auto& answer = state.answers[{step, ""}];
  answer.value = value;
  answer.said.author = "Alice";
}

// Answers every question of a sheet that takes that answer.
void say_everywhere(State& state, const std::string& sheet, const std::string& value,
                    const std::string& names, const std::string& duration) {
  using sheet::AnswerType;
  for (const auto& step : library().find(sheet)->steps) {
    const bool offers = std::any_of(step.options.begin(), step.options.end(),
                                    [&](const auto& option) { return option.value == value; });
    if (step.answer == AnswerType::none) continue;
    if (step.has_options() ? offers : step.kind == sheet::StepKind::look)
      say(state, step.id, value);
    else if (step.answer == AnswerType::duration)
      say(state, step.id, duration);
    else if (!step.has_options())
      say(state, step.id, names);
  }
}

// The answers that a side of an input waits for.
using Given = std::pair<std::string, std::string>;
void gather(const Condition& condition, std::set<Given>& out) {
  if (condition.kind == Condition::Kind::answer)
    for (const auto& value : condition.values) out.emplace(condition.item, value);
  for (const auto& part : condition.parts) gather(part, out);
}

// Those that are adverse, and soothing nowhere.
std::vector<Given> adverse_answers() {
  std::set<Given> yes, no;
  for (const auto& input : library().severity.inputs) {
    gather(input.yes, yes);
    gather(input.no, no);
  }
  std::vector<Given> out;
  std::set_difference(yes.begin(), yes.end(), no.begin(), no.end(), std::back_inserter(out));
  return out;
}

std::string as_given(const Given& said) {
  return said.second == "some" ? "urgences" : said.second;
}

bool denies(const Condition& condition) {
  return condition.kind == Condition::Kind::negation ||
         std::any_of(condition.parts.begin(), condition.parts.end(), denies);
}

}  // namespace

TEST_CASE("a qualification answered with nothing but unknown still leads on, from its own sheet") {
  for (const std::string sheet : {"ransomware", "any-incident"}) {
    auto state = following(sheet);
    say_everywhere(state, sheet, "unknown", "unknown", "unknown");
    REQUIRE(state.answers.size() > 12);
    const auto now = qualify(library(), state);
    CHECK(degree(now.severity.degree.floor) == "anomaly");
    CHECK(degree(now.severity.degree.ceiling) == "crisis");
    CHECK(degree(now.degree) == "major");
    REQUIRE(now.next);
    const auto& input = now.inputs[now.next->input];
    CHECK(input.asked);
    CHECK(input.ask.starts_with(sheet + "/"));
  }
}

TEST_CASE("a qualification answered yes throughout is a crisis") {
  for (const std::string sheet : {"ransomware", "any-incident"}) {
    auto state = following(sheet);
    say_everywhere(state, sheet, "yes", "urgences, paie", "2 h");
    CHECK(degree(qualify(library(), state).severity.degree.floor) == "crisis");
  }
}

TEST_CASE("every question can be answered, both ways, from the sheet of any incident") {
  const auto& table = library().severity;
  for (const auto& input : table.inputs) {
    for (const auto value : {Value::yes, Value::no}) {
      const auto step = step_to_say(library(), input, value, "any-incident");
      CHECK(step == "any-incident/" + input.id);
      auto state = following("any-incident");
      say(state, step, std::string(value_name(value)));
      CHECK(qualify(library(), state).inputs[*table.input_named(input.id)].value == value);
    }
    CHECK(std::any_of(input.ask.begin(), input.ask.end(),
                      [](const std::string& step) { return step.starts_with("ransomware/"); }));
    CHECK_FALSE_MESSAGE(denies(input.yes), input.id);
  }
}

TEST_CASE("whatever was answered before, to any sheet, one more adverse answer lowers nothing") {
  const auto adverse = adverse_answers();
  REQUIRE(adverse.size() > 40);
  std::mt19937 chance(20261122);
  const auto below = [&](std::size_t count) { return chance() % count; };
  for (int walk = 0; walk < 100; ++walk) {
    auto state = following("ransomware");
    for (int soothed = 0; soothed < 8; ++soothed) {  // what was answered first, of all kinds
      const auto& sheet = library().sheets[below(library().sheets.size())];
      const auto& step = sheet.steps[below(sheet.steps.size())];
      if (step.has_options()) say(state, step.id, step.options[below(step.options.size())].value);
    }
    auto before = qualify(library(), state);
    for (int more = 0; more < 12; ++more) {
      const auto& said = adverse[below(adverse.size())];
      if (state.answers.contains({said.first, ""})) continue;
      say(state, said.first, as_given(said));
      const auto after = qualify(library(), state);
      CHECK_MESSAGE(after.severity.degree.floor >= before.severity.degree.floor, said.first);
      CHECK_MESSAGE(after.severity.degree.ceiling >= before.severity.degree.ceiling, said.first);
      CHECK_MESSAGE(after.severity.working >= before.severity.working, said.first);
      before = after;
    }
  }
}

}  // namespace digue::incident
