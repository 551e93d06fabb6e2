// Every sentence that a user may see, in French and in English, side by side.
//
// A Sentence is a constant with both texts; its constructor runs at compile time and refuses an
// empty text or placeholders that differ between the two languages, so a missing translation fails
// the build.  Placeholders are numbered: {0}, {1}...  Each room keeps its own in sentences.h.
//
//   inline constexpr Sentence truncated{"{0} est tronqué à l’octet {1}.",
//                                       "{0} is cut short at byte {1}."};
//   Message message = tell<truncated>(file_name, offset);
//
// Messages are plain values: thread-safe to copy, and they can cross a process boundary.
#pragma once
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace digue {

enum class Language : std::uint8_t { french, english };

// Two letters, "fr" or "en".
std::string_view language_code(Language language);

struct Sentence {
  std::string_view french;
  std::string_view english;
  unsigned arity;  // how many arguments the placeholders ask for

  consteval Sentence(const char* french_text, const char* english_text)
      : french(french_text), english(english_text), arity(arity_of(french)) {
    if (french.empty() || english.empty()) throw "a sentence lacks one of its languages";
    if (mask_of(french) != mask_of(english)) throw "placeholders differ between the languages";
    if (mask_of(french) + 1 != (1U << arity))
      throw "placeholders must be {0}, {1}... without a hole";
  }

  constexpr std::string_view in(Language language) const {
    return language == Language::french ? french : english;
  }

 private:
  // Bit n is set when {n} occurs; one digit is enough for any sentence that can be read aloud.
  static constexpr unsigned mask_of(std::string_view text) {
    unsigned mask = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
      if (text[i] == '{' && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9')
        mask |= 1U << (text[i + 1] - '0');
    return mask;
  }
  static constexpr unsigned arity_of(std::string_view text) {
    unsigned count = 0;
    for (unsigned mask = mask_of(text); mask != 0; mask >>= 1) ++count;
    return count;
  }
};

// A sentence with its arguments filled in, in both languages.
struct Message {
  std::string french;
  std::string english;

  const std::string& in(Language language) const {
    return language == Language::french ? french : english;
  }
  bool operator==(const Message&) const = default;
};

// The text of one argument.
inline std::string argument_text(std::string_view text) {
  return std::string(text);
}
inline std::string argument_text(const char* text) {
  return text;
}
inline std::string argument_text(std::integral auto number) {
  return std::to_string(number);
}
// A message as an argument of another: it stays in its own language.
inline Message argument_text(Message message) {
  return message;
}

Message compose(const Sentence& sentence, std::span<const Message> arguments);

inline Message as_message(Message message) {
  return message;
}
inline Message as_message(const std::string& text) {
  return Message{text, text};
}

// Fills in the placeholders; the number of arguments is checked at compile time.
template <const Sentence& sentence, class... Arguments>
Message tell(Arguments&&... arguments) {
  static_assert(sizeof...(Arguments) == sentence.arity, "one argument for each placeholder");
  if constexpr (sizeof...(Arguments) == 0) {
    return compose(sentence, {});
  } else {
    const Message texts[] = {as_message(argument_text(std::forward<Arguments>(arguments)))...};
    return compose(sentence, texts);
  }
}

}  // namespace digue
