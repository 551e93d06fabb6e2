#include "read/evtx/shape.h"

#include "base/byte_cursor.h"
#include "read/evtx/engine.h"

namespace digue::read::evtx {

namespace {

constexpr std::string_view utf16_name("N\0a\0m\0e\0", 8);
constexpr std::string_view utf16_xmlns("x\0m\0l\0n\0s\0", 10);
constexpr std::size_t name_header_bytes = 8;  // next, hash, count
constexpr std::size_t name_end_bytes = 2;

class Walk {
 public:
  Walk(const Tokens& tokens, std::string& shape, std::vector<Slot>& slots)
      : chunk_(tokens.chunk),
        cursor_(tokens.chunk.substr(0, std::min(tokens.end, tokens.chunk.size())), tokens.begin),
        shape_(shape),
        slots_(slots) {}

  bool take() {
    while (cursor_.left() != 0) {
      const std::uint8_t token = cursor_.u8("token");
      if (token == token_end) break;
      shape_ += static_cast<char>(token);
      if (shape_.size() > max_definition_text || !take(token)) return false;
    }
    return !cursor_.failed();
  }

 private:
  bool take(std::uint8_t token) {
    switch (token & ~token_more) {
      case token_open_element:
        cursor_.skip(4, "element.size");
        constant_ = false;
        (void)name();
        if ((token & token_more) != 0) cursor_.skip(4, "element.attributes_size");
        return !cursor_.failed();
      case token_attribute:
        constant_ = is_of_shape(name());
        return !cursor_.failed();
      case token_close_start:
      case token_close_empty:
      case token_end_element:
        constant_ = false;
        return true;
      case token_value:
        return value();
      default:
        return false;
    }
  }

  std::string_view name() {
    const std::uint32_t offset = cursor_.u32("name");
    ByteCursor from(chunk_, offset);
    const auto header = from.bytes(name_header_bytes, "name.header");
    if (from.failed()) return cursor_.refuse(from.what()), std::string_view();
    const std::size_t size = std::size_t{2} * little_endian<std::uint16_t>(header.substr(6));
    const auto letters = from.bytes(size, "name.letters");
    if (from.failed()) cursor_.refuse(from.what());
    if (offset == cursor_.at()) cursor_.skip(name_header_bytes + size + name_end_bytes, "name");
    shape_ += header.substr(6);
    shape_ += letters;
    return letters;
  }

  bool value() {
    const std::uint8_t type = cursor_.u8("value.type");
    const std::size_t size = std::size_t{2} * cursor_.u16("value.count");
    const std::size_t at = cursor_.at();
    const auto letters = cursor_.bytes(size, "value.text");
    if (cursor_.failed() || type != type_utf16 || size > 0xffff) return false;
    if (!constant_) {
      slots_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint16_t>(size), type});
      return true;
    }
    shape_.append(chunk_.substr(at - 2, 2));
    shape_ += letters;
    return true;
  }

  std::string_view chunk_;
  ByteCursor cursor_;
  std::string& shape_;
  std::vector<Slot>& slots_;
  bool constant_ = false;
};

}  // namespace

bool is_of_shape(std::string_view attribute_utf16) {
  return attribute_utf16 == utf16_name || attribute_utf16.starts_with(utf16_xmlns);
}

bool take_shape(const Tokens& tokens, std::string& shape, std::vector<Slot>& slots) {
  shape.clear();
  slots.clear();
  return Walk(tokens, shape, slots).take();
}

}  // namespace digue::read::evtx
