#include "server/api/fields.h"

#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "server/sentences.h"

namespace digue::server {

using simdjson::dom::element;
using simdjson::dom::element_type;

// From the parser's tree to plain values; what is of no use to us reads as nothing.
struct BodyReader {
  using Members = Fields::Members;
  using Value = Fields::Value;

  std::optional<std::string> repeated;

  Value objects(const simdjson::dom::array& from) {
    std::vector<std::shared_ptr<Members>> out;
    for (const auto item : from) {
      if (item.type() != element_type::OBJECT || out.size() >= max_list) return {};
      out.push_back(members(item));
    }
    return {std::move(out)};
  }

  Value list(const element& from) {
    const auto array = simdjson::dom::array(from);
    if (array.begin() != array.end() && (*array.begin()).type() == element_type::OBJECT)
      return objects(array);
    std::vector<std::string> texts;
    for (const auto item : simdjson::dom::array(from)) {
      if (item.type() != element_type::STRING || texts.size() >= max_list) return {};
      texts.emplace_back(std::string_view(item));
    }
    return {std::move(texts)};
  }

  Value value(const element& from) {
    switch (from.type()) {
      case element_type::STRING:
        return {std::string(std::string_view(from))};
      case element_type::BOOL:
        return {bool(from)};
      case element_type::INT64:
        return std::int64_t(from) < 0 ? Value{}
                                      : Value{static_cast<std::uint64_t>(std::int64_t(from))};
      case element_type::UINT64:
        return {std::uint64_t(from)};
      case element_type::ARRAY:
        return list(from);
      case element_type::OBJECT:
        return {members(from)};
      default:
        return {};
    }
  }

