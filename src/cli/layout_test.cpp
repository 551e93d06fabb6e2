#include "cli/layout.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace digue::cli {

TEST_CASE("no line is wider than the terminal, and no word is lost") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "règle " + std::to_string(i) + " ";
  const auto out = wrapped(text, 2, 6);
  std::string words;
  for (const auto line : split(out, '\n')) {
    CHECK(width_of(line) <= terminal_columns);
    words += std::string(trimmed(line)) + (line.empty() ? "" : " ");
  }
  CHECK(trimmed(words) == trimmed(text));
}

TEST_CASE("no line begins or ends inside French punctuation") {
  for (std::size_t filler = 60; filler < 80; ++filler) {
    const auto out = wrapped(std::string(filler, 'x') + " dit « oui » : bien !", 0, 0);
    CHECK(out.find("«\n") == std::string::npos);
    CHECK(out.find("\n»") == std::string::npos);
    CHECK(out.find("\n:") == std::string::npos);
  }
}

TEST_CASE("evidence cannot drive the terminal") {
  CHECK(harmless("a\x1b[31mb") == "a\xef\xbf\xbd[31mb");
  CHECK(harmless("a\xe2\x80\xae"
                 "b") ==
        "a\xef\xbf\xbd"
        "b");
  CHECK(harmless("a\xc2\x9b"
                 "b") ==
        "a\xef\xbf\xbd"
        "b");
  CHECK(harmless("Règle d’absence") == "Règle d’absence");
}

}  // namespace digue::cli
