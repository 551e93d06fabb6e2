#include "detect/sigma/matcher.h"

#include <arpa/inet.h>

#include <cstring>
#include <string>

#include "base/number.h"
#include "base/text.h"
#include "base/time.h"

namespace digue::detect::sigma {

namespace {

constexpr std::size_t longest_address = 64;

struct Address {
  std::array<std::uint8_t, 16> bytes{};
  bool is_v6 = false;
};

std::optional<Address> parse_address(std::string_view text) {
  if (text.empty() || text.size() > longest_address) return std::nullopt;
  const std::string ended(text);
  Address address;
  if (inet_pton(AF_INET, ended.c_str(), address.bytes.data()) == 1) return address;
  if (inet_pton(AF_INET6, ended.c_str(), address.bytes.data()) != 1) return std::nullopt;
  constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  address.is_v6 = std::memcmp(address.bytes.data(), mapped.data(), mapped.size()) != 0;
  if (!address.is_v6) std::memmove(address.bytes.data(), address.bytes.data() + mapped.size(), 4);
  return address;
}

// The ISO week: that of the Thursday of the same week.
unsigned week_of(Instant moment) {
  const CivilTime civil = to_civil_utc(moment);
  const auto to_thursday = 3 - static_cast<std::int64_t>(weekday_of(civil));
  const Instant thursday = moment + to_thursday * day_ms;
  CivilTime first;
  first.year = to_civil_utc(thursday).year;
  const auto new_year = from_civil_utc(first);
  return new_year ? static_cast<unsigned>((thursday - *new_year) / (7 * day_ms)) + 1 : 0;
}

std::optional<double> part_of(NumberMatch::Of of, std::string_view text) {
  if (of == NumberMatch::Of::number) return number_in(text);
  const auto moment = parse_rfc3339(text);
  if (!moment) return std::nullopt;
  const CivilTime civil = to_civil_utc(*moment);
  switch (of) {
    case NumberMatch::Of::minute:
      return civil.minute;
    case NumberMatch::Of::hour:
      return civil.hour;
    case NumberMatch::Of::day:
      return civil.day;
    case NumberMatch::Of::week:
      return week_of(*moment);
    case NumberMatch::Of::month:
      return civil.month;
    default:
      return civil.year;
  }
}

std::string_view text_for(std::uint32_t value, bool cased, RecordView& record) {
  return cased ? record.text(value) : record.folded(value);
}

bool relates(Pattern::Shape shape, std::string_view text, std::string_view other) {
  switch (shape) {
    case Pattern::Shape::prefix:
      return text.starts_with(other);
    case Pattern::Shape::suffix:
      return text.ends_with(other);
    case Pattern::Shape::contains:
      return text.find(other) != std::string_view::npos;
    default:
      return text == other;
  }
}

// Asks a value; those that ask about a field's presence are told apart before.
struct ValueVisitor {
  std::uint32_t value;
  Matching& matching;

  bool operator()(const Pattern& pattern) const {
    return pattern.matches(text_for(value, pattern.cased(), matching.record));
  }
  bool operator()(const Regex& regex) const {
    return regex.found_in(matching.record.text(value), matching.record.folded(value),
                          matching.regexes);
  }
  bool operator()(const AddressRange& range) const {
    return range.contains(matching.record.text(value));
  }
  bool operator()(const NumberMatch& number) const {
    return number.matches(matching.record.text(value));
  }
  bool operator()(const FieldMatch& field) const {
    RecordView& record = matching.record;
    const auto text = text_for(value, field.cased, record);
    for (auto other = record.first(field.field); other != RecordView::none;
         other = record.next(other))
      if (!record.is_null(other) &&
          relates(field.shape, text, text_for(other, field.cased, record)))
        return true;
    return false;
  }
  bool operator()(const IsNull&) const { return matching.record.is_null(value); }
  bool operator()(const Exists& exists) const { return exists.wanted; }
};

}  // namespace

std::optional<double> number_in(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("0x") || text.starts_with("0X")) {
    const auto whole = whole_number<std::uint64_t>(text.substr(2), 16);
    if (!whole) return std::nullopt;
    return static_cast<double>(*whole);
  }
  return decimal_number(text);
}

std::optional<AddressRange> AddressRange::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  const unsigned most = address->is_v6 ? 128 : 32;
  const auto bits = slash == std::string_view::npos
                        ? std::optional(most)
                        : whole_number<unsigned>(text.substr(slash + 1));
  if (!bits || *bits > most) return std::nullopt;
  AddressRange range;
  range.bytes_ = address->bytes;
  range.bits_ = *bits;
  range.is_v6_ = address->is_v6;
  return range;
}

bool AddressRange::contains(std::string_view text) const {
  const auto address = parse_address(text);
  if (!address || address->is_v6 != is_v6_) return false;
  const std::size_t whole = bits_ / 8;
  if (std::memcmp(address->bytes.data(), bytes_.data(), whole) != 0) return false;
  const unsigned rest = bits_ % 8;
  return rest == 0 || (address->bytes[whole] ^ bytes_[whole]) >> (8 - rest) == 0;
}

bool NumberMatch::matches(std::string_view text) const {
  const auto number = part_of(of, text);
  if (!number) return false;
  switch (order) {
    case Order::lt:
      return *number < value;
    case Order::lte:
      return *number <= value;
    case Order::gt:
      return *number > value;
    case Order::gte:
      return *number >= value;
    case Order::eq:
      break;
  }
  return *number == value;
}

bool matches_value(const Matcher& matcher, std::uint32_t value, Matching& matching) {
  // A value that Windows left out shows as an empty text: only that, or its lack, can be asked of.
  if (matching.record.is_null(value)) {
    if (const auto* pattern = std::get_if<Pattern>(&matcher))
      return pattern->shape() == Pattern::Shape::exact && pattern->literal().empty();
    return std::holds_alternative<IsNull>(matcher);
  }
  return std::visit(ValueVisitor{value, matching}, matcher);
}

bool matches_field(const Matcher& matcher, FieldId field, Matching& matching) {
  RecordView& record = matching.record;
  const auto first = record.first(field);
  if (const auto* exists = std::get_if<Exists>(&matcher))
    return (first != RecordView::none) == exists->wanted;
  if (std::holds_alternative<IsNull>(matcher) && first == RecordView::none) return true;
  for (auto value = first; value != RecordView::none; value = record.next(value))
    if (matches_value(matcher, value, matching)) return true;
  return false;
}

bool matches_anywhere(const Matcher& matcher, Matching& matching) {
  for (std::uint32_t value = 0; value < matching.record.count(); ++value)
    if (matches_value(matcher, value, matching)) return true;
  return false;
}

}  // namespace digue::detect::sigma
