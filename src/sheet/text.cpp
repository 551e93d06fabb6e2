#include "sheet/text.h"

#include <algorithm>

namespace digue::sheet {

static constexpr std::string_view no_break_space = "\u00A0";

static bool ends_sentence(std::string_view text, std::size_t i) {
  const bool mark = std::string_view(".!?;:").find(text[i]) != std::string_view::npos;
  return mark && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
}

static bool is_word(std::string_view text, std::size_t i) {
  const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
  const auto byte = static_cast<unsigned char>(text[i]);
  const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  return starts && (letter || (byte >= '0' && byte <= '9') || byte >= 0xC3);
}

std::size_t longest_sentence(std::string_view text) {
  std::size_t longest = 0, words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_word(text, i)) ++words;
    longest = std::max(longest, words);
    if (ends_sentence(text, i)) words = 0;
  }
  return longest;
}

static bool wants_no_break(std::string_view before, std::string_view after) {
  if (before.ends_with("«")) return true;
  for (const std::string_view mark : {":", ";", "!", "?", "%", "»"})
    if (after.starts_with(mark)) return true;
  return false;
}

std::string french_spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' && wants_no_break(text.substr(0, i), text.substr(i + 1)))
      out += no_break_space;
    else
      out += text[i];
  }
  return out;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

}  // namespace digue::sheet
