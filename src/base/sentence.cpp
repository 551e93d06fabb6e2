#include "base/sentence.h"

namespace digue {

std::string_view language_code(Language language) {
  return language == Language::french ? "fr" : "en";
}

// Not fmt: an argument comes from evidence and may itself hold braces; this never looks at it.
static std::string fill(std::string_view pattern, std::span<const Message> arguments,
                        Language language) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < arguments.size()) {
        out += arguments[index].in(language);
        i += 2;
        continue;
      }
    }
    out += pattern[i];
  }
  return out;
}

Message compose(const Sentence& sentence, std::span<const Message> arguments) {
  return {fill(sentence.french, arguments, Language::french),
          fill(sentence.english, arguments, Language::english)};
}

}  // namespace digue
