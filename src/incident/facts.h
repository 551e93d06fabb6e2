// The state of the incident as the rules of a sheet see it, for one account or for the whole.
#pragma once
#include "incident/state.h"
#include "sheet/rule.h"
#include "sheet/sheet.h"

namespace digue::incident {

class StateFacts final : public sheet::Facts {
 public:
  // `account` is "" for what concerns the whole incident.
  StateFacts(const sheet::Sheet& sheet, const State& state, std::string account)
      : sheet_(sheet), state_(state), account_(std::move(account)) {}

  std::string answer(std::string_view step) const override;
  std::string state(std::string_view step) const override;
  std::string evidence(std::string_view item) const override;
  int compromised_accounts() const override;

 private:
  bool is_per_account(std::string_view step) const;
  std::vector<Target> targets_of(std::string_view step) const;

  const sheet::Sheet& sheet_;
  const State& state_;
  std::string account_;
};

}  // namespace digue::incident
