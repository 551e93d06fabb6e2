#include "incident/facts.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace digue::incident {

bool StateFacts::is_per_account(std::string_view step) const {
  const auto* found = sheet_.step(step);
  return found != nullptr && found->per_account;
}

// A step that is not per account stands for the whole incident, whoever asks.  A step that is,
// asked about from a step that is not, stands for all the accounts of the perimeter together.
std::vector<Target> StateFacts::targets_of(std::string_view step) const {
  const std::string item(step);
  if (!is_per_account(step)) return {{item, ""}};
  if (!account_.empty()) return {{item, account_}};
  std::vector<Target> targets;
  for (const auto& account : state_.accounts_in_perimeter()) targets.push_back({item, account});
  if (targets.empty()) targets.push_back({item, ""});
  return targets;
}

std::string StateFacts::answer(std::string_view step) const {
  std::set<std::string> values;
  for (const auto& target : targets_of(step)) {
    const auto found = state_.answers.find(target);
    if (found == state_.answers.end()) continue;
    for (const auto value : split(found->second.value, ' ')) values.emplace(value);
  }
  return join({values.begin(), values.end()}, " ");
}

// Of several accounts: the state that they share; else started, if one is; else to do.
std::string StateFacts::state(std::string_view step) const {
  std::set<ActionState> states;
  for (const auto& target : targets_of(step)) states.insert(state_.state_of(target));
  if (states.size() == 1) return std::string(state_name(*states.begin()));
  const bool settled = std::all_of(states.begin(), states.end(), is_settled);
  if (settled) return std::string(state_name(ActionState::done));
  return std::string(state_name(ActionState::in_progress));
}

// A yes that rests on findings about other accounts only is not a yes for this one; nor is it a no:
// the findings may not have looked at it.
static bool concerns(const State& state, const finding::Answer& answer,
                     const std::string& account) {
  bool any_account = false;
  for (const auto& id : answer.because) {
    const auto taken = state.findings.find(id);
    if (taken == state.findings.end() || taken->second.finding.accounts.empty()) return true;
    const auto& accounts = taken->second.finding.accounts;
    if (std::find(accounts.begin(), accounts.end(), account) != accounts.end()) return true;
    any_account = true;
  }
  return !any_account;
}

std::string StateFacts::evidence(std::string_view item) const {
  const auto taken = state_.evidence_answers.find(std::string(item));
  if (taken == state_.evidence_answers.end()) return {};
  const auto& answer = taken->second.answer;
  const bool elsewhere = answer.value == finding::Value::yes && !account_.empty() &&
                         !concerns(state_, answer, account_);
  return std::string(finding::value_name(elsewhere ? finding::Value::unknown : answer.value));
}

int StateFacts::compromised_accounts() const {
  return static_cast<int>(state_.compromised_accounts());
}

}  // namespace digue::incident
