// Who asks for whom: correlations name rules and other correlations, by id or by name.
//
// Not thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/choice.h"
#include "detect/sigma/correlating.h"
#include "detect/sigma/reading.h"

namespace digue::detect::sigma {

class References {
 public:
  References(std::vector<Correlation> correlations, const Choice& choice);

  // Whether a correlation that is wanted asks for the rule, by itself or through another.
  bool ask_for(const Rule& rule) const;
  // Fills what they need of it.  `wanted`: the rule is wanted for itself too.
  void prepare(Rule& rule, bool wanted) const;
  // Once the rules are known.  What names none of them, or goes round in a circle, is refused.
  std::vector<Correlating> resolve(const std::vector<Rule>& rules,
                                   std::vector<Refusal>& refusals) const;
  // Those that nobody wants.
  const std::vector<Correlation>& unwanted() const { return unwanted_; }

 private:
  struct Used {
    Correlation written;
    bool wanted = false;  // for itself
  };
  bool generates(std::string_view id, std::string_view name) const;
  bool are_named(std::string_view id, std::string_view name) const;

  std::vector<Used> used_;
  std::vector<Correlation> unwanted_;
};

}  // namespace digue::detect::sigma
