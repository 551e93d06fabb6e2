// Writes JSON (RFC 8259) in the order it is told to: same calls, same bytes.  One line, no spaces.
// Text that is not UTF-8 is made so: each bad byte becomes U+FFFD.  Not thread-safe.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digue {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::int64_t value);
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  // A member of the object that is open.
  JsonWriter& member(std::string_view name, std::string_view value) {
    return key(name).text(value);
  }
  JsonWriter& member(std::string_view name, const char* value) { return key(name).text(value); }
  JsonWriter& member(std::string_view name, std::same_as<bool> auto value) {
    return key(name).boolean(value);
  }
  JsonWriter& member(std::string_view name, std::integral auto value)
    requires(!std::same_as<decltype(value), bool>)
  {
    return key(name).number(static_cast<std::int64_t>(value));
  }
  JsonWriter& member(std::string_view name, const std::vector<std::string>& values);

  const std::string& bytes() const { return out_; }
  std::string take();

 private:
  void separate();
  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace digue
