// What an identity provider says, as JSON: read with caps.  For .cpp files only.  Not thread-safe.
#pragma once
#include <simdjson.h>

#include <string_view>

namespace digue::server {

inline constexpr std::size_t max_provider_depth = 16;

// The object that a text is; `root` lives as long as it does.
class JsonText {
 public:
  JsonText(std::string_view text, std::size_t most) : parser_(most) {
    is_object_ = !text.empty() && text.size() <= most &&
                 parser_.allocate(most, max_provider_depth) == simdjson::SUCCESS &&
                 parser_.parse(text.data(), text.size()).get(root_) == simdjson::SUCCESS;
  }
  // Null when it is none, is broken, or is over the limits.
  const simdjson::dom::object* root() const { return is_object_ ? &root_ : nullptr; }

 private:
  simdjson::dom::parser parser_;
  simdjson::dom::object root_;
  bool is_object_ = false;
};

// "" when it is not there, or is no text.
inline std::string_view text_in(const simdjson::dom::object& from, std::string_view name) {
  std::string_view out;
  if (from[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

}  // namespace digue::server
