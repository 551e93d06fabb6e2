#include "produce/print/kit.h"

#include <doctest/doctest.h>

using namespace digue;
using namespace digue::produce::print;

namespace {

sheet::Step step_of(const std::string& text) {
  sheet::Step step;
  step.id = "made-up/1.a.1";
  step.action = "made-up/1.a";
  step.measure = "made-up/1";
  step.title = {"Couper le compte", "Cut the account"};
  step.text = as_message(text);
  return step;
}

sheet::Sheet sheet_with(const std::string& text) {
  sheet::Sheet sheet;
  sheet.id = "made-up";
  sheet.version = "1";
  sheet.title = {"Fiche inventée", "A made-up sheet"};
  sheet.when = {"Jamais.", "Never."};
  sheet.measures = {{"made-up/1", "1", "", sheet::Priority::p0, {"Mesure", "Measure"}, {}}};
  sheet.actions = {{"made-up/1.a", "made-up/1", {"Agir", "Act"}, {}}};
  sheet.steps = {step_of(text)};
  return sheet;
}

struct Press {
  sheet::Library library;
  sheet::Sheet sheet;
  Kit kit;

  explicit Press(const std::string& text) : sheet(sheet_with(text)) {
    kit.library = &library;
    kit.sheets = {{&sheet, std::string(64, 'a')}};
    kit.written = *parse_rfc3339("2026-03-10T08:30:00Z");
  }
};

}  // namespace

TEST_CASE("the same kit gives the same PDF, byte for byte") {
  const Press press("Sans attendre.");
  const auto first = print_kit(press.kit), second = print_kit(press.kit);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first == *second);
  CHECK(first->starts_with("%PDF-"));
}

TEST_CASE("a library without directory, clocks nor glossary is printed without them") {
  CHECK(print_kit(Press("Sans attendre.").kit));
}

TEST_CASE("a step that no page can hold goes on over the next ones") {
  std::string text;
  for (int i = 0; i < 450; ++i) text += "mot " + std::to_string(i) + " ";  // under longest_run
  const auto tall = print_kit(Press(text).kit), small = print_kit(Press("Court.").kit);
  REQUIRE(tall);
  REQUIRE(small);
  // Compressed, its words still weigh more than those of a page.
  CHECK(tall->size() > small->size() + 1000);
}

TEST_CASE("names of an incident are cut to their place") {
  Press press("Sans attendre.");
  press.sheet.steps[0].per_account = true;
  incident::State state;
  state.id = std::string(5000, 'i');
  state.title = std::string(40000, 't');
  const std::string account(3000, 'a');
  auto& member = state.accounts[account];
  member.name = account;
  member.standing = incident::Standing::compromised;
  auto& action = state.actions[{"made-up/1.a.1", account}];
  action.state = incident::ActionState::done;
  action.why = std::string(40000, 'w');
  press.kit.state = &state;
  CHECK(print_kit(press.kit));
}

TEST_CASE("a marking is one of TLP 2.0") {
  CHECK(is_marking("TLP:AMBER+STRICT"));
  CHECK_FALSE(is_marking("TLP:WHITE"));
  CHECK_FALSE(is_marking("tlp:red"));
  CHECK_FALSE(is_marking(""));
}
