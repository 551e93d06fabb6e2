#include "read/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/text.h"
#include "read/sentences.h"

namespace digue::read {

static constexpr std::size_t max_date_bytes = 80;

namespace {
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Walks over the text of one date.
struct Cursor {
  std::string_view rest;

  bool at_end() const { return rest.empty(); }
  char peek() const { return rest.empty() ? '\0' : rest.front(); }
  bool take(char c) {
    if (peek() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool take(std::string_view text) {
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
    return true;
  }
  // Spaces of all sorts: some clocks write a narrow one before AM.
  void spaces() {
    while (take(' ') || take("\xc2\xa0") || take("\xe2\x80\xaf")) {
    }
  }
  // Up to `most` digits; nothing when there is none.
  std::optional<unsigned> number(std::size_t most, std::size_t* width = nullptr) {
    std::size_t count = 0;
    unsigned value = 0;
    while (count < rest.size() && count < most && is_digit(rest[count]))
      value = value * 10 + static_cast<unsigned>(rest[count++] - '0');
    if (count == 0) return std::nullopt;
    rest.remove_prefix(count);
    if (width != nullptr) *width = count;
    return value;
  }
  // Letters, accents included.
  std::string_view word() {
    std::size_t count = 0;
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             static_cast<unsigned char>(c) >= 0xc3;
    };
    while (count < rest.size() && (is_letter(rest[count]) ||
                                   (count > 0 && static_cast<unsigned char>(rest[count]) >= 0x80)))
      ++count;
    const auto found = rest.substr(0, count);
    rest.remove_prefix(count);
    return found;
  }
};

// Milliseconds out of a fraction of a second of any length.
unsigned fraction(Cursor& in) {
  unsigned value = 0, scale = 100;
  while (is_digit(in.peek())) {
    value += static_cast<unsigned>(in.peek() - '0') * scale;
    scale /= 10;
    in.rest.remove_prefix(1);
  }
  return value;
}

// "Z", "UTC", "GMT", "+02:00", "-0500", "UTC+2"; nothing when no zone is written.
bool read_zone(Cursor& in, DateParts& parts) {
  in.spaces();
  if (in.take('Z') || in.take('z') || in.take("UTC") || in.take("GMT")) parts.offset_minutes = 0;
  const char sign = in.peek();
  if (sign != '+' && sign != '-') return true;
  in.rest.remove_prefix(1);
  std::size_t width = 0;
  const auto first = in.number(4, &width);
  if (!first) return false;
  unsigned hours = *first, minutes = 0;
  if (width > 2) {
    minutes = hours % 100;
    hours /= 100;
  } else if (in.take(':')) {
    minutes = in.number(2).value_or(0);
  }
  if (hours > 14 || minutes > 59) return false;
  const int total = static_cast<int>(hours * 60 + minutes);
  parts.offset_minutes = sign == '-' ? -total : total;
  return true;
}

// AM, PM, a.m., p.m.: true when there was one and the hour has been turned to 24.
bool read_half_day(Cursor& in, unsigned& hour) {
  Cursor probe = in;
  probe.spaces();
  const char letter = static_cast<char>(probe.peek() | 0x20);
  if (letter != 'a' && letter != 'p') return true;
  probe.rest.remove_prefix(1);
  probe.take('.');
  probe.spaces();
  if ((probe.peek() | 0x20) != 'm') return true;
  probe.rest.remove_prefix(1);
  probe.take('.');
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (letter == 'p' ? 12 : 0);
  in = probe;
  return true;
}

// The hour and what follows it, down to the end of the text.
bool read_time(Cursor& in, DateParts& parts) {
  if (!in.take('T') && !in.take('t')) {
    in.take(',');
    in.spaces();
    if (in.take("\xc3\xa0") || in.take("at")) in.spaces();  // "20 septembre 2023 à 16:05"
  }
  if (in.at_end()) return true;
  const auto hour = in.number(2);
  if (!hour || (!in.take(':') && !in.take('h'))) return false;
  const auto minute = in.number(2);
  if (!minute) return false;
  parts.civil.hour = *hour;
  parts.civil.minute = *minute;
  if (in.take(':')) {
    const auto second = in.number(2);
    if (!second) return false;
    parts.civil.second = *second;
    if (in.take('.') || in.take(',')) parts.civil.millisecond = fraction(in);
  }
  if (!read_half_day(in, parts.civil.hour) || !read_zone(in, parts)) return false;
  in.spaces();
  return in.at_end();
}

int full_year(unsigned year, std::size_t width) {
  return static_cast<int>(width <= 2 ? 2000 + year : year);
}

// "2023-09-20", "2023/09/20"
bool read_year_first(Cursor& in, DateParts& parts) {
  const auto year = in.number(4);
  const char mark = in.peek();
  if (!year || (mark != '-' && mark != '/')) return false;
  in.rest.remove_prefix(1);
  const auto month = in.number(2);
  if (!month || !in.take(mark)) return false;
  const auto day = in.number(2);
  if (!day) return false;
  parts.civil.year = static_cast<int>(*year);
  parts.civil.month = *month;
  parts.civil.day = *day;
  return true;
}

// "9/20/2023", "20/09/2023", "20-09-2023", "20.09.2023"
bool read_year_last(Cursor& in, DateParts& parts) {
  const auto first = in.number(2);
  const char mark = in.peek();
  if (!first || (mark != '/' && mark != '-' && mark != '.')) return false;
  in.rest.remove_prefix(1);
  const auto second = in.number(2);
  if (!second || !in.take(mark)) return false;
  std::size_t width = 0;
  const auto year = in.number(4, &width);
  if (!year || width == 1 || width == 3) return false;
  parts.civil.year = full_year(*year, width);
  parts.order_matters = mark != '.';
  parts.civil.month = mark == '.' ? *second : *first;
  parts.civil.day = mark == '.' ? *first : *second;
  return true;
}

// The number of a month's name in English or French, whole or shortened; 0 when it is none.
unsigned month_named(std::string_view word) {
  static constexpr std::array<std::array<std::string_view, 2>, 12> names = {
      {{"january", "janvier"},
       {"february", "fevrier"},
       {"march", "mars"},
       {"april", "avril"},
       {"may", "mai"},
       {"june", "juin"},
       {"july", "juillet"},
       {"august", "aout"},
       {"september", "septembre"},
       {"october", "octobre"},
       {"november", "novembre"},
       {"december", "decembre"}}};
  const std::string key = folded(word);
  if (key.size() < 3) return 0;
  for (unsigned month = 0; month < names.size(); ++month)
    for (const auto name : names[month])
      if (name.starts_with(key) && key != "jui") return month + 1;
  return 0;
}

// "20 Sep 2023", "Wed, 20 Sep 2023", "Sep 20, 2023", "mercredi 20 septembre 2023"
bool read_named_month(Cursor& in, DateParts& parts) {
  std::optional<unsigned> day, month;
  for (int words = 0; words < 4 && (!day || !month); ++words) {
    in.spaces();
    if (is_digit(in.peek())) {
      day = in.number(2);
      in.take("er");  // "1er janvier"
      in.take('-');
    } else {
      const auto word = in.word();
      if (word.empty()) return false;
      if (const unsigned named = month_named(word); named != 0) month = named;
      in.take('.');
      in.take(',');
      in.take('-');
    }
  }
  if (!day || !month) return false;
  in.take(',');
  in.spaces();
  std::size_t width = 0;
  const auto year = in.number(4, &width);
  if (!year || width != 4) return false;
  parts.civil.year = static_cast<int>(*year);
  parts.civil.month = *month;
  parts.civil.day = *day;
  return true;
}

std::optional<Instant> milliseconds_since_1970(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 15 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return Instant{negative ? -value : value};
}

// "/Date(1695225903000)/", with the slashes escaped or not, with an offset or not.
std::optional<Instant> read_json_date(std::string_view text) {
  const auto open = text.find("Date(");
  if (open > 2) return std::nullopt;  // npos too
  text.remove_prefix(open + 5);
  text = text.substr(0, text.find(')'));
  // The offset only says where the machine stood: the count is UTC.
  return milliseconds_since_1970(text.substr(0, text.find_first_of("+-", 1)));
}

std::optional<Instant> read_count(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  const auto count = milliseconds_since_1970(text);
  if (!count) return std::nullopt;
  return text.size() == 10 ? Instant{count->milliseconds * second_ms} : count;
}

bool read_date(Cursor& in, DateParts& parts) {
  const auto rest = in.rest;
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 4) return read_year_first(in, parts);
  if ((digits == 1 || digits == 2) && rest.size() > digits &&
      std::string_view("/.-").find(rest[digits]) != std::string_view::npos &&
      rest.size() > digits + 1 && is_digit(rest[digits + 1]))
    return read_year_last(in, parts);
  return read_named_month(in, parts);
}
}  // namespace

std::optional<DateParts> take_apart_date(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > max_date_bytes) return std::nullopt;
  DateParts parts;
  parts.instant = text.ends_with('/') ? read_json_date(text) : read_count(text);
  if (parts.instant) return parts;
  Cursor in{text};
  if (!read_date(in, parts) || !read_time(in, parts)) return std::nullopt;
  return parts;
}

