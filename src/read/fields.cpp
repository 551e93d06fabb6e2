#include "read/fields.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "read/format.h"
#include "read/json_split.h"
#include "read/record_sentences.h"
#include "read/sentences.h"

namespace digue::read {

std::string folded_name(std::string_view name) {
  std::string folded_text = folded(name);
  std::string out;
  for (const char c : folded_text) {
    const bool space = c == ' ' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

struct Fields::Header {
  const CsvTable* table = nullptr;
  std::vector<std::string> paths;
  // A quoted field is unquoted into a buffer of the table's: one a column, so all live together.
};

namespace {

// Texts that live as long as the record: chunks never move.
class Arena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.size() > room_.size()) grow(text.size());
    char* place = room_.data();
    std::copy(text.begin(), text.end(), place);
    room_ = room_.subspan(text.size());
    return {place, text.size()};
  }
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    room_ = blocks_.empty() ? std::span<char>() : std::span<char>(blocks_[0]);
  }

 private:
  void grow(std::size_t least) {
    blocks_.emplace_back(std::max<std::size_t>(least, 16 << 10));
    room_ = blocks_.back();
  }
  std::vector<std::vector<char>> blocks_;
  std::span<char> room_;
};

std::string lower_key(std::string_view key) {
  const bool ascii = std::all_of(key.begin(), key.end(), [](char c) { return c > 0; });
  return ascii ? lower(key) : folded_name(key);
}

}  // namespace

struct Fields::Json {
  simdjson::dom::parser parser;
  Arena arena;
  std::vector<Field>* out = nullptr;
  std::string path;  // of the member being read
  std::uint32_t objects = 0;

  using Fault = std::optional<Message>;
  Fault read(std::string_view text);
  Fault flatten(const simdjson::dom::element& element, std::string_view name, std::uint32_t object,
                std::size_t depth);
  Fault members(const simdjson::dom::object& members, std::uint32_t object, std::size_t depth);
  Fault elements(const simdjson::dom::array& elements, std::string_view name, std::uint32_t object,
                 std::size_t depth);
  Fault add(std::string_view name, std::string_view value, std::uint32_t object);
  std::string_view scalar(const simdjson::dom::element& element);
};

Fields::Json::Fault Fields::Json::read(std::string_view text) {
  out->clear();
  arena.clear();
  path.clear();
  objects = 0;
  simdjson::dom::element root;
  if (const auto error = parser.parse(text.data(), text.size()).get(root))
    return tell<sentences::json_broken>(simdjson::error_message(error));
  if (!root.is_object()) return tell<sentences::not_an_object>();
  return members(root.get_object().value_unsafe(), 0, 0);
}

Fields::Json::Fault Fields::Json::members(const simdjson::dom::object& object_members,
                                          std::uint32_t object, std::size_t depth) {
  const std::size_t length = path.size();
  for (const auto member : object_members) {
    if (length > 0) path += '.';
    path += lower_key(member.key);
    if (path.size() > max_path_bytes) return tell<sentences::names_too_long>(max_path_bytes);
    if (auto fault = flatten(member.value, member.key, object, depth + 1)) return fault;
    path.resize(length);
  }
  return std::nullopt;
}

Fields::Json::Fault Fields::Json::elements(const simdjson::dom::array& array, std::string_view name,
                                           std::uint32_t object, std::size_t depth) {
  for (const auto element : array)
    if (auto fault = flatten(element, name, object, depth + 1)) return fault;
  return std::nullopt;
}

Fields::Json::Fault Fields::Json::flatten(const simdjson::dom::element& element,
                                          std::string_view name, std::uint32_t object,
                                          std::size_t depth) {
  if (depth > max_json_depth) return tell<sentences::json_too_deep>(max_json_depth);
  if (element.is_object()) return members(element.get_object().value_unsafe(), ++objects, depth);
  if (element.is_array()) return elements(element.get_array().value_unsafe(), name, object, depth);
  if (element.is_null()) return std::nullopt;
  return add(name, scalar(element), object);
}

