#include "base/address.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("an address is one of either kind, and nothing around it") {
  for (const std::string text : {"203.0.113.7", "::1", "2001:db8::1"}) CHECK(is_ip_address(text));
  for (const std::string text :
       {"", "203.0.113", "203.0.113.7:443", "[::1]", "fe80::1%eth0", "localhost", "a@203.0.113.7"})
    CHECK_FALSE(is_ip_address(text));
}

}  // namespace digue
