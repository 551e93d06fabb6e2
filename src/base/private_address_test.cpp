#include "base/private_address.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("addresses that the Internet does not route are told from those that it does") {
  for (const auto* const inside :
       {"10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.4.1", "127.0.0.1", "169.254.1.1",
        "100.64.0.1", "224.0.0.251", "::1", "fe80::1", "fd00::1"}) {
    CAPTURE(inside);
    CHECK(is_private_address(inside));
  }
  for (const auto* const outside :
       {"203.0.113.9", "172.32.0.1", "100.128.0.1", "192.169.0.1", "8.8.8.8", "2001:db8::1",
        "example.net", "10.example.net", ""}) {
    CAPTURE(outside);
    CHECK_FALSE(is_private_address(outside));
  }
}

}  // namespace digue
