#include <algorithm>

#include "base/text.h"
#include "detect/sigma/reading_parts.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

using Kind = YamlNode::Kind;

Value value_of(const YamlNode& node) {
  return {node.null ? Value::Kind::null : Value::Kind::text, node.text, node.line};
}

// The values of an item: one, or a list.
Part<std::vector<Value>> values_of(const YamlNode& node) {
  std::vector<Value> values;
  if (node.is_text()) values.push_back(value_of(node));
  for (const auto& one : node.items) {
    if (!one.is_text()) return fault<sentences::key_needs>(one, "…", tell<sentences::a_value>());
    values.push_back(value_of(one));
  }
  if (node.kind == Kind::mapping)
    return fault<sentences::key_needs>(node, "…", tell<sentences::a_value>());
  return values;
}

Part<Item> item_of(const YamlMember& member) {
  Item item;
  item.line = member.key.line;
  const auto parts = split(member.key.text, '|');
  item.field = parts.front();
  item.modifiers.assign(parts.begin() + 1, parts.end());
  DIGUE_PART(item.values, values_of(member.value));
  return item;
}

Part<std::vector<Item>> items_of(const YamlNode& mapping) {
  std::vector<Item> items;
  for (const auto& member : mapping.members) {
    auto item = item_of(member);
    if (!item) return tl::unexpected(item.error());
    items.push_back(std::move(*item));
  }
  return items;
}

// A text, a list of texts (keywords), a mapping (all of it), or a list of mappings (any of them).
Part<Detection> detection_of(const YamlMember& member) {
  Detection detection{member.key.text, {}, member.key.line};
  const YamlNode& node = member.value;
  Item keywords;
  keywords.line = node.line;
  const auto add = [&](const YamlNode& one) -> Part<bool> {
    if (one.kind == Kind::mapping) {
      auto items = items_of(one);
      if (!items) return tl::unexpected(items.error());
      detection.alternatives.push_back(std::move(*items));
    } else if (one.is_text()) {
      keywords.values.push_back(value_of(one));
    } else {
      return fault<sentences::key_needs>(one, member.key.text, tell<sentences::a_search>());
    }
    return true;
  };
  if (node.kind != Kind::list)
    if (auto added = add(node); !added) return tl::unexpected(added.error());
  for (const auto& one : node.items)
    if (auto added = add(one); !added) return tl::unexpected(added.error());
  if (!keywords.values.empty()) detection.alternatives.push_back({std::move(keywords)});
  return detection;
}

}  // namespace

Part<std::string> text_of(const YamlNode& root, std::string_view key) {
  const YamlNode& node = root[key];
  if (!node.present()) return fault<sentences::key_lacks>(root, key);
  if (!node.is_text() || node.text.empty())
    return fault<sentences::key_needs>(node, key, tell<sentences::a_text>());
  return node.text;
}

Part<Detections> detections_of(const YamlNode& root, std::string_view key,
                               std::initializer_list<std::string_view> but) {
  const YamlNode& node = root[key];
  if (!node.present()) return fault<sentences::key_lacks>(root, key);
  if (node.kind != Kind::mapping)
    return fault<sentences::key_needs>(node, key, tell<sentences::a_mapping>());
  Detections detections;
  for (const auto& member : node.members) {
    const std::string& name = member.key.text;
    if (name == "timeframe" || std::find(but.begin(), but.end(), name) != but.end()) continue;
    if (name != "condition") {
      auto detection = detection_of(member);
      if (!detection) return tl::unexpected(detection.error());
      detections.searches.push_back(std::move(*detection));
    } else if (member.value.is_text()) {
      detections.conditions.push_back({member.value.text, member.value.line});
    } else {
      for (const auto& one : member.value.items)
        detections.conditions.push_back({one.text, one.line});
    }
  }
  if (detections.conditions.empty()) return fault<sentences::key_lacks>(node, "condition");
  return detections;
}

}  // namespace digue::detect::sigma
