#include "produce/report/wording.h"

#include <doctest/doctest.h>

using namespace digue;
using namespace digue::produce::report;

TEST_CASE("a date is written in words, with the offset that held then") {
  const Zone paris = *Zone::named("Europe/Paris");
  const Instant winter = *parse_rfc3339("2026-02-28T23:30:00Z");
  const Instant summer = *parse_rfc3339("2026-07-14T10:00:00Z");
  CHECK(long_time(winter, paris, Language::french) == "1er mars 2026 à 00:30:00 (UTC+01:00)");
  CHECK(long_time(winter, paris, Language::english) == "1 March 2026, 00:30:00 (UTC+01:00)");
  CHECK(long_time(summer, paris, Language::french) == "14 juillet 2026 à 12:00:00 (UTC+02:00)");
  CHECK(long_time(Instant::unknown, paris, Language::english) == "date not known");
}

TEST_CASE("numbers are grouped as each language does") {
  CHECK(number_text(0, Language::english) == "0");
  CHECK(number_text(999, Language::english) == "999");
  CHECK(number_text(1048576, Language::english) == "1,048,576");
  CHECK(number_text(48112, Language::french) == "48\u202F112");
}

TEST_CASE("French punctuation does not start a line") {
  CHECK(typeset("la règle « x » : oui ?", Language::french) ==
        "la règle «\u00A0x\u00A0»\u00A0: oui\u00A0?");
  CHECK(typeset("a : b", Language::english) == "a : b");
}
