#include "read/appliance/log_lines.h"

#include <algorithm>

#include "base/number.h"
#include "read/syslog/message.h"

namespace digue::read {

namespace {

// FortiGate counts in seconds, milliseconds, microseconds or nanoseconds, by its version.
std::optional<Instant> since_1970(std::string_view text) {
  const auto count = whole_number<std::int64_t>(text);
  if (!count || *count < 0) return std::nullopt;
  switch (text.size()) {
    case 10:
      return Instant{*count * second_ms};
    case 13:
      return Instant{*count};
    case 16:
      return Instant{*count / 1000};
    case 19:
      return Instant{*count / 1'000'000};
    default:
      return std::nullopt;
  }
}

// "+0100", "+01:00", "CET"; what else a zone is called is not known everywhere the same.
std::string_view offset_of(std::string_view zone) {
  if (zone == "CET") return "+01:00";
  if (zone == "CEST") return "+02:00";
  const bool known = zone == "UTC" || zone == "GMT" || zone == "Z" || zone.starts_with('+') ||
                     zone.starts_with('-');
  return known ? zone : std::string_view();
}

// A zone by its letters at the end of a date, which dates.h does not know.
std::string with_offset(std::string_view date) {
  const std::size_t space = date.rfind(' ');
  if (space == std::string_view::npos) return std::string(date);
  const auto zone = date.substr(space + 1);
  const auto offset = offset_of(zone);
  if (offset.empty() || offset == zone) return std::string(date);
  return std::string(date.substr(0, space)) + std::string(offset);
}

}  // namespace

std::string date_said(const Said& said) {
  const auto whole = said[Part::time];
  std::string date;
  if (!said[Part::day].empty() && !said[Part::clock].empty())
    date = std::string(said[Part::day]) + " " + std::string(said[Part::clock]);
  else if (whole.size() >= 8)
    date = with_offset(whole);
  if (date.empty()) return {};
  const auto zone = offset_of(said[Part::zone]);
  const bool has_zone = date.find_first_of("+Z", 10) != std::string::npos;
  if (!has_zone && !zone.empty()) date += zone;
  return date;
}

ReadDate time_said(const Said& said, LineTimes& times) {
  if (const auto time = since_1970(said[Part::time])) return {*time, false};
  const auto date = date_said(said);
  return date.empty() ? ReadDate{} : times.of_text(date);
}

LogLines::LogLines(std::string_view text, const Told& told, Sink& sink,
                   std::span<const Product* const> products)
    : sink_(sink), filler_(sink), times_(text, told, syslog::yearless_time), products_(products) {}

bool LogLines::fill(const Line& line, Carry carry) {
  scratch_.clear();
  products_.begin();
  const auto header = syslog::take_apart(line.text);
  if (!carry(header && !header->text.empty() ? header->text : line.text, products_, scratch_))
    return false;
  said_.clear();
  products_.tell(said_);
  auto when = time_said(said_, times_);
  if (!when.time.known() && header) when = syslog::time_of(*header, line.offset, times_);
  if (header) said_.set(Part::device, header->host);
  if (said_[Part::target] == said_[Part::account]) said_.replace(Part::target, {});
  add_event(filler_, line, said_, when);
  return true;
}

bool carries(std::string_view line, Carry carry, std::span<const std::string_view> any_of) {
  thread_local Products products(known_products());
  Scratch scratch;
  products.begin();
  if (!carry(line, products, scratch)) return false;
  return any_of.empty() || std::any_of(any_of.begin(), any_of.end(), [&](auto field) {
           return !products.value_of(field).empty();
         });
}

}  // namespace digue::read
