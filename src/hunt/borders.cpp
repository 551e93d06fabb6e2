#include "hunt/borders.h"

#include "base/number.h"
#include "hunt/byte_classes.h"

namespace digue::hunt {

namespace {

using indicator::Kind;

Neighbour neighbour_of(std::uint32_t code) {
  if (code < 0x80) {
    if (is_word(static_cast<unsigned char>(code))) return Neighbour::letter;
    if (code == '.') return Neighbour::dot;
    if (code == '-' || code == '_') return Neighbour::dash;
    if (code == '+') return Neighbour::plus;
    return code == '@' ? Neighbour::at : Neighbour::none;
  }
  // Punctuation and spaces of Latin-1, General Punctuation, CJK punctuation, the replacement sign.
  const bool mark = code < 0xC0 || code == 0xD7 || code == 0xF7 ||
                    (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) ||
                    code >= 0xFFF0;
  return mark ? Neighbour::none : Neighbour::letter;
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// UTF-8; a byte that is none is no letter.
std::uint32_t code_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return first;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || at + length > text.size()) return 0;
  std::uint32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte_at(text, at + i))) return 0;
    code = code << 6 | (byte_at(text, at + i) & 0x3FU);
  }
  return code;
}

// The escape that ends before `at`: "%2F", "\u003c".
std::optional<std::uint32_t> escape_before(std::string_view text, std::size_t at) {
  if (at >= 3 && text[at - 3] == '%')
    return whole_number<std::uint32_t>(text.substr(at - 2, 2), 16);
  if (at >= 6 && text[at - 6] == '\\' && text[at - 5] == 'u')
    return whole_number<std::uint32_t>(text.substr(at - 4, 4), 16);
  return std::nullopt;
}

bool continues_after_dot(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && neighbour_of(code_at(text, at + 1)) == Neighbour::letter;
}

bool begins(Kind kind, std::string_view text, std::size_t begin) {
  const Neighbour before = neighbour_before(text, begin);
  if (before == Neighbour::letter) return false;
  switch (kind) {
    case Kind::domain:
      return before != Neighbour::dash;
    case Kind::address:
    case Kind::range:
    case Kind::md5:
    case Kind::sha1:
    case Kind::sha256:
    case Kind::sha512:
      return before != Neighbour::dot;
    case Kind::mail:
      return before != Neighbour::dot && before != Neighbour::dash && before != Neighbour::plus;
    default:
      return before != Neighbour::dot && before != Neighbour::dash;
  }
}

bool ends(Kind kind, std::string_view text, std::size_t end) {
  // A URL of a folder stands for what is in it.
  if (kind == Kind::url && text[end - 1] == '/') return true;
  const Neighbour after = neighbour_after(text, end);
  if (after == Neighbour::letter) return false;
  if (after == Neighbour::dot && kind != Kind::host) return !continues_after_dot(text, end);
  switch (kind) {
    case Kind::address:
    case Kind::range:
    case Kind::md5:
    case Kind::sha1:
    case Kind::sha256:
    case Kind::sha512:
      return true;
    case Kind::domain:
      return after != Neighbour::dash && after != Neighbour::at;
    default:
      return after != Neighbour::dash;
  }
}

}  // namespace

Neighbour neighbour_before(std::string_view text, std::size_t at) {
  if (at == 0) return Neighbour::none;
  if (const auto code = escape_before(text, at)) return neighbour_of(*code);
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(byte_at(text, start))) --start;
  return neighbour_of(code_at(text, start));
}

Neighbour neighbour_after(std::string_view text, std::size_t at) {
  return at >= text.size() ? Neighbour::none : neighbour_of(code_at(text, at));
}

bool stands_alone(Kind kind, std::string_view text, std::size_t begin, std::size_t end) {
  return begins(kind, text, begin) && ends(kind, text, end);
}

}  // namespace digue::hunt
