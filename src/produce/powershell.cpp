#include "produce/powershell.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace digue::produce {

// A character that does not show, or that moves what stands around it.
static bool is_hidden(UChar32 character) {
  switch (u_charType(character)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:  // text direction, zero width, tags
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
      return true;
    default:
      return U_IS_UNICODE_NONCHAR(character);
  }
}

static bool ends_literal(UChar32 character) {
  return character == U'\'' || (character >= 0x2018 && character <= 0x201B);
}

namespace {
// One character of UTF-8 text, with the bytes that it stands on; code is negative when they are
// bad.
struct Character {
  UChar32 code;
  std::string_view bytes;
};

class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {}
  std::optional<Character> next() {
    if (at_ == static_cast<int32_t>(text_.size())) return std::nullopt;
    const int32_t begin = at_;
    UChar32 code = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): ICU's macro
    U8_NEXT(text_.data(), at_, static_cast<int32_t>(text_.size()), code);
#pragma GCC diagnostic pop
    return Character{
        code, text_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at_ - begin))};
  }

 private:
  std::string_view text_;
  int32_t at_ = 0;
};
}  // namespace

std::optional<std::string> quoted(std::string_view text) {
  if (text.size() > longest_literal) return std::nullopt;
  std::string literal = "'";
  Characters characters(text);
  while (const auto character = characters.next()) {
    if (character->code < 0 || is_hidden(character->code)) return std::nullopt;
    literal += character->bytes;
    if (ends_literal(character->code)) literal += character->bytes;
  }
  return literal += '\'';
}

std::optional<std::string> quoted(const std::vector<std::string>& texts) {
  std::vector<std::string> literals;
  for (const std::string& text : texts) {
    auto literal = quoted(text);
    if (!literal) return std::nullopt;
    literals.push_back(*std::move(literal));
  }
  return "@(" + join(literals, ", ") + ")";
}

std::optional<std::string> quoted(const std::optional<std::string>& text) {
  return text ? quoted(*text) : "$null";
}

std::string shown(std::string_view text, std::size_t longest) {
  std::string out;
  Characters characters(text);
  for (std::size_t count = 0; const auto character = characters.next(); ++count) {
    if (count == longest) return out += "…";
    if (character->code < 0)
      out += "‹?›";
    else if (is_hidden(character->code))
      out += fmt::format("‹U+{:04X}›", static_cast<unsigned>(character->code));
    else
      out += character->bytes;
  }
  return out;
}

std::optional<Code> Code::fill(const Template& code,
                               std::span<const std::optional<std::string>> literals) {
  for (const auto& literal : literals)
    if (!literal) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < code.text.size(); ++i) {
    if (!Template::is_placeholder(code.text, i)) {
      out += code.text[i];
      continue;
    }
    out += *literals[static_cast<std::size_t>(code.text[i + 1] - '0')];
    i += 2;
  }
  return Code(std::move(out));
}

bool is_guid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

}  // namespace digue::produce
