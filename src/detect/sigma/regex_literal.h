// What a regular expression asks of a text before it is worth running, and a form of it that runs
// faster.
#pragma once
#include <string>
#include <string_view>

namespace digue::detect::sigma {

struct RegexNeeds {
  // The longest run of plain letters that it can't do without, as written; empty when there is
  // none, or when it cannot be told.
  std::string literal;
  // The ASCII letter that it asks for most often, in lower case, and how often; 0 times when none.
  char letter = '\0';
  std::size_t times = 0;
};

// Of an expression that PCRE2 has compiled.
RegexNeeds needs_of(std::string_view expression);

// The same expression, found in the same texts, that does not try every place of a letter between
// two `.*`: the first one does.  `\+.*\+.*\+` would else take a time that grows with a power of the
// text.  As it is written where that is not sure; without the flag that lets a dot be a line's end.
std::string with_first_places(std::string_view expression);

}  // namespace digue::detect::sigma
