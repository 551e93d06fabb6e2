#include "analysis/rule_facts.h"

#include <algorithm>

namespace digue::analysis {

static std::string shortened(std::string_view text) {
  if (text.size() <= max_rule_fact_bytes) return std::string(text);
  std::size_t end = max_rule_fact_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

// Blanks in a record's name do not count: "Threat Name" is ThreatName.
static bool is_named(std::string_view own, std::string_view wanted) {
  std::size_t at = 0;
  for (const char letter : own) {
    if (letter == ' ') continue;
    if (at == wanted.size() || wanted[at] != letter) return false;
    ++at;
  }
  return at == wanted.size();
}

static std::string_view value_of(const read::evtx::Fields& fields, std::string_view name) {
  for (const auto& field : fields.all())
    if (field.section == read::evtx::Section::data && !field.null && is_named(field.name, name))
      return field.value;
  return {};
}

Message told(const RuleFact& fact) {
  return as_message(fact.name.empty() ? fact.value : fact.name + "=" + fact.value);
}

std::vector<RuleFact> facts_of(detect::sigma::RuleMatcher& matcher,
                               const detect::sigma::Bucket& bucket,
                               const detect::sigma::RuleSet& rules, std::uint32_t rule) {
  std::vector<RuleFact> facts;
  for (const auto& fact : matcher.facts(bucket, rule, max_rule_facts)) {
    const bool nameless = fact.field == detect::sigma::no_field;
    facts.push_back(
        {nameless ? std::string() : rules.names().name(fact.field), shortened(fact.value)});
  }
  return facts;
}

std::vector<RuleFact> facts_of(detect::sigma::RuleMatcher& matcher,
                               const detect::sigma::Bucket& bucket,
                               const detect::sigma::RuleSet& rules, std::uint32_t rule,
                               const read::evtx::Fields& fields) {
  auto facts = facts_of(matcher, bucket, rules, rule);
  for (const auto& name : rules.rules()[rule].fields) {
    const bool told = std::any_of(facts.begin(), facts.end(),
                                  [&](const RuleFact& fact) { return is_named(fact.name, name); });
    const auto value = value_of(fields, name);
    if (!told && !value.empty() && value != "-" && facts.size() < max_rule_facts)
      facts.push_back({name, shortened(value)});
  }
  return facts;
}

}  // namespace digue::analysis
