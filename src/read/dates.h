// Dates as exports write them, to UTC.
//
// Read: ISO 8601 with or without zone and with up to nine digits of fraction
// (2023-09-20T16:05:03.0000000Z, 2023-09-20 16:05), 9/20/2023 4:05:03 AM, 20/09/2023 16:05:03,
// 20.09.2023 16:05 (day first, as everywhere dots are used), 20 Sep 2023, Sep 20, 2023, 20 sept.
// 2023 à 16:05, Wed, 20 Sep 2023 04:05:03 GMT, /Date(1695225903000)/ with or without offset, and
// seconds or milliseconds since 1970.  A zone may follow: Z, UTC, GMT, +02:00.
//
// Where day and month could be either, the order is decided for the whole file from all its dates:
// one that can only be read one way (13 and more) settles it; none, or two that disagree, leave it
// undecided.  Told::date_order wins.  Undecided dates give an unknown time and one remark, never a
// guess.  A date without zone that is local is read in Told::zone.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "read/csv.h"
#include "read/format.h"

namespace digue::read {

// What a date without zone means in this file: said to be UTC (by the header or the format), or
// written in a zone that nobody told.
enum class ZonelessDates : std::uint8_t { are_utc, are_local };

struct ReadDate {
  Instant time;           // unknown when the text is no date, or its order is undecided
  bool is_local = false;  // the text says no zone and the file neither: time is as written
};

// One date's text taken apart.
struct DateParts {
  CivilTime civil;  // month and day as first and second number when order_matters
  bool order_matters = false;
  std::optional<int> offset_minutes;  // a zone was written
  std::optional<Instant> instant;     // the text is a count since 1970
};
std::optional<DateParts> take_apart_date(std::string_view text);

// Collects what the dates of a file prove about the order of day and month.
class DateOrderScan {
 public:
  void see(std::string_view text);
  // For a record that carries the same moment twice, once in a plain form.
  void see_with_known(std::string_view text, Instant known);
  DateOrder order() const;

 private:
  bool month_first_ = false, day_first_ = false;
};

// Reads the dates of one file.  Not thread-safe.
class DateReader {
 public:
  // Shows every date of the file to the scan; called at most once, and only if a date needs it.
  using Look = std::function<void(DateOrderScan&)>;

  DateReader(const Told& told, ZonelessDates zoneless, Look look);
  ReadDate read(std::string_view text);
  // One whose zone is not written, taken as if it were UTC: in the zone that was told, or local.
  // Within the hour that the change of hour repeats, the first of the two; within the one that it
  // skips, summer time.
  ReadDate local(Instant as_written);
  // `next` read the dates that come right after, on its own.
  void join(const DateReader& next);
  // To be called once at the end: tells the person what was undecided, unreadable or without zone.
  void remark(Sink& sink) const;

 private:
  DateOrder order();
  void remark_zone(Sink& sink) const;

  DateOrder order_;
  bool looked_;
  std::optional<Zone> zone_;
  bool zone_is_assumed_;
  ZonelessDates zoneless_;
  Look look_;
  std::uint64_t undecided_ = 0, unreadable_ = 0, without_zone_ = 0;
  std::string undecided_example_, unreadable_example_;
  Instant last_written_;
  ReadDate last_local_ = {{}, true};
};

// The dates of a column: a header with "UTC" in it says that they are UTC, else `zoneless` does.
DateReader dates_of_column(const CsvTable& table, Column column, const Told& told,
                           ZonelessDates zoneless);

}  // namespace digue::read
