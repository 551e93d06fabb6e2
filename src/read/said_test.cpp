#include "read/said.h"

#include <doctest/doctest.h>

namespace digue::read {

TEST_CASE("the host that a client went to is a name rather than an address") {
  CHECK(destination_of("evil.example", "http://198.51.100.7/a") == "evil.example");
  CHECK(destination_of("198.51.100.7", "http://evil.example:8080/a") == "evil.example");
  CHECK(destination_of("198.51.100.7:443", "evil.example/a?b=c") == "evil.example");
  CHECK(destination_of("", "https://evil.example/") == "evil.example");
  CHECK(destination_of("", "evil.example:443") == "evil.example");
}

TEST_CASE("a path or a file names no host") {
  CHECK(destination_of("198.51.100.7", "/a/b") == "198.51.100.7");
  CHECK(destination_of("198.51.100.7", "facture.zip") == "198.51.100.7");
  CHECK(destination_of("", "/a/b").empty());
}

TEST_CASE("an address of IPv6 is kept whole") {
  CHECK(destination_of("2001:db8::7", "") == "2001:db8::7");
  CHECK(destination_of("[2001:db8::7]:443", "") == "2001:db8::7");
  CHECK(destination_of("2001:db8::7", "http://evil.example/") == "evil.example");
}

}  // namespace digue::read
