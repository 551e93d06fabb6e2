#include "incident/state.h"

#include <algorithm>
#include <array>

#include "incident/sentences.h"

namespace digue::incident {

namespace {
template <class Enumeration, std::size_t count>
std::optional<Enumeration> named(const std::array<std::string_view, count>& names,
                                 std::string_view name) {
  for (std::size_t i = 0; i < count; ++i)
    if (names[i] == name) return static_cast<Enumeration>(i);
  return std::nullopt;
}

constexpr std::array<std::string_view, 8> state_names = {
    "to-do",      "in-progress",    "done",      "partial",
    "impossible", "not-applicable", "delegated", "postponed"};
constexpr std::array<const Sentence*, 8> state_labels = {
    &sentences::state_to_do,     &sentences::state_in_progress, &sentences::state_done,
    &sentences::state_partial,   &sentences::state_impossible,  &sentences::state_not_applicable,
    &sentences::state_delegated, &sentences::state_postponed};
constexpr std::array<std::string_view, 3> standing_names = {"compromised", "suspected", "cleared"};
constexpr std::array<const Sentence*, 3> standing_labels = {
    &sentences::standing_compromised, &sentences::standing_suspected, &sentences::standing_cleared};
constexpr std::array<std::string_view, 3> clock_step_names = {"started", "met", "waived"};
constexpr std::array<std::string_view, 2> treatment_names = {"observe", "block"};
}  // namespace

std::string_view state_name(ActionState state) {
  return state_names[static_cast<std::size_t>(state)];
}
std::optional<ActionState> state_named(std::string_view name) {
  return named<ActionState>(state_names, name);
}
const Sentence& state_label(ActionState state) {
  return *state_labels[static_cast<std::size_t>(state)];
}
bool is_settled(ActionState state) {
  return state == ActionState::done || state == ActionState::impossible ||
         state == ActionState::not_applicable;
}

std::string_view standing_name(Standing standing) {
  return standing_names[static_cast<std::size_t>(standing)];
}
std::optional<Standing> standing_named(std::string_view name) {
  return named<Standing>(standing_names, name);
}
const Sentence& standing_label(Standing standing) {
  return *standing_labels[static_cast<std::size_t>(standing)];
}

std::string_view clock_step_name(ClockStep step) {
  return clock_step_names[static_cast<std::size_t>(step)];
}

std::string_view treatment_name(Treatment treatment) {
  return treatment_names[static_cast<std::size_t>(treatment)];
}
std::optional<Treatment> treatment_named(std::string_view name) {
  return named<Treatment>(treatment_names, name);
}

std::vector<finding::Finding> State::findings_in_order() const {
  std::vector<finding::Finding> out;
  for (const auto& [key, taken] : findings) out.push_back(taken.finding);
  std::sort(out.begin(), out.end(), finding::before);
  return out;
}

std::vector<std::string> State::accounts_in_perimeter() const {
  std::vector<std::string> out;
  for (const auto& [name, account] : accounts)
    if (account.standing != Standing::cleared) out.push_back(name);
  return out;
}

std::size_t State::compromised_accounts() const {
  return static_cast<std::size_t>(
      std::count_if(accounts.begin(), accounts.end(), [](const auto& named_account) {
        return named_account.second.standing == Standing::compromised;
      }));
}

const Round* State::open_round() const {
  const bool open = !rounds.empty() && !rounds.back().ended.known();
  return open ? &rounds.back() : nullptr;
}

ActionState State::state_of(const Target& target) const {
  const auto action = actions.find(target);
  if (action != actions.end()) return action->second.state;
  return answers.contains(target) ? ActionState::done : ActionState::to_do;
}

}  // namespace digue::incident
