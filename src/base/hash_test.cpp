#include "base/hash.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("SHA-256 gives the digest of FIPS 180-4's example") {
  CHECK(to_hex(sha256("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("feeding in pieces gives the digest of the whole") {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  CHECK(hash.finish() == sha256("abc"));
}

TEST_CASE("hex and base64 go there and back") {
  for (const std::string text : {"", "f", "fo", "foo", "foob"}) {
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    CHECK(from_hex(to_hex(bytes)) == text);
    CHECK(from_base64(to_base64(text)) == text);
  }
  CHECK(to_base64("foob") == "Zm9vYg==");
  CHECK_FALSE(from_hex("0g"));
  CHECK_FALSE(from_base64("a"));
}

}  // namespace digue
