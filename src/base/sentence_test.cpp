#include "base/sentence.h"

#include <doctest/doctest.h>

namespace digue {

inline constexpr Sentence lost{"{1} lignes perdues dans {0}.", "{1} rows lost in {0}."};

TEST_CASE("a message says the same in both languages") {
  const Message message = tell<lost>("a.csv", 3);
  CHECK(message.french == "3 lignes perdues dans a.csv.");
  CHECK(message.english == "3 rows lost in a.csv.");
}

TEST_CASE("braces that come from evidence are left alone") {
  CHECK(tell<lost>("{1}{0}", 3).english == "3 rows lost in {1}{0}.");
}

}  // namespace digue
