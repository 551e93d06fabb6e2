#include "read/blocks.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace digue::read {

TEST_CASE("every way to mark blocks gives the same bits") {
  std::mt19937 random(3);
  const std::string_view wanted = "\",\n{";
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 192; ++i) text += "\",\n{}ab\xe9"[random() % 8];
    std::vector<std::uint64_t> expected(12), got(12);
    for (std::size_t i = 0; i < text.size(); ++i)
      for (std::size_t c = 0; c < wanted.size(); ++c)
        if (text[i] == wanted[c]) expected[i / 64 * 4 + c] |= std::uint64_t{1} << (i % 64);
    for (const auto way : ways_to_mark_blocks()) {
      way(text, wanted, got.data());
      CHECK(got == expected);
    }
  }
}

TEST_CASE("every way to undouble quotes gives the same text, and refuses a single quote") {
  std::mt19937 random(5);
  for (int round = 0; round < 1000; ++round) {
    std::string plain, doubled;
    const std::size_t size = random() % 300;
    while (plain.size() < size) plain += "\"ab\"c"[random() % 5];
    for (const char c : plain) doubled += c == '"' ? "\"\"" : std::string(1, c);
    for (const auto way : ways_to_copy_undoubled()) {
      std::string out(doubled.size() + 64, '#');
      const std::size_t copied = way(doubled, out.data());
      REQUIRE(copied == plain.size());
      CHECK(out.substr(0, copied) == plain);
      doubled.insert(random() % (doubled.size() + 1), 1, '"');
      out.resize(doubled.size() + 64);
      CHECK(way(doubled, out.data()) == std::string_view::npos);
      doubled.erase();
      for (const char c : plain) doubled += c == '"' ? "\"\"" : std::string(1, c);
    }
  }
}

}  // namespace digue::read
