#include "read/m365/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace digue::read::m365 {

static bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

static char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string camel_case(std::string_view words) {
  words = trimmed(words);
  if (words.find_first_of(" -_") == std::string_view::npos) {
    std::string word(words);
    // "Success" of the portal is "success"; an abbreviation ("ROPC") is wholly lower.
    if (std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      return lower(word);
    if (!word.empty()) word[0] = lower(words.substr(0, 1))[0];
    return word;
  }
  std::string out;
  bool starts_word = false;
  for (const char c : lower(words)) {
    if (!is_letter_or_digit(c)) {
      starts_word = !out.empty();
      continue;
    }
    out += starts_word ? upper(c) : c;
    starts_word = false;
  }
  return out;
}

std::string_view truth_of(std::string_view word) {
  static constexpr std::array<std::string_view, 4> yes = {"true", "yes", "oui", "vrai"};
  static constexpr std::array<std::string_view, 4> no = {"false", "no", "non", "faux"};
  const std::string small = lower(trimmed(word));
  if (std::find(yes.begin(), yes.end(), small) != yes.end()) return "True";
  if (std::find(no.begin(), no.end(), small) != no.end()) return "False";
  return {};
}

}  // namespace digue::read::m365
