// Reading the body of an entry: a JSON object, from a file that others may have written.  A member
// that is missing or of another type reads as nothing.
#pragma once
#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"

namespace digue::incident {

class Body {
 public:
  explicit Body(simdjson::dom::object object) : object_(object) {}

  std::string text(std::string_view name) const {
    std::string_view value;
    return object_[name].get_string().get(value) == simdjson::SUCCESS ? std::string(value)
                                                                      : std::string();
  }
  std::int64_t number(std::string_view name) const {
    std::int64_t value = 0;
    return object_[name].get_int64().get(value) == simdjson::SUCCESS ? value : 0;
  }
  std::uint64_t count(std::string_view name) const {
    const auto value = number(name);
    return value < 0 ? 0 : static_cast<std::uint64_t>(value);
  }
  bool flag(std::string_view name) const {
    bool value = false;
    return object_[name].get_bool().get(value) == simdjson::SUCCESS && value;
  }
  Instant time(std::string_view name) const {
    return parse_rfc3339(text(name)).value_or(Instant::unknown);
  }
  std::vector<std::string> texts(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto element : list(name)) {
      std::string_view value;
      if (element.get_string().get(value) == simdjson::SUCCESS) out.emplace_back(value);
    }
    return out;
  }
  std::vector<Body> bodies(std::string_view name) const {
    std::vector<Body> out;
    for (const auto element : list(name)) {
      simdjson::dom::object object;
      if (element.get_object().get(object) == simdjson::SUCCESS) out.emplace_back(object);
    }
    return out;
  }
  std::optional<Body> body(std::string_view name) const {
    simdjson::dom::object object;
    if (object_[name].get_object().get(object) != simdjson::SUCCESS) return std::nullopt;
    return Body(object);
  }
  Message message(std::string_view name) const {
    const auto inner = body(name);
    return inner ? Message{inner->text("fr"), inner->text("en")} : Message{};
  }
  // A person's words, the same in both languages; or the program's, in each.
  Message said(std::string_view name) const {
    const std::string words = text(name);
    return words.empty() ? message(name) : Message{words, words};
  }
  std::vector<Message> messages(std::string_view name) const {
    std::vector<Message> out;
    for (const auto& inner : bodies(name)) out.push_back({inner.text("fr"), inner.text("en")});
    return out;
  }

 private:
  std::vector<simdjson::dom::element> list(std::string_view name) const {
    std::vector<simdjson::dom::element> out;
    simdjson::dom::array array;
    if (object_[name].get_array().get(array) != simdjson::SUCCESS) return out;
    for (const auto element : array) out.push_back(element);
    return out;
  }

  simdjson::dom::object object_;
};

// Valid until the parser reads again.
inline std::optional<Body> read_body(simdjson::dom::parser& parser, std::string_view bytes) {
  simdjson::dom::object object;
  if (parser.parse(bytes.data(), bytes.size()).get_object().get(object) != simdjson::SUCCESS)
    return std::nullopt;
  return Body(object);
}

}  // namespace digue::incident
