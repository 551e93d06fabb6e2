#include "base/number.h"

#include <doctest/doctest.h>

#include <string>

namespace digue {

TEST_CASE("a whole number is nothing but digits, and fits") {
  CHECK(whole_number("0") == 0);
  CHECK(whole_number("18446744073709551615") == UINT64_MAX);
  CHECK(whole_number<int>("-12") == -12);
  CHECK(whole_number<std::uint16_t>("ffff", 16) == 0xffff);
  for (const auto* text : {"", " 1", "1 ", "+1", "-1", "1.0", "0x1", "18446744073709551616", "un"})
    CHECK_MESSAGE(!whole_number(text), text);
  CHECK(!whole_number<std::uint16_t>("65536"));
  CHECK(!whole_number<std::uint16_t>("10000", 16));
}

}  // namespace digue
