// The quoting wall: the only way for a word of the evidence into a PowerShell script.
//
// Rule names and addresses are written by the intruder.  A piece of script is therefore a Template,
// text of ours known at compile time, whose placeholders {0}, {1}... are filled with quoted
// literals and with nothing else; there is no way to make a Code out of a run-time text.
//
//   inline constexpr Template disable{"Disable-InboxRule -Identity {0} -Confirm:$false"};
//   std::optional<Code> code = write<disable>(rule_name);  // nothing: the name was refused
//
// Texts are UTF-8.  Plain functions, thread-safe.
// Source for the quotes: PowerShell language specification, 2.3.5.2 (a single-quoted string ends at
// U+0027, U+2018, U+2019, U+201A or U+201B; two in a row stand for one).
#pragma once
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digue::produce {

// Names longer than this are refused: no object of the platform bears one.
inline constexpr std::size_t longest_literal = 4096;

// A single-quoted literal that PowerShell reads back as exactly `text`.  Nothing when a person who
// reviews the script could not see what is there: control, line-separating, text-direction and
// other invisible characters, bytes that are not UTF-8, more than longest_literal bytes.
std::optional<std::string> quoted(std::string_view text);
// @('a', 'b'); nothing when one of them is refused.
std::optional<std::string> quoted(const std::vector<std::string>& texts);
// $null when there is none.
std::optional<std::string> quoted(const std::optional<std::string>& text);
inline std::optional<std::string> quoted(const std::string& text) {
  return quoted(std::string_view(text));
}
inline std::optional<std::string> quoted(const char* text) {
  return quoted(std::string_view(text));
}
// A number as it is; a bool as $true or $false.
template <std::integral Value>
std::optional<std::string> quoted(Value value) {
  if constexpr (std::same_as<Value, bool>) return value ? "$true" : "$false";
  return std::to_string(value);
}

// The text with every character that quoted() refuses written as ‹U+000A›, and cut after `longest`
// characters: safe to print, on one line.
inline constexpr std::size_t longest_shown = 200;
std::string shown(std::string_view text, std::size_t longest = longest_shown);

struct Template {
  std::string_view text;
  unsigned arity = 0;

  // Placeholders must be {0}, {1}... without a hole, outside quotes: they bring their own.
  consteval Template(const char* code) : text(code) {
    unsigned mask = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\'') inside = !inside;
      if (!is_placeholder(text, i)) continue;
      if (inside) throw "a placeholder inside quotes";
      mask |= 1U << (text[i + 1] - '0');
    }
    for (unsigned left = mask; left != 0; left >>= 1) ++arity;
    if (mask + 1 != (1U << arity)) throw "placeholders must be {0}, {1}... without a hole";
  }

  static constexpr bool is_placeholder(std::string_view text, std::size_t i) {
    return i + 2 < text.size() && text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' &&
           text[i + 2] == '}';
  }
};

// Script text that came through the wall.
class Code {
 public:
  const std::string& text() const { return text_; }
  static std::optional<Code> fill(const Template& code,
                                  std::span<const std::optional<std::string>> literals);

 private:
  explicit Code(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// Nothing when a word is refused; the number of words is checked at compile time.
template <const Template& code, class... Words>
std::optional<Code> write(const Words&... words) {
  static_assert(sizeof...(Words) == code.arity, "one word for each placeholder");
  if constexpr (sizeof...(Words) == 0) {
    return Code::fill(code, {});
  } else {
    const std::optional<std::string> literals[] = {quoted(words)...};
    return Code::fill(code, literals);
  }
}

// 8-4-4-4-12 hexadecimal digits and nothing else.
bool is_guid(std::string_view text);

}  // namespace digue::produce
