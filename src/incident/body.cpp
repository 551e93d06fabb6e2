#include "incident/body.h"

#include <simdjson.h>

#include <utility>

namespace digue::incident {

struct BodyMember;

struct Body::Node {
  enum class Kind : std::uint8_t { none, text, number, flag, list, object };
  Kind kind = Kind::none;
  std::string text;
  std::int64_t number = 0;
  std::vector<Node> items;
  std::vector<BodyMember> members;
};

struct BodyMember {
  std::string name;
  Body::Node value;
};

namespace {

using Node = Body::Node;
using Type = simdjson::dom::element_type;

Node node_of(const simdjson::dom::element& element, int depth) {
  Node node;
  if (depth > max_body_depth) return node;
  switch (element.type()) {
    case Type::STRING:
      node.kind = Node::Kind::text;
      node.text = std::string_view(element);
      break;
    case Type::INT64:
      node.kind = Node::Kind::number;
      node.number = std::int64_t(element);
      break;
    case Type::BOOL:
      node.kind = Node::Kind::flag;
      node.number = bool(element) ? 1 : 0;
      break;
    case Type::ARRAY:
      node.kind = Node::Kind::list;
      for (const auto item : simdjson::dom::array(element))
        node.items.push_back(node_of(item, depth + 1));
      break;
    case Type::OBJECT:
      node.kind = Node::Kind::object;
      for (const auto& [name, value] : simdjson::dom::object(element))
        node.members.push_back({std::string(name), node_of(value, depth + 1)});
      break;
    default:
      break;  // null, a fraction, a number beyond 63 bits: nothing of ours
  }
  return node;
}

}  // namespace

std::optional<Body> Body::read(std::string_view bytes) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(bytes.data(), bytes.size()).get(root) != simdjson::SUCCESS || !root.is_object())
    return std::nullopt;
  return Body(std::make_shared<const Node>(node_of(root, 0)));
}

const Node* Body::member(std::string_view name) const {
  for (const auto& [key, value] : node_->members)
    if (key == name) return &value;
  return nullptr;
}

std::string Body::text(std::string_view name) const {
  const auto* node = member(name);
  return node != nullptr && node->kind == Node::Kind::text ? node->text : std::string();
}

std::int64_t Body::number(std::string_view name) const {
  const auto* node = member(name);
  return node != nullptr && node->kind == Node::Kind::number ? node->number : 0;
}

std::uint64_t Body::count(std::string_view name) const {
  const auto value = number(name);
  return value < 0 ? 0 : static_cast<std::uint64_t>(value);
}

bool Body::flag(std::string_view name) const {
  const auto* node = member(name);
  return node != nullptr && node->kind == Node::Kind::flag && node->number != 0;
}

Instant Body::time(std::string_view name) const {
  return parse_rfc3339(text(name)).value_or(Instant::unknown);
}

std::vector<std::string> Body::texts(std::string_view name) const {
  std::vector<std::string> out;
  if (const auto* node = member(name))
    for (const auto& item : node->items)
      if (item.kind == Node::Kind::text) out.push_back(item.text);
  return out;
}

// A part shares the life of the whole.
std::optional<Body> Body::body(std::string_view name) const {
  const auto* node = member(name);
  if (node == nullptr || node->kind != Node::Kind::object) return std::nullopt;
  return Body(std::shared_ptr<const Node>(node_, node));
}

std::vector<Body> Body::bodies(std::string_view name) const {
  std::vector<Body> out;
  if (const auto* node = member(name))
    for (const auto& item : node->items)
      if (item.kind == Node::Kind::object)
        out.push_back(Body(std::shared_ptr<const Node>(node_, &item)));
  return out;
}

Message Body::message(std::string_view name) const {
  const auto inner = body(name);
  return inner ? Message{inner->text("fr"), inner->text("en")} : Message{};
}

std::vector<Message> Body::messages(std::string_view name) const {
  std::vector<Message> out;
  for (const auto& inner : bodies(name)) out.push_back({inner.text("fr"), inner.text("en")});
  return out;
}

Message Body::said(std::string_view name) const {
  const std::string words = text(name);
  return words.empty() ? message(name) : Message{words, words};
}

}  // namespace digue::incident
