#include "base/hex.h"

#include <doctest/doctest.h>

#include <string>

namespace digue {

TEST_CASE("the digits are those of the C locale, of all 256 bytes") {
  const std::string digits = "0123456789abcdefABCDEF";
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CAPTURE(byte);
    CHECK(is_hex_digit(c) == (c != '\0' && digits.find(c) != std::string::npos));
  }
}

TEST_CASE("our own names are in small letters") {
  CHECK(is_hex("00aF"));
  CHECK_FALSE(is_hex("00ag"));
  CHECK(is_lower_hex("00af"));
  CHECK_FALSE(is_lower_hex("00aF"));
  CHECK_FALSE(is_lower_hex("../00"));
}

}  // namespace digue
