#include "finding/finding.h"

#include <doctest/doctest.h>

namespace digue::finding {

TEST_CASE("an id depends on the rule and on what was found, and on nothing else") {
  CHECK(make_id("R10", "a") == make_id("R10", "a"));
  CHECK(make_id("R10", "a") != make_id("R11", "a"));
  CHECK(make_id("R10", "a").size() == 18);
}

TEST_CASE("a tidy finding does not depend on the order of its rows") {
  Finding a, b;
  a.accounts = {"b", "a", "b", ""};
  b.accounts = {"a", "b"};
  a.evidence = {{{0, 2, 2, 20}}, {{0, 1, 1, 10}}, {{0, 2, 2, 20}}};
  tidy(a);
  CHECK(a.accounts == b.accounts);
  CHECK(a.evidence.size() == 2);
  CHECK(a.evidence[0].place.record == 1);
}

}  // namespace digue::finding