static ReadDate in_told_zone(Instant as_written, const std::optional<Zone>& zone) {
  if (!zone) return {as_written, true};
  const auto near = as_written - zone->offset_minutes(as_written - day_ms / 2) * minute_ms;
  return {as_written - zone->offset_minutes(near) * minute_ms, false};
}

static CivilTime ordered(CivilTime civil, DateOrder order) {
  if (order == DateOrder::day_first) std::swap(civil.month, civil.day);
  return civil;
}

void DateOrderScan::see(std::string_view text) {
  const auto parts = take_apart_date(text);
  if (!parts || !parts->order_matters) return;
  const unsigned first = parts->civil.month, second = parts->civil.day;
  if (first > 12 && second <= 12) day_first_ = true;
  if (second > 12 && first <= 12) month_first_ = true;
}

void DateOrderScan::see_with_known(std::string_view text, Instant known) {
  const auto parts = take_apart_date(text);
  if (!parts || !parts->order_matters || !known.known()) return;
  if (parts->civil.month == parts->civil.day) return;
  const auto is_near = [&](DateOrder order) {
    const auto instant = from_civil_utc(ordered(parts->civil, order));
    return instant && std::abs(*instant - known) < 26 * hour_ms;  // whatever the zone
  };
  const bool month_first = is_near(DateOrder::month_first),
             day_first = is_near(DateOrder::day_first);
  month_first_ |= month_first && !day_first;
  day_first_ |= day_first && !month_first;
}

