#include "logbook/order.h"

#include <doctest/doctest.h>

namespace digue::logbook {

namespace {
Order of(const std::vector<std::optional<std::uint64_t>>& claims) {
  return order_of(claims, 100);
}
using Numbers = std::vector<std::uint64_t>;
using Indexes = std::vector<std::size_t>;
}  // namespace

TEST_CASE("what is in order is sound") {
  CHECK(of({0, 1, 2, 3}).sound());
  CHECK(of({0, 1, 2, 3}).end == 4);
  CHECK(of({}).end == 0);
}

TEST_CASE("an entry taken out is named, and those after it are not") {
  const auto order = of({0, 1, 3, 4});
  CHECK(order.missing == Numbers{2});
  CHECK(order.moved.empty());
  CHECK(order.end == 5);
}

TEST_CASE("two entries exchanged are named, nothing is missing") {
  const auto order = of({0, 4, 2, 3, 1, 5});
  CHECK(order.missing.empty());
  CHECK(order.moved == Indexes{1, 4});
}

TEST_CASE("a copy is inserted, not moved") {
  const auto order = of({0, 1, 2, 1, 3});
  CHECK(order.inserted.size() == 1);
  CHECK(order.missing.empty());
}

TEST_CASE("an entry that can't be trusted fills one gap") {
  CHECK(of({0, {}, 2, 3}).sound());
  CHECK(of({0, {}, 3, 4}).missing == Numbers{2});
  CHECK(of({0, 1, {}}).end == 3);
}

TEST_CASE("an absurd number costs nothing") {
  const auto order = of({0, UINT64_MAX - 1});
  CHECK(order.missing.size() == 100);
  CHECK(order.missing_left_out == UINT64_MAX - 2 - 100);
}

}  // namespace digue::logbook
