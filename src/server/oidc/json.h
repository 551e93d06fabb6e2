// What an identity provider says, as JSON: read with caps.  Who uses it includes simdjson.h itself.
// Not thread-safe.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

namespace simdjson::dom {
class object;  // NOLINT(readability-identifier-naming): the library's own name
}

namespace digue::server {

inline constexpr std::size_t max_provider_depth = 16;

// The object that a text is; `root` lives as long as it does.
class JsonText {
 public:
  // At most `most` bytes.
  JsonText(std::string_view text, std::size_t most);
  ~JsonText();
  // Null when it is none, is broken, or is over the limits.
  const simdjson::dom::object* root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

// "" when it is not there, or is no text.
std::string_view text_in(const simdjson::dom::object& from, std::string_view name);

}  // namespace digue::server
