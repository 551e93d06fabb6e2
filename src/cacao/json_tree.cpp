#include "cacao/json_tree.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/text.h"
#include "cacao/sentences.h"

namespace digue::cacao {

namespace ondemand = simdjson::ondemand;

namespace {

// What stops the reading; caught in parse_json().
struct Refused {
  YamlFault fault;
};

// Lines and columns (in bytes, from 1) of places that are asked for in rising order.
class Places {
 public:
  explicit Places(std::string_view bytes) : bytes_(bytes) {}

  void put(YamlNode& node, std::size_t offset) {
    advance(std::min(offset, bytes_.size()));
    node.line = line_;
    node.column = static_cast<int>(at_ - line_start_) + 1;
  }

 private:
  void advance(std::size_t offset) {
    if (offset < at_) line_ = 1, at_ = line_start_ = 0;
    for (; at_ < offset; ++at_) {
      if (bytes_[at_] != '\n') continue;
      ++line_;
      line_start_ = at_ + 1;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0, line_start_ = 0;
  int line_ = 1;
};

class Reader {
 public:
  explicit Reader(const simdjson::padded_string& text)
      : base_(text.data()), size_(text.size()), places_({text.data(), text.size()}) {}

  YamlNode read(ondemand::document& document) {
    document_ = &document;
    auto root = needed(document.get_value());
    auto node = read_value(root, 1);
    if (here() < size_) refuse<sentences::json_goes_on>(here());
    return node;
  }

  template <const Sentence& sentence, class... Arguments>
  [[noreturn]] void refuse(std::size_t offset, Arguments&&... arguments) {
    YamlNode at;
    places_.put(at, offset);
    throw Refused{{at.line, at.column, tell<sentence>(std::forward<Arguments>(arguments)...)}};
  }

 private:
  template <class T>
  T needed(simdjson::simdjson_result<T> result) {
    if (result.error() != simdjson::SUCCESS) refuse<sentences::json_broken>(here());
    return std::move(result).value_unsafe();
  }

  std::size_t offset_of(const char* at) const {
    return std::clamp<std::size_t>(static_cast<std::size_t>(at - base_), 0, size_);
  }
  std::size_t here() {
    const char* at = nullptr;
    return document_->current_location().get(at) == simdjson::SUCCESS ? offset_of(at) : size_;
  }

  YamlNode read_value(ondemand::value& value, int depth) {
    YamlNode node;
    places_.put(node, offset_of(value.raw_json_token().begin()));
    if (++values_ > max_json_values) refuse<sentences::json_too_many>(here(), max_json_values);
    if (depth > max_json_depth) refuse<sentences::json_too_deep>(here(), max_json_depth);
    switch (needed(value.type())) {
      case ondemand::json_type::object:
        read_object(value, node, depth);
        break;
      case ondemand::json_type::array:
        read_array(value, node, depth);
        break;
      default:
        read_scalar(value, node);
    }
    return node;
  }

  void read_object(ondemand::value& value, YamlNode& node, int depth) {
    node.kind = YamlNode::Kind::mapping;
    YamlNode absent;
    absent.line = node.line;
    absent.column = node.column;
    node.lacking = std::make_shared<const YamlNode>(std::move(absent));
    std::set<std::string, std::less<>> seen;
    auto object = needed(value.get_object());
    for (auto result : object) {
      auto field = needed(std::move(result));
      YamlNode key;
      key.kind = YamlNode::Kind::text;
      const auto at = offset_of(field.key().raw()) - 1;
      key.text = needed(field.unescaped_key());
      places_.put(key, at);
      if (!seen.insert(key.text).second)
        refuse<sentences::json_key_twice>(at, key.text.substr(0, 80));
      auto child = field.value();
      node.members.push_back({std::move(key), read_value(child, depth + 1)});
    }
  }

  void read_array(ondemand::value& value, YamlNode& node, int depth) {
    node.kind = YamlNode::Kind::list;
    auto array = needed(value.get_array());
    for (auto result : array) {
      auto item = needed(result);
      node.items.push_back(read_value(item, depth + 1));
    }
  }

  void read_scalar(ondemand::value& value, YamlNode& node) {
    node.kind = YamlNode::Kind::text;
    const auto type = needed(value.type());
    if (type == ondemand::json_type::string) {
      node.text = needed(value.get_string());
      return;
    }
    node.plain = true;
    node.text = trimmed(value.raw_json_token());
    if (type == ondemand::json_type::number)
      (void)needed(value.get_double());
    else if (type == ondemand::json_type::boolean)
      (void)needed(value.get_bool());
    else if (!value.is_null())
      refuse<sentences::json_broken>(here());
  }

  const char* base_;
  std::size_t size_;
  Places places_;
  ondemand::document* document_ = nullptr;
  std::size_t values_ = 0;
};

}  // namespace

// Of the first character that is no UTF-8.
static std::size_t broken_offset(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!is_utf8(bytes.substr(at, length))) break;
    at += length;
  }
  return at;
}

tl::expected<YamlNode, YamlFault> parse_json(std::string_view bytes) {
  if (bytes.size() > max_json_bytes)
    return tl::unexpected(
        YamlFault{1, 1, tell<sentences::json_too_big>(bytes.size(), max_json_bytes)});
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const simdjson::padded_string text(bytes);
  Reader reader(text);
  try {
    if (!is_utf8(bytes)) reader.refuse<sentences::json_not_utf8>(broken_offset(bytes));
    ondemand::parser parser;
    ondemand::document document;
    const bool holds_more = trimmed(bytes).starts_with('{') || trimmed(bytes).starts_with('[');
    if (!holds_more || parser.iterate(text).get(document) != simdjson::SUCCESS)
      reader.refuse<sentences::json_broken>(0);
    return reader.read(document);
  } catch (const Refused& refused) {
    return tl::unexpected(refused.fault);
  } catch (const simdjson::simdjson_error&) {
    return tl::unexpected(YamlFault{1, 1, tell<sentences::json_broken>()});
  }
}

void write_json(JsonWriter& json, const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::mapping:
      json.begin_object();
      for (const auto& [key, value] : node.members) write_json(json.key(key.text), value);
      json.end_object();
      break;
    case YamlNode::Kind::list:
      json.begin_array();
      for (const auto& item : node.items) write_json(json, item);
      json.end_array();
      break;
    case YamlNode::Kind::text:
      json.text(node.text);
      break;
    case YamlNode::Kind::absent:
      json.null();
      break;
  }
}

bool same_values(const YamlNode& a, const YamlNode& b) {
  const auto same_member = [](const YamlMember& x, const YamlMember& y) {
    return x.key.text == y.key.text && same_values(x.value, y.value);
  };
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_values) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                    same_member);
}

}  // namespace digue::cacao
