#include "detect/sigma/fold.h"

#include <doctest/doctest.h>

namespace digue::detect::sigma {

TEST_CASE("capitals of ASCII lose their case, wherever they stand, and nothing else changes") {
  for (int code = 1; code < 0x80; ++code) {
    const char letter = static_cast<char>(code);
    const char wanted = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    for (const std::size_t place : {0U, 7U, 8U, 15U, 16U, 18U}) {
      std::string text(19, '-'), made(19, '-');
      text[place] = letter;
      made[place] = wanted;
      CHECK(folded(text) == made);
    }
  }
  CHECK(folded("").empty());
}

TEST_CASE("letters of other alphabets lose their case too") {
  CHECK(folded("ABCDEFGHÉCOLE ET ÎLE") == "abcdefghécole et île");
  CHECK(folded("É") == "é");
  CHECK(folded("ΔΟΚΙΜΗ STRASSE") == folded("δοκιμη straße"));
}

}  // namespace digue::detect::sigma
