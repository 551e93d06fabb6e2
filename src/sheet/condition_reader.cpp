#include "sheet/condition_reader.h"

#include <algorithm>
#include <span>

#include "sheet/names.h"
#include "sheet/sentences.h"

namespace digue::sheet {

Condition ConditionReader::read(const YamlNode& node) {
  using Kind = Condition::Kind;
  if (!node.present()) return {};  // whoever asks for it has said that it is missing
  if (!nodes_.mapping(node, {},
                      {"all", "any", "not", "answer", "step", "evidence", "accounts", "is"}))
    return {};
  const auto heads = std::count_if(node.members.begin(), node.members.end(),
                                   [](const auto& member) { return member.key.text != "is"; });
  if (heads != 1) {
    nodes_.error<sentences::one_condition>(place_of(node));
    return {};
  }
  if (node["all"].present()) return read_parts(node["all"], Kind::all);
  if (node["any"].present()) return read_parts(node["any"], Kind::any);
  if (node["not"].present()) return {Kind::negation, {read(node["not"])}, "", {}, 0};
  if (node["accounts"].present())
    return {Kind::accounts, {}, "", {}, nodes_.count(node, "accounts")};
  if (node["answer"].present()) return read_question(node, "answer", Kind::answer);
  if (node["step"].present()) return read_question(node, "step", Kind::state);
  return read_question(node, "evidence", Kind::evidence);
}

static Reference::Kind reference_of(Condition::Kind kind) {
  if (kind == Condition::Kind::answer) return Reference::Kind::answer;
  return kind == Condition::Kind::state ? Reference::Kind::step : Reference::Kind::item;
}

Condition ConditionReader::read_question(const YamlNode& node, std::string_view key,
                                         Condition::Kind kind) {
  Condition out{kind, {}, nodes_.id(node, key), read_values(node, kind), 0};
  references_.push_back({reference_of(kind), out.item, out.values, place_of(node[key])});
  return out;
}

Condition ConditionReader::read_parts(const YamlNode& node, Condition::Kind kind) {
  Condition out{kind, {}, "", {}, 0};
  if (node.kind != YamlNode::Kind::list || node.items.empty() ||
      node.items.size() > max_list_items) {
    nodes_.error<sentences::need_list>(place_of(node));
    return out;
  }
  for (const auto& part : node.items) out.parts.push_back(read(part));
  return out;
}

std::vector<std::string> ConditionReader::read_values(const YamlNode& mapping,
                                                      Condition::Kind kind) {
  static constexpr Names<std::size_t, 8> states{{"to-do", "in-progress", "done", "partial",
                                                 "impossible", "not-applicable", "delegated",
                                                 "postponed"}};
  static constexpr Names<std::size_t, 4> answers{{"yes", "no", "unknown", "none"}};
  const auto& node = mapping["is"];
  if (!node.present()) nodes_.error<sentences::missing_key>(place_of(mapping), "is");
  const bool listed = node.kind == YamlNode::Kind::list;
  const std::span<const YamlNode> values(listed ? node.items.data() : &node,
                                         listed ? node.items.size() : node.present());
  std::vector<std::string> out;
  for (const auto& value : values) {
    if (kind == Condition::Kind::state) nodes_.named(value, states);
    if (kind == Condition::Kind::evidence) nodes_.named(value, answers);
    out.push_back(nodes_.id_of(value));
  }
  return out;
}

}  // namespace digue::sheet
