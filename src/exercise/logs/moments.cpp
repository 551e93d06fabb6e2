#include "exercise/logs/moments.h"

#include <fmt/core.h>
#include <array>

namespace digue::exercise::logs {

std::string iso_day(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string iso_clock(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second);
}

// Of Paris: whole hours east of UTC.
std::string offset(const Site& site, Instant time) {
  return fmt::format("+{:04}", site.world.zone.offset_minutes(time) / 60 * 100);
}

std::string_view month_name(unsigned month) {
  static constexpr std::array<std::string_view, 12> names = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names[month - 1];
}

std::string syslog_stamp(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{} {:2} {}", month_name(civil.month), civil.day, iso_clock(site, time));
}

std::string syslog_iso(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{}T{}.{:03}000{:+03}:00", iso_day(site, time), iso_clock(site, time),
                     civil.millisecond, site.world.zone.offset_minutes(time) / 60);
}

std::string web_day(const Site& site, Instant time) {
  const CivilTime civil = site.world.zone.civil(time);
  return fmt::format("{:02}/{}/{}", civil.day, month_name(civil.month), civil.year);
}

std::string utc_clock(Instant time) {
  const CivilTime civil = to_civil_utc(time);
  return fmt::format("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second);
}

std::string utc_milliseconds(Instant time) {
  return fmt::format("{}T{}.{:03}Z", utc_day(time), utc_clock(time),
                     to_civil_utc(time).millisecond);
}

std::string doubled_backslashes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += c;
    out += c;
  }
  return out;
}

}  // namespace digue::exercise::logs
