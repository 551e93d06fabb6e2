#include "server/people/cbor.h"

#include <doctest/doctest.h>

using namespace std::string_view_literals;

namespace digue::server {

TEST_CASE("CBOR that announces what it holds is within its bytes") {
  CHECK(is_cbor_within_its_bytes(""));
  CHECK(is_cbor_within_its_bytes("\xa1\x01\x02"));  // {1: 2}
  CHECK(
      is_cbor_within_its_bytes("\xa2\x01\x43"
                               "abc"
                               "\x20\x80"sv));  // {1: 'abc', -1: []}
  CHECK(
      is_cbor_within_its_bytes("\x59\x00\x03"
                               "abc"sv));                                   // a length of two bytes
  CHECK(is_cbor_within_its_bytes("\x1b\xff\xff\xff\xff\xff\xff\xff\xff"));  // a number, however big
}

TEST_CASE("CBOR that announces more than its bytes is not") {
  CHECK_FALSE(
      is_cbor_within_its_bytes("\x43"
                               "ab"));  // three bytes of two
  CHECK_FALSE(
      is_cbor_within_its_bytes("\x9a\x71\x71\x52\x20"));  // an array of 1.9 thousand million
  CHECK_FALSE(is_cbor_within_its_bytes("\xbb\xff\xff\xff\xff\xff\xff\xff\xff"));
  CHECK_FALSE(is_cbor_within_its_bytes("\xa2\x01\x02"));  // two pairs of one
  CHECK_FALSE(is_cbor_within_its_bytes("\x59\x00"));      // cut within its head
  CHECK_FALSE(is_cbor_within_its_bytes("\x9f\x01\xff"));  // a length left open
}

}  // namespace digue::server
