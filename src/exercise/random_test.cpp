#include "exercise/random.h"

#include <doctest/doctest.h>
#include <set>

namespace digue::exercise {

// Fixed for ever: the bytes of every exercise hang on them.
TEST_CASE("a seed's numbers are the published generator's") {
  Random zero(0);
  // splitmix64 of 0 gives the state; the first outputs of xoshiro256** follow from it.
  CHECK(zero.next() == 11091344671253066420ULL);
  CHECK(zero.next() == 13793997310169335082ULL);
}

TEST_CASE("a fork depends on its purpose and moves nothing") {
  Random one(42), other(42);
  CHECK(one.fork("people").next() != one.fork("places").next());
  CHECK(one.fork("people").next() == other.fork("people").next());
  CHECK(one.next() == other.next());
}

TEST_CASE("numbers stay within their bounds, and reach both") {
  Random random(1);
  std::set<int> seen;
  for (int i = 0; i < 200; ++i) seen.insert(random.between(3, 6));
  CHECK(seen == std::set<int>{3, 4, 5, 6});
}

TEST_CASE("a made GUID has its version and its variant") {
  Random random(9);
  for (int i = 0; i < 20; ++i) {
    const std::string guid = random.guid();
    REQUIRE(guid.size() == 36);
    CHECK(guid[8] == '-');
    CHECK(guid[14] == '4');
    CHECK(std::string("89ab").find(guid[19]) != std::string::npos);
  }
}

}  // namespace digue::exercise