Fields::Json::Fault Fields::Json::add(std::string_view name, std::string_view value,
                                      std::uint32_t object) {
  if (out->size() >= max_fields) return tell<sentences::too_many_fields>(max_fields);
  // The elements of an array share their path.
  const bool again = !out->empty() && out->back().path == path;
  out->push_back({again ? out->back().path : arena.keep(path), name, value, object});
  return std::nullopt;
}

std::string_view Fields::Json::scalar(const simdjson::dom::element& element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::STRING:
      return element.get_string().value_unsafe();
    case element_type::BOOL:
      return element.get_bool().value_unsafe() ? "True" : "False";
    case element_type::INT64:
      return arena.keep(fmt::to_string(element.get_int64().value_unsafe()));
    case element_type::UINT64:
      return arena.keep(fmt::to_string(element.get_uint64().value_unsafe()));
    case element_type::DOUBLE:
      return arena.keep(fmt::to_string(element.get_double().value_unsafe()));
    default:
      return {};
  }
}

Fields::Fields() : json_(std::make_unique<Json>()), header_(std::make_unique<Header>()) {}
Fields::~Fields() = default;

void Fields::fill(CsvTable& table) {
  if (header_->table != &table) {
    header_->table = &table;
    header_->paths.clear();
    for (const std::string& name : table.columns().names())
      header_->paths.push_back(folded_name(name));
  }
  fields_.clear();
  for (std::uint32_t i = 0; i < header_->paths.size(); ++i)
    fields_.push_back(
        {header_->paths[i], table.columns().names()[i], trimmed(table[Column{i}]), 0});
}

std::optional<Message> Fields::fill(std::string_view json) {
  json_->out = &fields_;
  return json_->read(json);
}

bool Fields::has(Names names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const Field& field) { return field.path == name; });
  });
}

std::string_view Fields::text(Names names) const {
  for (const std::string_view name : names)
    for (const Field& field : fields_)
      if (field.path == name && !field.value.empty()) return field.value;
  return {};
}

std::vector<std::string_view> Fields::values(Names names) const {
  std::vector<std::string_view> found;
  for (const std::string_view name : names) {
    for (const Field& field : fields_)
      if (field.path == name && !field.value.empty()) found.push_back(field.value);
    if (!found.empty()) return found;
  }
  return found;
}

std::string_view Fields::text_in(std::uint32_t object, std::string_view path) const {
  for (const Field& field : fields_)
    if (field.object == object && field.path == path) return field.value;
  return {};
}

namespace {

// The end of a JSON string whose opening quote is before `at`; npos when it never closes.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at;
  }
  return std::string_view::npos;
}

// Every string followed by a colon, once: a sample names the same few hundreds of times over.
std::vector<std::string> folded_member_names(std::string_view sample) {
  std::unordered_set<std::string_view> keys;
  for (std::size_t at = sample.find('"'); at != std::string_view::npos;) {
    const std::size_t end = end_of_string(sample, at + 1);
    if (end == std::string_view::npos) break;
    const std::size_t next = sample.find_first_not_of(" \t\r\n", end + 1);
    if (next != std::string_view::npos && sample[next] == ':')
      keys.insert(sample.substr(at + 1, end - at - 1));
    at = sample.find('"', end + 1);
  }
  std::vector<std::string> names;
  for (const std::string_view key : keys) names.push_back(lower_key(key));
  return names;
}

}  // namespace

Shape::Shape(std::string_view sample) {
  is_json_ = begins_as_json(sample);
  if (is_json_) {
    names_ = folded_member_names(sample);
  } else {
    const CsvTable table(sample);
    for (const std::string& name : table.columns().names()) names_.push_back(folded_name(name));
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

bool Shape::has(std::string_view name) const {
  return std::binary_search(names_.begin(), names_.end(), name, std::less<>());
}

bool Shape::has_all(Fields::Names names) const {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return has(name); });
}

bool Shape::has_any(Fields::Names names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has(name); });
}

}  // namespace digue::read