  std::shared_ptr<Members> members(const element& from) {
    auto out = std::make_shared<Members>();
    for (const auto field : simdjson::dom::object(from))
      if (!out->emplace(std::string(field.key), value(field.value)).second && !repeated)
        repeated = std::string(field.key);
    return out;
  }
};

Fields::Fields(std::string_view body) : members_(std::make_shared<Members>()) {
  simdjson::dom::parser parser(max_json_body_bytes);
  element root;
  const bool fits = body.size() <= max_json_body_bytes &&
                    parser.allocate(max_json_body_bytes, max_body_depth) == simdjson::SUCCESS;
  if (!fits || parser.parse(body.data(), body.size()).get(root) != simdjson::SUCCESS ||
      root.type() != element_type::OBJECT) {
    trouble_ = Trouble{400, tell<sentences::not_an_object>()};
    return;
  }
  BodyReader reader;
  members_ = reader.members(root);
  if (reader.repeated)
    trouble_ =
        Trouble{400, tell<sentences::field_repeated>(*reader.repeated), pointer(*reader.repeated)};
}

// RFC 6901.
std::string Fields::pointer(std::string_view name) const {
  std::string out = place_ + "/";
  for (const char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

void Fields::refuse(std::string_view name, Message why) {
  if (!trouble_) trouble_ = Trouble{422, std::move(why), pointer(name)};
}

void Fields::wrong(std::string_view name, const Sentence& what) {
  refuse(name, tell<sentences::field_wrong>(name, compose(what, {})));
}

const Fields::Value* Fields::find(std::string_view name, Presence presence) {
  asked_.insert(std::string(name));
  if (trouble_) return nullptr;
  const auto found = members_->find(name);
  if (found != members_->end()) return &found->second;
  if (presence == required) refuse(name, tell<sentences::field_missing>(name));
  return nullptr;
}

bool Fields::is_plain(std::string_view name, std::string_view text, std::size_t most) {
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
  });
  if (controls) return wrong(name, sentences::a_text_without_controls), false;
  if (text.size() > most) return refuse(name, tell<sentences::field_too_long>(name, most)), false;
  return true;
}

std::string Fields::text(std::string_view name, std::size_t most, Presence presence) {
  const auto* value = find(name, presence);
  if (value == nullptr) return {};
  const auto* text = std::get_if<std::string>(&value->is);
  if (text == nullptr) return wrong(name, sentences::a_text), std::string();
  if (!is_plain(name, *text, most)) return {};
  if (presence == required && trimmed(*text).empty())
    return refuse(name, tell<sentences::field_missing>(name)), std::string();
  return *text;
}

std::string Fields::word(std::string_view name, std::span<const std::string_view> words,
                         Presence presence) {
  auto word = text(name, 64, presence);
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return word;
  const auto known = join({words.begin(), words.end()}, ", ");
  refuse(name, tell<sentences::field_wrong>(name, tell<sentences::one_of>(known)));
  return {};
}

bool Fields::flag(std::string_view name) {
  return choice(name).value_or(false);
}

std::optional<bool> Fields::choice(std::string_view name) {
  const auto* value = find(name, optional);
  if (value == nullptr) return std::nullopt;
  const auto* flag = std::get_if<bool>(&value->is);
  if (flag == nullptr) return wrong(name, sentences::a_flag), std::nullopt;
  return *flag;
}

std::optional<std::uint64_t> Fields::count(std::string_view name, std::uint64_t most) {
  const auto* value = find(name, optional);
  if (value == nullptr) return std::nullopt;
  const auto* count = std::get_if<std::uint64_t>(&value->is);
  if (count == nullptr) return wrong(name, sentences::a_count), std::nullopt;
  if (*count > most) return refuse(name, tell<sentences::field_too_long>(name, most)), std::nullopt;
  return *count;
}

std::optional<logbook::Moment> Fields::moment(std::string_view name) {
  const auto given = text(name, 64);
  if (given.empty()) return std::nullopt;
  auto moment = logbook::read_moment(given);
  if (!moment) wrong(name, sentences::a_moment);
  return moment;
}

std::vector<std::string> Fields::texts(std::string_view name, std::size_t most, Presence presence) {
  const auto* value = find(name, presence);
  if (value == nullptr) return {};
  const auto* texts = std::get_if<std::vector<std::string>>(&value->is);
  if (texts == nullptr) return wrong(name, sentences::some_texts), std::vector<std::string>();
  if (texts->size() > most)
    return refuse(name, tell<sentences::field_too_long>(name, most)), std::vector<std::string>();
  for (const auto& text : *texts) {
    if (text.empty()) return wrong(name, sentences::some_texts), std::vector<std::string>();
    if (!is_plain(name, text, 2048)) return {};
  }
  return *texts;
}

bool Fields::is_text(std::string_view name) const {
  const auto found = members_->find(name);
  return found != members_->end() && std::holds_alternative<std::string>(found->second.is);
}

std::optional<Fields> Fields::part(std::string_view name) {
  const auto* value = find(name, optional);
  if (value == nullptr) return std::nullopt;
  const auto* members = std::get_if<std::shared_ptr<Members>>(&value->is);
  if (members == nullptr) return wrong(name, sentences::an_object), std::nullopt;
  return Fields(*members, pointer(name));
}

std::vector<Fields> Fields::parts(std::string_view name, std::size_t most) {
  const auto* value = find(name, required);
  if (value == nullptr) return {};
  const auto* objects = std::get_if<std::vector<std::shared_ptr<Members>>>(&value->is);
  if (objects == nullptr) return wrong(name, sentences::some_objects), std::vector<Fields>();
  if (objects->size() > most)
    return refuse(name, tell<sentences::field_too_long>(name, most)), std::vector<Fields>();
  std::vector<Fields> out;
  for (std::size_t i = 0; i < objects->size(); ++i)
    out.push_back(Fields((*objects)[i], pointer(name) + "/" + std::to_string(i)));
  return out;
}

void Fields::take(const Fields& part) {
  if (!trouble_) trouble_ = part.trouble();
}

std::optional<Trouble> Fields::trouble() const {
  if (trouble_) return trouble_;
  for (const auto& [name, value] : *members_)
    if (!asked_.contains(name))
      return Trouble{400, tell<sentences::field_unknown>(name), pointer(name)};
  return std::nullopt;
}

}  // namespace digue::server
