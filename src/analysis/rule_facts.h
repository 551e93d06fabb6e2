// What is told of a record that a Sigma rule matches: the values that made it match, and those that
// the rule asks to show.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "detect/sigma/engine.h"
#include "read/evtx/decoder.h"

namespace digue::analysis {

// Facts of a match that are told: more would hide them.
inline constexpr std::size_t max_rule_facts = 12;
inline constexpr std::size_t max_rule_fact_bytes = 400;

struct RuleFact {
  std::string name;  // under the record's own names; empty for a text that was looked for anywhere
  std::string value;
};

// "Image=C:\\a.exe", as a finding says why: evidence, in no language.
Message told(const RuleFact& fact);

// Of the rule, one of those that `matcher` matched last; `fields` are all values of the record.
std::vector<RuleFact> facts_of(detect::sigma::RuleMatcher& matcher,
                               const detect::sigma::Bucket& bucket,
                               const detect::sigma::RuleSet& rules, std::uint32_t rule,
                               const read::evtx::Fields& fields);

// The same of a record of something else than Windows: the values that made it match alone.
std::vector<RuleFact> facts_of(detect::sigma::RuleMatcher& matcher,
                               const detect::sigma::Bucket& bucket,
                               const detect::sigma::RuleSet& rules, std::uint32_t rule);

}  // namespace digue::analysis
