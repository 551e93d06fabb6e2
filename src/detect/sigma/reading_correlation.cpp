// The part of a document that is under "correlation".
#include <algorithm>
#include <array>
#include <optional>

#include "base/number.h"
#include "base/text.h"
#include "detect/sigma/reading_parts.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

using Kind = Correlation::Kind;
using Order = Correlation::Limit::Order;

struct NamedKind {
  std::string_view name;
  Kind kind;
};
constexpr std::array<NamedKind, 7> kinds = {{{"event_count", Kind::event_count},
                                             {"value_count", Kind::value_count},
                                             {"temporal", Kind::temporal},
                                             {"temporal_ordered", Kind::temporal_ordered},
                                             {"value_sum", Kind::value_sum},
                                             {"value_avg", Kind::value_avg},
                                             {"value_percentile", Kind::value_percentile}}};
struct NamedOrder {
  std::string_view name;
  Order order;
};
constexpr std::array<NamedOrder, 6> orders = {{{"lt", Order::lt},
                                               {"lte", Order::lte},
                                               {"gt", Order::gt},
                                               {"gte", Order::gte},
                                               {"eq", Order::eq},
                                               {"neq", Order::neq}}};

// "30s", "15m", "1h", "7d", "2w", "1M", "1y": months of 30 days and years of 365.
std::optional<std::int64_t> timespan(std::string_view text) {
  if (text.empty()) return std::nullopt;
  constexpr std::string_view units = "smhdwMy";
  constexpr std::array<std::int64_t, 7> lengths = {second_ms,  minute_ms,   hour_ms,     day_ms,
                                                   7 * day_ms, 30 * day_ms, 365 * day_ms};
  const auto unit = units.find(text.back());
  const auto count = whole_number<std::uint32_t>(text.substr(0, text.size() - 1));
  if (unit == std::string_view::npos || !count || *count == 0) return std::nullopt;
  return lengths[unit] * static_cast<std::int64_t>(*count);
}

std::vector<std::string> texts_of(const YamlNode& node) {
  std::vector<std::string> texts;
  if (node.is_text() && !node.null) texts.push_back(node.text);
  for (const auto& item : node.items) texts.push_back(item.text);
  return texts;
}

std::optional<double> number_of(const YamlNode& node) {
  return decimal_number(node.text);
}

// {gte: 10, field: TargetUserName, percentile: 95}
Part<bool> take_condition(const YamlNode& condition, Correlation& correlation) {
  if (condition.kind != YamlNode::Kind::mapping)
    return fault<sentences::key_needs>(condition, "condition", tell<sentences::a_mapping>());
  for (const auto& [key, value] : condition.members) {
    if (key.text == "field") {
      correlation.fields = texts_of(value);
      continue;
    }
    const auto number = number_of(value);
    if (!number) return fault<sentences::key_needs>(value, key.text, tell<sentences::a_number>());
    if (key.text == "percentile") {
      correlation.percentile = *number;
      continue;
    }
    const auto* order = std::find_if(orders.begin(), orders.end(),
                                     [&](const NamedOrder& one) { return one.name == key.text; });
    if (order == orders.end()) return fault<sentences::unknown_modifier>(key, key.text);
    correlation.limits.push_back({order->order, *number});
  }
  return true;
}

void take_aliases(const YamlNode& aliases, Correlation& correlation) {
  for (const auto& [name, fields] : aliases.members) {
    auto& alias = correlation.aliases.emplace_back();
    alias.name = name.text;
    for (const auto& [rule, field] : fields.members)
      alias.fields.emplace_back(rule.text, field.text);
  }
}

bool counts_rules(Kind kind) {
  return kind == Kind::temporal || kind == Kind::temporal_ordered;
}

// What it can't do without.
Part<bool> check(const YamlNode& node, const Correlation& correlation) {
  if (correlation.rules.empty()) return fault<sentences::key_lacks>(node, "rules");
  if (counts_rules(correlation.kind)) return true;
  if (correlation.limits.empty()) return fault<sentences::key_lacks>(node, "condition");
  if (correlation.kind != Kind::event_count && correlation.fields.empty())
    return fault<sentences::key_lacks>(node["condition"], "field");
  return true;
}

}  // namespace

Part<Correlation> correlation_of(const YamlNode& root) {
  const YamlNode& node = root["correlation"];
  if (node.kind != YamlNode::Kind::mapping)
    return fault<sentences::key_needs>(node, "correlation", tell<sentences::a_mapping>());
  Correlation correlation;
  const auto* kind = std::find_if(kinds.begin(), kinds.end(), [&](const NamedKind& one) {
    return one.name == node["type"].text;
  });
  if (kind == kinds.end())
    return fault<sentences::key_needs>(node["type"], "type", tell<sentences::a_correlation_type>());
  correlation.kind = kind->kind;
  correlation.rules = texts_of(node["rules"]);
  correlation.group_by = texts_of(node["group-by"]);
  take_aliases(node["aliases"], correlation);
  const auto span = timespan(node["timespan"].text);
  if (!span)
    return fault<sentences::key_needs>(node["timespan"], "timespan", tell<sentences::a_duration>());
  correlation.timespan_ms = *span;
  for (const auto* at : {&root["generate"], &node["generate"]})
    correlation.generate |= lower(at->text) == "true";
  if (node["condition"].present())
    if (auto taken = take_condition(node["condition"], correlation); !taken)
      return tl::unexpected(taken.error());
  if (auto good = check(node, correlation); !good) return tl::unexpected(good.error());
  return correlation;
}

}  // namespace digue::detect::sigma