DateOrder DateOrderScan::order() const {
  if (month_first_ == day_first_) return DateOrder::undecided;
  return month_first_ ? DateOrder::month_first : DateOrder::day_first;
}

DateReader::DateReader(const Told& told, ZonelessDates zoneless, Look look)
    : order_(told.date_order),
      looked_(told.date_order != DateOrder::undecided),
      zone_(told.zone),
      zone_is_assumed_(told.zone_is_assumed),
      zoneless_(zoneless),
      look_(std::move(look)) {}

DateOrder DateReader::order() {
  if (!looked_) {
    looked_ = true;
    DateOrderScan scan;
    if (look_) look_(scan);
    order_ = scan.order();
  }
  return order_;
}

// The order for one date: a number over 12 tells by itself, where nobody told otherwise.
static DateOrder order_by_itself(const CivilTime& civil) {
  if (civil.month > 12) return DateOrder::day_first;
  if (civil.day > 12 || civil.month == civil.day) return DateOrder::month_first;
  return DateOrder::undecided;
}

ReadDate DateReader::read(std::string_view text) {
  if (text.empty()) return {};
  const auto parts = take_apart_date(text);
  const auto unreadable = [&]() -> ReadDate {
    if (unreadable_++ == 0) unreadable_example_ = text.substr(0, max_date_bytes);
    return {};
  };
  if (!parts) return unreadable();
  if (parts->instant) return {*parts->instant, false};
  CivilTime civil = parts->civil;
  if (parts->order_matters) {
    auto decided = order();
    if (decided == DateOrder::undecided) decided = order_by_itself(civil);
    if (decided == DateOrder::undecided) {
      if (undecided_++ == 0) undecided_example_ = text;
      return {};
    }
    civil = ordered(civil, decided);
  }
  const auto instant = from_civil_utc(civil);
  if (!instant) return unreadable();
  if (!parts->offset_minutes && zoneless_ == ZonelessDates::are_local) return local(*instant);
  return {*instant - parts->offset_minutes.value_or(0) * minute_ms, false};
}

ReadDate DateReader::local(Instant as_written) {
  ++without_zone_;
  // A busy log has several lines a second, and a zone is looked up slowly.
  if (as_written != last_written_) last_local_ = in_told_zone(last_written_ = as_written, zone_);
  return last_local_;
}

void DateReader::remark_zone(Sink& sink) const {
  if (without_zone_ == 0) return;
  sink.zoneless_dates(without_zone_);
  if (!zone_)
    sink.remark(tell<sentences::zone_unknown>(without_zone_));
  else if (zone_is_assumed_)
    sink.remark(tell<sentences::zone_assumed>(without_zone_, zone_->name()));
  else
    sink.remark(tell<sentences::zone_told>(without_zone_, zone_->name()));
}

void DateReader::join(const DateReader& next) {
  if (undecided_ == 0) undecided_example_ = next.undecided_example_;
  if (unreadable_ == 0) unreadable_example_ = next.unreadable_example_;
  undecided_ += next.undecided_;
  unreadable_ += next.unreadable_;
  without_zone_ += next.without_zone_;
}

void DateReader::remark(Sink& sink) const {
  if (undecided_ > 0) sink.remark(tell<sentences::undecided_dates>(undecided_, undecided_example_));
  if (unreadable_ > 0)
    sink.remark(tell<sentences::unreadable_dates>(unreadable_, unreadable_example_));
  remark_zone(sink);
}

DateReader dates_of_column(const CsvTable& table, Column column, const Told& told,
                           ZonelessDates zoneless) {
  const std::string header = folded(table.columns().name(column));
  const auto utc = header.find("utc");
  if (utc != std::string::npos && header.find_first_of("+-", utc) == std::string::npos)
    zoneless = ZonelessDates::are_utc;
  auto again = std::make_shared<CsvTable>(table.rewound());
  return DateReader(told, zoneless, [again, column](DateOrderScan& scan) {
    while (again->next()) scan.see((*again)[column]);
  });
}

}  // namespace digue::read
