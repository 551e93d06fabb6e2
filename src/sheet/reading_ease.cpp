#include "sheet/reading_ease.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace digue::sheet {

namespace {

constexpr char acute = 'E';      // é
constexpr char diaeresis = 'I';  // ë ï ü: they start a syllable
constexpr char joint = '-';      // a hyphen
constexpr char elision = '\'';

// A letter in 0xC3 0x80..0xBF, by its second byte: the letter without its accent, or a mark above.
char latin_1_letter(unsigned char second) {
  static constexpr std::string_view plain =
      "aaaaaaaceEeIiiiIdnoooooxouuuIytsaaaaaaaceEeIiiiIdnooooo-ouuuIyty";
  return plain[second - 0x80U];
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || c == acute || c == diaeresis;
}

bool is_vowel(char c) {
  return std::string_view("aeiouyEI").find(c) != std::string_view::npos;
}

// The word as plain letters, marks of the rules above, digits as '0', and nothing else.
std::string letters_of(std::string_view word) {
  std::string out;
  const auto text = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool more = i + 1 < word.size();
    const auto byte = text(i) | 0x20U;
    if (text(i) < 0x80 && byte >= 'a' && byte <= 'z')
      out += static_cast<char>(byte);
    else if (word[i] >= '0' && word[i] <= '9')
      out += '0';
    else if (word[i] == '-' || word[i] == '/' || word[i] == '.' || word[i] == '@')
      out += joint;
    else if (word[i] == '\'' || word.substr(i, 3) == "\u2019")
      out += elision;
    else if (text(i) == 0xC3 && more && text(i + 1) >= 0x80 && text(i + 1) <= 0xBF)
      out += latin_1_letter(text(++i));
    else if (text(i) == 0xC5 && more && (text(i + 1) == 0x92 || text(i + 1) == 0x93))
      out += 'o', ++i;
  }
  return out;
}

// The syllables of letters without a joint.
class Part {
 public:
  explicit Part(std::string_view letters) : letters_(letters) {}

  std::size_t count() const {
    std::size_t nuclei = 0;
    for (std::size_t i = 0; i < letters_.size(); ++i) nuclei += starts_syllable(i) ? 1 : 0;
    return nuclei > 1 && ends_mute() ? nuclei - 1 : nuclei;
  }

 private:
  char at(std::size_t i) const { return i < letters_.size() ? letters_[i] : '\0'; }
  char before(std::size_t i, std::size_t by) const { return i >= by ? letters_[i - by] : '\0'; }

  bool sounds(std::size_t i) const {
    const char c = at(i), previous = before(i, 1);
    const bool vowel_next = is_vowel(at(i + 1));
    if (c == 'u' && previous == 'q') return false;
    if (c == 'u' && previous == 'g' && vowel_next) return false;
    if (c == 'y' && vowel_next && (i == 0 || is_vowel(previous))) return false;
    return is_vowel(c);
  }

  bool follows_cluster(std::size_t i) const {  // the i of "client", "février"
    const char liquid = before(i, 1), first = before(i, 2);
    return (liquid == 'l' || liquid == 'r') && first != '\0' && !is_vowel(first) && first != liquid;
  }

  bool starts_syllable(std::size_t i) const {
    if (!sounds(i)) return false;
    if (i == 0 || !sounds(i - 1) || at(i) == diaeresis) return true;
    const char previous = at(i - 1);
    if (previous == acute) return !is_final_e(i);
    const bool open = std::string_view("aeoE").find(at(i)) != std::string_view::npos;
    return previous == 'i' && open && follows_cluster(i - 1) && !is_final_e(i);
  }

  bool is_final_e(std::size_t i) const {
    return at(i) == 'e' && (i + 1 == letters_.size() || letters_.substr(i + 1) == "s");
  }

  // Its final e is a syllable of its own, and is not heard.
  bool ends_mute() const {
    const std::size_t last = letters_.size() - (letters_.ends_with('s') ? 2 : 1);
    return last < letters_.size() && is_final_e(last) && starts_syllable(last);
  }

  std::string_view letters_;
};

std::size_t part_syllables(std::string_view part, bool elided) {
  const auto heard = Part(part).count();
  if (heard > 0 || elided) return heard;
  if (part.find('0') != std::string_view::npos) return 1;
  return part.size();  // spelt
}

bool ends_sentence(char c) {
  return std::string_view(".!?:;").find(c) != std::string_view::npos;
}

// Calls `each` with the words of a text, as they stand between spaces.
template <class Each>
void each_word(std::string_view text, const Each& each) {
  const auto is_space = [&](std::size_t i) {
    return text[i] == ' ' || text[i] == '\n' || text.substr(i, 2) == "\u00A0" ||
           text.substr(i, 3) == "\u202F";
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_space(i)) continue;
    if (i > start) each(text.substr(start, i - start));
    start = i + 1;
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80)
      ++start;
    i = start > i + 1 ? start - 1 : i;
  }
}

bool has_letter(std::string_view word) {
  const auto letters = letters_of(word);
  return std::any_of(letters.begin(), letters.end(),
                     [](char c) { return is_letter(c) || c == '0'; });
}

}  // namespace

std::size_t syllables(std::string_view french_word) {
  const auto letters = letters_of(french_word);
  std::size_t total = 0, start = 0;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    const char c = i < letters.size() ? letters[i] : joint;
    if (c != joint && c != elision) continue;
    total += part_syllables(std::string_view(letters).substr(start, i - start), c == elision);
    start = i + 1;
  }
  return total;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  each_word(text, [&](std::string_view word) { words += has_letter(word) ? 1 : 0; });
  return words;
}

double reading_ease(std::string_view french) {
  double words = 0, heard = 0, sentences = 0;
  bool open = false;
  each_word(french, [&](std::string_view word) {
    if (has_letter(word)) {
      words += 1;
      heard += static_cast<double>(syllables(word));
      open = true;
    }
    if (!open || !ends_sentence(word.back())) return;
    sentences += 1;
    open = false;
  });
  if (words == 0) return 207;
  if (open) sentences += 1;
  return 207 - 1.015 * words / sentences - 73.6 * heard / words;
}

}  // namespace digue::sheet
