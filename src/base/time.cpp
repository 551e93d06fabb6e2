#include "base/time.h"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include "base/sentences.h"

namespace digue {

using std::chrono::milliseconds;
using SystemMilliseconds = date::sys_time<milliseconds>;

static SystemMilliseconds to_system(Instant instant) {
  return SystemMilliseconds(milliseconds(instant.milliseconds));
}

static CivilTime split(date::local_time<milliseconds> local) {
  const auto day = date::floor<date::days>(local);
  const date::year_month_day ymd(day);
  const date::hh_mm_ss<milliseconds> hms(local - day);
  return {int(ymd.year()),
          unsigned(ymd.month()),
          unsigned(ymd.day()),
          static_cast<unsigned>(hms.hours().count()),
          static_cast<unsigned>(hms.minutes().count()),
          static_cast<unsigned>(hms.seconds().count()),
          static_cast<unsigned>(hms.subseconds().count())};
}

static date::year_month_day ymd_of(const CivilTime& civil) {
  return date::year(civil.year) / static_cast<int>(civil.month) / static_cast<int>(civil.day);
}

std::optional<Instant> from_civil_utc(const CivilTime& civil) {
  const auto ymd = ymd_of(civil);
  // Years outside these bounds are damage, and would overflow the calendar.
  if (civil.year < 1601 || civil.year > 9999 || !ymd.ok()) return std::nullopt;
  if (civil.hour > 23 || civil.minute > 59 || civil.second > 60 || civil.millisecond > 999)
    return std::nullopt;
  const auto days = date::sys_days(ymd).time_since_epoch().count();
  return Instant{days * day_ms + civil.hour * hour_ms + civil.minute * minute_ms +
                 civil.second * second_ms + civil.millisecond};
}

CivilTime to_civil_utc(Instant instant) {
  return split(date::local_time<milliseconds>(milliseconds(instant.milliseconds)));
}

unsigned weekday_of(const CivilTime& civil) {
  return date::weekday(date::sys_days(ymd_of(civil))).iso_encoding() - 1;
}

static std::string date_and_time(const CivilTime& c, char between) {
  auto text = fmt::format("{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}", c.year, c.month, c.day, between,
                          c.hour, c.minute, c.second);
  if (c.millisecond != 0) text += fmt::format(".{:03}", c.millisecond);
  return text;
}

static std::string offset_text(int minutes) {
  const int size = minutes < 0 ? -minutes : minutes;
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::string rfc3339(Instant instant) {
  return instant.known() ? date_and_time(to_civil_utc(instant), 'T') + "Z" : "";
}

std::string utc_day(Instant instant) {
  const auto c = to_civil_utc(instant);
  return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

namespace {
// Reads fixed-width decimal fields off the front of a text.
struct FieldReader {
  std::string_view rest;
  bool good = true;

  unsigned digits(std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest.size() || rest[i] < '0' || rest[i] > '9') return good = false, 0U;
      value = value * 10 + static_cast<unsigned>(rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  void expect(std::string_view any_of) {
    if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) good = false;
    if (!rest.empty()) rest.remove_prefix(1);
  }
  unsigned fraction_milliseconds() {
    unsigned value = 0, scale = 100;
    rest.remove_prefix(1);
    if (rest.empty()) good = false;
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
      value += static_cast<unsigned>(rest.front() - '0') * scale;
      scale /= 10;
      rest.remove_prefix(1);
    }
    return value;
  }
};
}  // namespace

static std::optional<int> read_offset(FieldReader& in) {
  if (in.rest == "Z" || in.rest == "z") return 0;
  if (in.rest.size() != 6 && in.rest.size() != 5) return std::nullopt;
  const bool west = in.rest.front() == '-';
  in.expect("+-");
  const unsigned hours = in.digits(2);
  if (!in.rest.empty() && in.rest.front() == ':') in.rest.remove_prefix(1);
  const unsigned minutes = in.digits(2);
  if (!in.good || hours > 23 || minutes > 59) return std::nullopt;
  const int total = static_cast<int>(hours * 60 + minutes);
  return west ? -total : total;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  FieldReader in{text};
  CivilTime civil;
  civil.year = static_cast<int>(in.digits(4));
  in.expect("-");
  civil.month = in.digits(2);
  in.expect("-");
  civil.day = in.digits(2);
  in.expect("Tt ");
  civil.hour = in.digits(2);
  in.expect(":");
  civil.minute = in.digits(2);
  in.expect(":");
  civil.second = in.digits(2);
  if (in.good && !in.rest.empty() && in.rest.front() == '.')
    civil.millisecond = in.fraction_milliseconds();
  if (!in.good) return std::nullopt;
  const auto offset = read_offset(in);
  const auto local = from_civil_utc(civil);
  if (!offset || !local) return std::nullopt;
  return *local - *offset * minute_ms;
}

Result<Zone> Zone::named(std::string_view name) {
  try {
    return Zone(std::string(name), date::locate_zone(std::string(name)));
  } catch (const std::exception&) {
    return fail<sentences::unknown_zone>(Error::Kind::bad_input, name);
  }
}

Zone Zone::utc() {
  return Zone("UTC", nullptr);
}

static const date::time_zone* zone_of(const void* zone) {
  return static_cast<const date::time_zone*>(zone);
}

int Zone::offset_minutes(Instant instant) const {
  if (zone_ == nullptr) return 0;
  const auto info = zone_of(zone_)->get_info(to_system(instant));
  return static_cast<int>(date::floor<std::chrono::minutes>(info.offset).count());
}

CivilTime Zone::civil(Instant instant) const {
  return to_civil_utc(instant + offset_minutes(instant) * minute_ms);
}

std::string Zone::show(Instant instant) const {
  if (!instant.known()) return "";
  auto c = civil(instant);
  c.millisecond = 0;  // a person reads seconds
  return date_and_time(c, ' ') + " " + offset_text(offset_minutes(instant));
}

std::string Zone::rfc3339(Instant instant) const {
  return instant.known() ? date_and_time(civil(instant), 'T') + offset_text(offset_minutes(instant))
                         : "";
}

Instant SystemClock::now() {
  const auto now = date::floor<milliseconds>(std::chrono::system_clock::now());
  return {now.time_since_epoch().count()};
}

}  // namespace digue
