#include "base/sentence.h"

namespace digue {

std::string_view language_code(Language language) {
  return language == Language::french ? "fr" : "en";
}

namespace {

// One is singular; in French none is too.
bool is_singular(std::string_view count, Language language) {
  return count == "1" || (count == "0" && language == Language::french);
}

// What a placeholder stands for: "{0}", or "{0|finding|findings}", whose form argument 0 chooses.
struct Placeholder {
  std::size_t argument = 0;
  std::size_t bytes = 0;  // of the pattern
  std::string_view one, many;

  bool chooses() const { return many.data() != nullptr; }
};

// The one that begins the pattern; none has an argument that is not there.
bool take_placeholder(std::string_view pattern, std::size_t arguments, Placeholder& out) {
  if (pattern.size() < 3 || pattern[0] != '{' || pattern[1] < '0' || pattern[1] > '9') return false;
  out = {static_cast<std::size_t>(pattern[1] - '0'), 3, {}, {}};
  if (out.argument >= arguments) return false;
  if (pattern[2] == '}') return true;
  const auto bar = pattern[2] == '|' ? pattern.find('|', 3) : pattern.npos;
  const auto end = pattern.find('}', 3);
  if (bar == pattern.npos || end == pattern.npos || end < bar) return false;
  out.one = pattern.substr(3, bar - 3);
  out.many = pattern.substr(bar + 1, end - bar - 1);
  out.bytes = end + 1;
  return true;
}

// Not fmt: an argument comes from evidence and may itself hold braces; this never looks at it.
std::string fill(std::string_view pattern, std::span<const Message> arguments, Language language) {
  std::string out;
  while (!pattern.empty()) {
    Placeholder placeholder;
    if (!take_placeholder(pattern, arguments.size(), placeholder)) {
      out += pattern.front();
      pattern.remove_prefix(1);
      continue;
    }
    const auto& argument = arguments[placeholder.argument].in(language);
    if (!placeholder.chooses())
      out += argument;
    else
      out += is_singular(argument, language) ? placeholder.one : placeholder.many;
    pattern.remove_prefix(placeholder.bytes);
  }
  return out;
}

}  // namespace

Message compose(const Sentence& sentence, std::span<const Message> arguments) {
  return {fill(sentence.french, arguments, Language::french),
          fill(sentence.english, arguments, Language::english)};
}

}  // namespace digue
