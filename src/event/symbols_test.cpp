#include "event/symbols.h"

#include <doctest/doctest.h>

#include <string>

namespace digue::event {

TEST_CASE("texts that are looked up together have the symbols they have one by one") {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back(i % 7 == 0 ? "" : "t" + std::to_string(i % 3001));
  Symbols together, one_by_one;
  const auto symbols =
      together.intern_all(std::vector<std::string_view>(texts.begin(), texts.end()));
  REQUIRE(symbols.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(symbols[i] == one_by_one.intern(texts[i]));
    CHECK(together.text(symbols[i]) == texts[i]);
  }
  CHECK(together.size() == one_by_one.size());
}

TEST_CASE("a text that is kept apart is found by its own symbol only") {
  Symbols symbols;
  const auto apart = symbols.keep_apart("<1@ch.example>"),
             again = symbols.keep_apart("<1@ch.example>");
  CHECK(apart != again);
  CHECK(symbols.find("<1@ch.example>") == no_symbol);
  const auto shared = symbols.intern("<1@ch.example>");
  CHECK(shared != apart);
  CHECK(symbols.find("<1@ch.example>") == shared);
  CHECK(symbols.text(apart) == symbols.text(shared));
  CHECK(symbols.is_apart(again));
  CHECK_FALSE(symbols.is_apart(shared));
  CHECK(symbols.keep_apart("") == no_symbol);
}

}  // namespace digue::event
