#include "cacao/sheet_nodes.h"

#include <algorithm>

#include "base/text.h"

namespace digue::cacao {

YamlNode text_node(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::text;
  node.text = std::move(text);
  return node;
}

YamlNode mapping_node() {
  YamlNode node;
  node.kind = YamlNode::Kind::mapping;
  return node;
}

YamlNode list_node() {
  YamlNode node;
  node.kind = YamlNode::Kind::list;
  return node;
}

YamlNode& put(YamlNode& mapping, std::string key, YamlNode value) {
  mapping.members.push_back({text_node(std::move(key)), std::move(value)});
  return mapping.members.back().value;
}

YamlNode texts_node(const Message& message) {
  auto node = mapping_node();
  put(node, "fr", text_node(message.french));
  put(node, "en", text_node(message.english));
  return node;
}

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : folded(name.substr(0, 200))) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  out.resize(std::min<std::size_t>(out.size(), 40));
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "playbook" : out;
}

}  // namespace digue::cacao
