#include <array>

#include "exercise/output.h"

#include <doctest/doctest.h>

namespace digue::exercise {

TEST_CASE("a row is quoted where it must be, or everywhere") {
  const std::array<std::string, 4> cells = {"a", "b,c", "say \"so\"", ""};
  CHECK(csv_row(cells, ',', false) == "a,\"b,c\",\"say \"\"so\"\"\",\r\n");
  CHECK(csv_row(cells, ',', true) == "\"a\",\"b,c\",\"say \"\"so\"\"\",\"\"\r\n");
  CHECK(csv_row(cells, ';', false) == "a;b,c;\"say \"\"so\"\"\";\r\n");
}

TEST_CASE("JSON is laid out as Windows PowerShell does") {
  CHECK(powershell_json(R"({"a":"l'<b>","c":[],"d":[1,true]})") ==
        "{\r\n    \"a\":  \"l\\u0027\\u003cb\\u003e\",\r\n    \"c\":  [],\r\n"
        "    \"d\":  [\r\n        1,\r\n        true\r\n    ]\r\n}");
  CHECK(powershell_json(R"({"a":"\"{,:"})") == "{\r\n    \"a\":  \"\\\"{,:\"\r\n}");
}

TEST_CASE("text is written in the encodings of Windows") {
  using namespace std::string_literals;
  CHECK(utf16_from_utf8("é😀") == "\xe9\x00\x3d\xd8\x00\xde"s);
  CHECK(windows_1252_from_utf8("Règle d’absence – œ…漢") ==
        "R\xe8gle d\x92"
        "absence \x96 \x9c\x85?");
}

TEST_CASE("dates are written as an American and as a French Windows do") {
  const Instant noon = *from_civil_utc({2026, 5, 9, 12, 4, 35});
  CHECK(us_time(noon) == "5/9/2026 12:04:35 PM");
  CHECK(us_time(noon - 12 * hour_ms) == "5/9/2026 12:04:35 AM");
  CHECK(us_time(noon + 2 * hour_ms) == "5/9/2026 2:04:35 PM");
  CHECK(french_time(noon) == "09/05/2026 12:04:35");
}

}  // namespace digue::exercise
