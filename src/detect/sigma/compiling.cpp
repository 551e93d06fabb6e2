#include "detect/sigma/compiling.h"

#include <algorithm>

namespace digue::detect::sigma {

namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

// What the filter does not tell of a log source, it leaves open.
bool has_source(const Filter& filter, const LogSource& source) {
  const auto agrees = [](const std::string& wanted, const std::string& is) {
    return wanted.empty() || wanted == is;
  };
  return agrees(filter.source.product, source.product) &&
         agrees(filter.source.category, source.category) &&
         agrees(filter.source.service, source.service);
}

bool narrows(const Filter& filter, const Rule& rule) {
  if (!has_source(filter, rule.source)) return false;
  return filter.any_rule || is_among(filter.rules, rule.id) || is_among(filter.rules, rule.name);
}

// As a rule would ask it.
Detections asked_by(const LogPlace::Where& where) {
  const Item item{
      std::string(where.field), {}, {{Value::Kind::text, std::string(where.value), 0}}, 0};
  return {{{"where", {{item}}, 0}}, {{"where", 0}}};
}

}  // namespace

tl::expected<Compiled, Message> RuleCompiler::compile_for(const Rule& rule, const LogPlace& place) {
  const Dialect* dialect = place.dialect;
  auto compiled = compile(rule.detections, dialect, placeholders_, names_);
  std::vector<Detections> others;
  if (!place.where.field.empty()) others.push_back(asked_by(place.where));
  for (const Filter& filter : filters_)
    if (narrows(filter, rule)) others.push_back(filter.detections);
  for (const Detections& other : others) {
    if (!compiled) return compiled;
    auto narrowing = compile(other, dialect, placeholders_, names_);
    if (!narrowing) return narrowing;
    compiled = narrowed(std::move(*compiled), std::move(*narrowing));
  }
  return compiled;
}

tl::expected<RuleCompiler::Made, Message> RuleCompiler::add(
    Rule rule, std::optional<std::string_view> channel) {
  auto places = places_of(rule.source);
  const bool no_log = places.empty();
  if (no_log) places.push_back({});
  if (channel)
    std::erase_if(places, [&](const LogPlace& place) {
      return !place.channel.empty() && place.channel != *channel;
    });
  std::vector<Plan> plans;
  for (const LogPlace& place : places) {
    auto compiled = compile_for(rule, place);
    if (!compiled) return tl::unexpected(std::move(compiled.error()));
    std::vector<FieldId> kept;
    for (const auto& field : rule.kept) kept.push_back(field_in(place.dialect, field, names_));
    plans.push_back(
        {static_cast<std::uint32_t>(rules_.size()), place, std::move(*compiled), std::move(kept)});
  }
  if (no_log || plans.empty()) return Made::no_log;
  std::move(plans.begin(), plans.end(), std::back_inserter(plans_));
  rules_.push_back(std::move(rule));
  return Made::taken;
}

RuleSet RuleCompiler::finish(std::vector<Correlating> correlations) {
  return {std::move(rules_), std::move(plans_), std::move(names_), std::move(correlations)};
}

}  // namespace digue::detect::sigma
