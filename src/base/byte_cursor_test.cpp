#include "base/byte_cursor.h"

#include <doctest/doctest.h>

namespace digue {

using namespace std::string_view_literals;

TEST_CASE("a cursor reads little-endian numbers and bytes in order") {
  ByteCursor cursor(
      "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"
      "ab"sv);
  CHECK(cursor.u8("one") == 0x01);
  CHECK(cursor.u16("two") == 0x0302);
  CHECK(cursor.u32("four") == 0x07060504);
  CHECK(cursor.u64("eight") == 0x0f0e0d0c0b0a0908);
  CHECK(cursor.peek() == 'a');
  CHECK(cursor.bytes(2, "text") == "ab");
  CHECK(cursor.left() == 0);
  CHECK_FALSE(cursor.failed());
}

TEST_CASE("the first read that does not fit is remembered, and those after it give zeros") {
  ByteCursor cursor("\x01\x02\x03"sv);
  CHECK(cursor.u16("header.size") == 0x0201);
  CHECK(cursor.u32("header.flags") == 0);
  CHECK(cursor.u8("header.version") == 0);
  CHECK(cursor.bytes(1, "header.name").empty());
  CHECK(cursor.what() == "header.flags"sv);
  CHECK(cursor.at() == 2);
  CHECK(cursor.left() == 0);
}

TEST_CASE("a cursor that starts past the end has failed") {
  CHECK(ByteCursor("abc"sv, 4).failed());
  CHECK_FALSE(ByteCursor("abc"sv, 3).failed());
  ByteCursor huge("abc"sv);
  huge.skip(static_cast<std::size_t>(-1), "table");
  CHECK(huge.what() == "table"sv);
}

}  // namespace digue
