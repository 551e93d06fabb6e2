#include "read/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/collector.h"

namespace digue::read {

static std::string utc(std::string_view text, const std::vector<std::string>& file = {},
                       const Told& told = {}) {
  DateReader reader(told, ZonelessDates::are_utc, [&](DateOrderScan& scan) {
    for (const auto& other : file) scan.see(other);
  });
  return rfc3339(reader.read(text).time);
}

TEST_CASE("dates that can mean one thing only are read") {
  CHECK(utc("2023-09-20T16:05:03.0000000Z") == "2023-09-20T16:05:03Z");
  CHECK(utc("2023-09-20T16:05:03.1234567+02:00") == "2023-09-20T14:05:03.123Z");
  CHECK(utc("2023-09-20 16:05") == "2023-09-20T16:05:00Z");
  CHECK(utc("2023-09-20") == "2023-09-20T00:00:00Z");
  CHECK(utc("9/20/2023 4:05:03 AM") == "2023-09-20T04:05:03Z");
  CHECK(utc("9/20/2023 12:05:03 AM") == "2023-09-20T00:05:03Z");
  CHECK(utc("9/20/2023 12:05:03 PM") == "2023-09-20T12:05:03Z");
  CHECK(utc("9/20/2023, 4:05:03\xe2\x80\xafPM") == "2023-09-20T16:05:03Z");
  CHECK(utc("20/09/2023 16:05:03") == "2023-09-20T16:05:03Z");
  CHECK(utc("20/09/2023 16h05") == "2023-09-20T16:05:00Z");
  CHECK(utc("01.02.2023 16:05") == "2023-02-01T16:05:00Z");
  CHECK(utc("20 sept. 2023 à 16:05") == "2023-09-20T16:05:00Z");
  CHECK(utc("mercredi 20 septembre 2023 16:05:03") == "2023-09-20T16:05:03Z");
  CHECK(utc("1er août 2023") == "2023-08-01T00:00:00Z");
  CHECK(utc("Sep 20, 2023 4:05:03 PM") == "2023-09-20T16:05:03Z");
  CHECK(utc("Wed, 20 Sep 2023 04:05:03 GMT") == "2023-09-20T04:05:03Z");
  CHECK(utc("/Date(1695225903000)/") == "2023-09-20T16:05:03Z");
  CHECK(utc("\\/Date(1695225903000+0200)\\/") == "2023-09-20T16:05:03Z");
  CHECK(utc("1695225903") == "2023-09-20T16:05:03Z");
  CHECK(utc("1695225903000") == "2023-09-20T16:05:03Z");
  CHECK(utc("03/03/2023 10:00") == "2023-03-03T10:00:00Z");
}

TEST_CASE("what is no date has no time") {
  for (const auto* text : {"", "yesterday", "2023-13-45", "99/99/2023", "2023-09-20T25:00:00Z",
                           "9/20/2023 13:05 PM", "20/09/2023 16:05:03 and more", "/Date()/", "1",
                           "//", "5 5 5 5", "2023-02-30", "13/13/2023"})
    CHECK(utc(text) == "");
}

TEST_CASE("the file decides which of day and month comes first") {
  CHECK(utc("03/04/2023 10:00", {"03/04/2023", "25/04/2023"}) == "2023-04-03T10:00:00Z");
  CHECK(utc("03/04/2023 10:00", {"03/04/2023", "4/25/2023"}) == "2023-03-04T10:00:00Z");
  CHECK(utc("03/04/2023 10:00", {"03/04/2023"}) == "");
  CHECK(utc("03/04/2023 10:00", {"25/04/2023", "04/25/2023"}) == "");
  CHECK(utc("25/04/2023 10:00", {"25/04/2023", "04/25/2023"}) == "2023-04-25T10:00:00Z");
}

TEST_CASE("what the person told wins") {
  CHECK(utc("03/04/2023 10:00", {}, {DateOrder::day_first}) == "2023-04-03T10:00:00Z");
  CHECK(utc("03/04/2023 10:00", {"25/04/2023"}, {DateOrder::month_first}) ==
        "2023-03-04T10:00:00Z");
}

TEST_CASE("a record that carries its moment twice decides for the file") {
  DateOrderScan scan;
  scan.see_with_known("3/4/2023 10:00:00 PM", *parse_rfc3339("2023-03-04T22:00:00Z"));
  CHECK(scan.order() == DateOrder::month_first);
  DateOrderScan other;
  other.see_with_known("3/4/2023 00:30", *parse_rfc3339("2023-04-02T22:30:00Z"));
  CHECK(other.order() == DateOrder::day_first);
}

TEST_CASE("undecided dates are counted and told once, and local ones are marked") {
  DateReader reader({}, ZonelessDates::are_local, [](DateOrderScan&) {});
  CHECK_FALSE(reader.read("03/04/2023 10:00").time.known());
  CHECK_FALSE(reader.read("05/04/2023 10:00").time.known());
  CHECK(reader.read("2023-04-05 10:00").is_local);
  CHECK_FALSE(reader.read("2023-04-05 10:00 UTC").is_local);
  CHECK_FALSE(reader.read("nonsense").time.known());
  Collector sink;
  reader.remark(sink);
  REQUIRE(sink.remarks().size() == 3);
  CHECK(sink.remarks()[0].english.find("2 dates such as “03/04/2023 10:00”") == 0);
  CHECK(sink.remarks()[2].english.find("1 date without a zone is kept as it is") == 0);
}

TEST_CASE("dates without a zone are read in the one that was told, or assumed, and that is said") {
  for (const bool is_assumed : {false, true}) {
    Told told;
    told.zone = Zone::named("Europe/Paris").value();
    told.zone_is_assumed = is_assumed;
    DateReader reader(told, ZonelessDates::are_local, {});
    CHECK(rfc3339(reader.read("2026-07-08 22:11").time) == "2026-07-08T20:11:00Z");
    CHECK(rfc3339(reader.read("2026-07-08 22:11 UTC").time) == "2026-07-08T22:11:00Z");
    // The hour that comes twice is the first of the two; the one that is skipped is summer time.
    CHECK(rfc3339(reader.read("2026-10-25 02:30").time) == "2026-10-25T00:30:00Z");
    CHECK(rfc3339(reader.read("2026-03-29 02:30").time) == "2026-03-29T00:30:00Z");
    Collector sink;
    reader.remark(sink);
    REQUIRE(sink.remarks().size() == 1);
    const std::string whose = is_assumed ? "in the organisation’s: " : "in the one that was told: ";
    CHECK(sink.remarks()[0].english.find("3 dates without a zone are read " + whose) == 0);
  }
}

TEST_CASE("a column whose header says UTC is UTC") {
  CsvTable table("Date (UTC),User\n03/04/2023 10:00,a\n25/04/2023 10:00,b\n");
  auto dates =
      dates_of_column(table, table.columns().find("Date (UTC)"), {}, ZonelessDates::are_local);
  const auto read = dates.read("03/04/2023 10:00");
  CHECK(rfc3339(read.time) == "2023-04-03T10:00:00Z");
  CHECK_FALSE(read.is_local);
}

}  // namespace digue::read
