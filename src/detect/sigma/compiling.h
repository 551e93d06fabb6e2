// Rules as they are written to rules that can be asked.  Not thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "detect/sigma/engine.h"
#include "detect/sigma/rule.h"

namespace digue::detect::sigma {

class RuleCompiler {
 public:
  enum class Made : std::uint8_t { taken, no_log };

  // Both must outlive it.
  RuleCompiler(const std::vector<Filter>& filters, const Placeholders& placeholders)
      : filters_(filters), placeholders_(placeholders) {}

  // As every log that holds its source is asked for it; with a channel (lower case), as that one
  // is.  What cannot be compiled is told even where no log would be asked.
  tl::expected<Made, Message> add(Rule rule, std::optional<std::string_view> channel = {});
  const std::vector<Rule>& rules() const { return rules_; }
  RuleSet finish(std::vector<Correlating> correlations);

 private:
  tl::expected<Compiled, Message> compile_for(const Rule& rule, const LogPlace& place);

  const std::vector<Filter>& filters_;
  const Placeholders& placeholders_;
  FieldNames names_;
  std::vector<Rule> rules_;
  std::vector<Plan> plans_;
};

}  // namespace digue::detect::sigma
