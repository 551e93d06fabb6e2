#include "read/line_times.h"

#include <algorithm>
#include <utility>

#include "read/sentences.h"

namespace digue::read {

// Months of 31 days: enough to compare by.
static unsigned day_of_year(const CivilTime& civil) {
  return civil.month * 31 + civil.day;
}
// Lines may come a little out of order; a year begins where they go back by more.
static constexpr unsigned days_back = 180;
// A clock that runs ahead of the one that wrote the file's date.
static constexpr std::int64_t ahead_ms = day_ms;

LineTimes::LineTimes(std::string_view text, const Told& told, Yearless yearless,
                     DateReader::Look look)
    : text_(text),
      told_(told),
      yearless_(yearless),
      dates_(told, ZonelessDates::are_local, std::move(look)) {}

// "Sun Mar  8 02:11:10 2026", as C's ctime() writes it, with its clock at the end.
static std::string year_first(std::string_view date) {
  const std::size_t space = date.rfind(' ');
  const bool year_is_last =
      space != std::string_view::npos && date.size() - space == 5 && date.find(':') < space &&
      date.find_first_not_of("0123456789", space + 1) == std::string_view::npos;
  const std::size_t clock = year_is_last ? date.rfind(' ', space - 1) : std::string_view::npos;
  if (clock == std::string_view::npos) return std::string(date);
  return std::string(date.substr(0, clock)) + std::string(date.substr(space)) +
         std::string(date.substr(clock, space - clock));
}

ReadDate LineTimes::of_text(std::string_view date) {
  if (const auto time = parse_rfc3339(date)) return {*time, false};
  return dates_.read(year_first(date));
}

ReadDate LineTimes::local(Instant as_written) {
  return dates_.local(as_written);
}

ReadDate LineTimes::without_year(const CivilTime& civil, std::uint64_t offset) {
  look();
  CivilTime whole = civil;
  whole.year = last_year_ == 0 ? 0 : year_of(civil, offset);
  const auto time = from_civil_utc(whole);
  if (last_year_ == 0 || !time) {
    ++undeduced_;
    return {};
  }
  ++deduced_;
  first_year_ = first_year_ == 0 ? whole.year : std::min(first_year_, whole.year);
  return local(*time);
}

void LineTimes::look() {
  if (std::exchange(looked_, true)) return;
  if (!told_.written.known() || yearless_ == nullptr) return;
  const std::size_t step = std::max<std::size_t>(text_.size() / max_looks, 1);
  const std::size_t last = text_.find_last_not_of("\r\n");
  const std::size_t last_line = last == std::string_view::npos ? 0 : text_.rfind('\n', last) + 1;
  for (std::size_t at = 0; at < last_line;) {
    see(at);
    at = text_.find('\n', std::max(at, std::min(at + step, last_line) - 1)) + 1;
  }
  see(last_line);
  if (!seen_) return;
  constexpr int years_back = 9;  // a 29 February is that rare
  const int latest = last_.year;
  for (CivilTime civil = last_; civil.year > latest - years_back; --civil.year) {
    const auto time = from_civil_utc(civil);
    if (!time || *time > told_.written + ahead_ms) continue;
    last_year_ = civil.year;
    return;
  }
}

void LineTimes::see(std::uint64_t offset) {
  const auto civil = yearless_(text_.substr(offset, text_.find('\n', offset) - offset));
  if (!civil) return;
  if (seen_ && day_of_year(*civil) + days_back < day_of_year(last_))
    new_years_.push_back({last_offset_, offset, day_of_year(last_)});
  seen_ = true;
  last_ = *civil;
  last_.year = to_civil_utc(told_.written).year + 1;
  last_offset_ = offset;
}

int LineTimes::year_of(const CivilTime& civil, std::uint64_t offset) const {
  int year = last_year_;
  for (const auto& begins : new_years_) {
    if (offset >= begins.after) continue;
    const bool is_new =
        offset > begins.before && day_of_year(civil) + days_back < begins.day_before;
    year -= is_new ? 0 : 1;
  }
  return year;
}

void LineTimes::join(const LineTimes& next) {
  dates_.join(next.dates_);
  deduced_ += next.deduced_;
  undeduced_ += next.undeduced_;
  if (next.first_year_ != 0)
    first_year_ = first_year_ == 0 ? next.first_year_ : std::min(first_year_, next.first_year_);
}

void LineTimes::remark(Sink& sink) const {
  if (deduced_ > 0) {
    const auto years = first_year_ == last_year_
                           ? std::to_string(last_year_)
                           : std::to_string(first_year_) + "–" + std::to_string(last_year_);
    sink.remark(tell<sentences::year_deduced>(deduced_, years, utc_day(told_.written)));
  }
  if (undeduced_ > 0) sink.remark(tell<sentences::year_unknown>(undeduced_));
  dates_.remark(sink);
}

}  // namespace digue::read
