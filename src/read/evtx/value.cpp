#include "read/evtx/value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/byte_cursor.h"
#include "base/text.h"
#include "base/time.h"

namespace digue::read::evtx {

namespace {

constexpr std::uint64_t ticks_per_second = 10'000'000;
constexpr std::int64_t seconds_1601_to_1970 = 11'644'473'600;
constexpr std::uint64_t last_second = 265'046'774'399;  // of the year 9999

constexpr std::array<char, 200> two_digits = [] {
  std::array<char, 200> table{};
  for (std::size_t i = 0; i < 100; ++i) {
    table[2 * i] = static_cast<char>('0' + i / 10);
    table[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return table;
}();

char* put_two(char* at, std::uint64_t number) {
  std::memcpy(at, &two_digits[2 * number], 2);
  return at + 2;
}

char* put_number(char* at, std::uint64_t number) {
  char digits[20];
  char* from = digits + sizeof digits;
  while (number >= 100) {
    from -= 2;
    std::memcpy(from, &two_digits[2 * (number % 100)], 2);
    number /= 100;
  }
  if (number >= 10) {
    from -= 2;
    std::memcpy(from, &two_digits[2 * number], 2);
  } else {
    *--from = static_cast<char>('0' + number);
  }
  const auto size = static_cast<std::size_t>(digits + sizeof digits - from);
  std::memcpy(at, from, size);
  return at + size;
}

char* put_signed(char* at, std::int64_t number) {
  if (number >= 0) return put_number(at, static_cast<std::uint64_t>(number));
  *at++ = '-';
  return put_number(at, ~static_cast<std::uint64_t>(number) + 1);
}

constexpr std::string_view upper_digits = "0123456789ABCDEF";
constexpr std::string_view lower_digits = "0123456789abcdef";

char* put_byte(char* at, char byte, std::string_view digits) {
  const auto value = static_cast<unsigned char>(byte);
  *at++ = digits[value >> 4];
  *at++ = digits[value & 15];
  return at;
}

// 0x and no leading zeros, as Windows does.
char* put_hexadecimal(char* at, std::uint64_t number) {
  *at++ = '0';
  *at++ = 'x';
  const int digits = number == 0 ? 1 : (67 - std::countl_zero(number)) / 4;
  for (int i = digits - 1; i >= 0; --i) *at++ = lower_digits[number >> (4 * i) & 15];
  return at;
}

char* put_bytes(char* at, std::string_view bytes) {
  for (const char byte : bytes) at = put_byte(at, byte, upper_digits);
  return at;
}

char* put_guid(char* at, const char* bytes) {
  constexpr std::array<int, 16> order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
  *at++ = '{';
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
    at = put_byte(at, bytes[order[i]], upper_digits);
  }
  *at++ = '}';
  return at;
}

constexpr std::size_t sid_header_bytes = 8;

std::size_t sid_bytes(std::string_view bytes) {
  if (bytes.size() < sid_header_bytes) return 0;
  const std::size_t size = sid_header_bytes + std::size_t{4} * static_cast<unsigned char>(bytes[1]);
  return size <= bytes.size() ? size : 0;
}

// S-1-5-21-..., of sid_bytes() that are there.
char* put_sid(char* at, std::string_view bytes) {
  std::uint64_t authority = 0;
  for (std::size_t i = 2; i < sid_header_bytes; ++i)
    authority = authority << 8 | static_cast<unsigned char>(bytes[i]);
  *at++ = 'S';
  *at++ = '-';
  at = put_number(at, static_cast<unsigned char>(bytes[0]));
  *at++ = '-';
  at = put_number(at, authority);
  for (std::size_t i = sid_header_bytes; i + 4 <= bytes.size(); i += 4) {
    *at++ = '-';
    at = put_number(at, little_endian<std::uint32_t>(bytes.data() + i));
  }
  return at;
}

template <class Number>
char* put_decimal(char* at, const char* bytes) {
  return std::to_chars(at, at + 32, little_endian<Number>(bytes)).ptr;
}

// The bytes that one value of that type takes; 0 when it varies.
std::size_t fixed_bytes(std::uint8_t type) {
  switch (type) {
    case type_int8:
    case type_uint8:
      return 1;
    case type_int16:
    case type_uint16:
      return 2;
    case type_int32:
    case type_uint32:
    case type_float:
    case type_bool:
    case type_hex32:
      return 4;
    case type_int64:
    case type_uint64:
    case type_double:
    case type_filetime:
    case type_hex64:
      return 8;
    case type_guid:
    case type_systemtime:
      return 16;
    default:
      return 0;
  }
}

// Without the zeros that end it.
std::string_view without_zeros(std::string_view utf16) {
  while (utf16.size() >= 2 && utf16[utf16.size() - 1] == 0 && utf16[utf16.size() - 2] == 0)
    utf16.remove_suffix(2);
  return utf16;
}
std::string_view without_zero(std::string_view text) {
  while (!text.empty() && text.back() == '\0') text.remove_suffix(1);
  return text;
}

// Nobody says which code page: French and English systems write this one.
std::string utf8_from_ansi(std::string_view bytes) {
  const auto text = without_zero(bytes);
  return is_utf8(text) ? std::string(text) : utf8_from_windows_1252(text);
}

std::size_t end_of_utf16(std::string_view bytes) {
  for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2)
    if (bytes[i] == 0 && bytes[i + 1] == 0) return i;
  return bytes.size();
}

}  // namespace

std::optional<Value> Elements::next() {
  if (rest_.empty()) return std::nullopt;
  std::size_t size = fixed_bytes(type_), past = 0;
  if (type_ == type_utf16) {
    size = end_of_utf16(rest_);
    past = 2;
  } else if (type_ == type_ansi) {
    size = std::min(rest_.find('\0'), rest_.size());
    past = 1;
  } else if (type_ == type_sid) {
    size = sid_bytes(rest_);
  }
  // What does not part into elements is told as the bytes that it is.
  if (size + past == 0 || size > rest_.size()) {
    const Value last{type_binary, rest_};
    rest_ = {};
    return last;
  }
  const Value element{type_, rest_.substr(0, size)};
  rest_.remove_prefix(std::min(size + past, rest_.size()));
  return element;
}

// Up to 18 decimal digits.
static std::optional<std::uint64_t> number_in(std::string_view utf16) {
  const std::size_t letters = utf16.size() / 2;
  if (letters == 0 || letters > 18 || (utf16[0] == '0' && letters > 1)) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < letters; ++i) {
    const unsigned digit = little_endian<std::uint16_t>(utf16.data() + 2 * i) - unsigned{'0'};
    if (digit > 9) return std::nullopt;
    number = number * 10 + digit;
  }
  return number;
}

std::optional<std::uint64_t> number_of(const Value& value) {
  if (value.type == type_utf16) return number_in(value.bytes);
  const char* bytes = value.bytes.data();
  switch (value.bytes.size()) {
    case 1:
      if (value.type == type_uint8 || value.type == type_int8)
        return little_endian<std::uint8_t>(bytes);
      break;
    case 2:
      if (value.type == type_uint16 || value.type == type_int16)
        return little_endian<std::uint16_t>(bytes);
      break;
    case 4:
      if (value.type == type_uint32 || value.type == type_int32 || value.type == type_hex32 ||
          value.type == type_size)
        return little_endian<std::uint32_t>(bytes);
      break;
    case 8:
      if (value.type == type_uint64 || value.type == type_int64 || value.type == type_hex64 ||
          value.type == type_size)
        return little_endian<std::uint64_t>(bytes);
      break;
    default:
      break;
  }
  return std::nullopt;
}

void ValueWriter::number(std::uint64_t number) {
  out_->wrote_to(put_number(out_->room(20), number));
}

bool ValueWriter::filetime(std::uint64_t ticks) {
  const std::uint64_t second = ticks / ticks_per_second;
  if (second > last_second) return false;
  if (second != second_) {
    const auto since_1970 = static_cast<std::int64_t>(second) - seconds_1601_to_1970;
    const CivilTime civil = to_civil_utc({since_1970 * second_ms});
    char* at = put_two(second_text_, static_cast<unsigned>(civil.year) / 100);
    at = put_two(at, static_cast<unsigned>(civil.year) % 100);
    const auto part = [&](char before, unsigned number) {
      *at++ = before;
      at = put_two(at, number);
    };
    part('-', civil.month);
    part('-', civil.day);
    part('T', civil.hour);
    part(':', civil.minute);
    part(':', civil.second);
    *at = '.';
    second_ = second;
  }
  const std::uint64_t fraction = ticks % ticks_per_second;
  char* at = out_->room(32);
  std::memcpy(at, second_text_, sizeof second_text_);
  at = put_two(at + sizeof second_text_, fraction / 100'000);
  at = put_two(at, fraction / 1'000 % 100);
  at = put_two(at, fraction / 10 % 100);
  *at++ = static_cast<char>('0' + fraction % 10);
  *at++ = 'Z';
  out_->wrote_to(at);
  return true;
}

// A FILETIME or a SYSTEMTIME, when its bytes are a moment.
bool ValueWriter::moment(const Value& value) {
  const char* bytes = value.bytes.data();
  if (value.type == type_filetime) return filetime(little_endian<std::uint64_t>(bytes));
  const auto part = [&](std::size_t index) {
    return little_endian<std::uint16_t>(bytes + 2 * index);
  };
  const CivilTime civil{part(0), part(1), part(3), part(4), part(5), part(6), part(7)};
  const auto instant = from_civil_utc(civil);
  const std::int64_t since_1601 =
      instant ? instant->milliseconds + seconds_1601_to_1970 * second_ms : -1;
  return since_1601 >= 0 && filetime(static_cast<std::uint64_t>(since_1601) * 10'000);
}

// What needs no escape.
void ValueWriter::scalar(const Value& value) {
  const char* bytes = value.bytes.data();
  const std::size_t size = value.bytes.size();
  const std::size_t fixed = fixed_bytes(value.type);
  char* at = out_->room(size * 4 + 48);
  // A value that is not of its type's size is told as the bytes that it is.
  if (fixed != 0 && fixed != size) return out_->wrote_to(put_bytes(at, value.bytes));
  switch (value.type) {
    case type_int8:
      return out_->wrote_to(put_signed(at, little_endian<std::int8_t>(bytes)));
    case type_uint8:
      return out_->wrote_to(put_number(at, little_endian<std::uint8_t>(bytes)));
    case type_int16:
      return out_->wrote_to(put_signed(at, little_endian<std::int16_t>(bytes)));
    case type_uint16:
      return out_->wrote_to(put_number(at, little_endian<std::uint16_t>(bytes)));
    case type_int32:
      return out_->wrote_to(put_signed(at, little_endian<std::int32_t>(bytes)));
    case type_uint32:
      return out_->wrote_to(put_number(at, little_endian<std::uint32_t>(bytes)));
    case type_int64:
      return out_->wrote_to(put_signed(at, little_endian<std::int64_t>(bytes)));
    case type_uint64:
      return out_->wrote_to(put_number(at, little_endian<std::uint64_t>(bytes)));
    case type_float:
      return out_->wrote_to(put_decimal<float>(at, bytes));
    case type_double:
      return out_->wrote_to(put_decimal<double>(at, bytes));
    case type_bool:
      return out_->add(little_endian<std::uint32_t>(bytes) != 0 ? "true" : "false");
    case type_guid:
      return out_->wrote_to(put_guid(at, bytes));
    case type_filetime:
    case type_systemtime:
      if (moment(value)) return;
      break;
    case type_sid:
      if (const std::size_t length = sid_bytes(value.bytes); length != 0)
        return out_->wrote_to(put_sid(out_->room(length * 4 + 32), value.bytes.substr(0, length)));
      break;
    case type_size:
    case type_handle:
    case type_hex32:
    case type_hex64:
      if (size == 4)
        return out_->wrote_to(put_hexadecimal(at, little_endian<std::uint32_t>(bytes)));
      if (size == 8)
        return out_->wrote_to(put_hexadecimal(at, little_endian<std::uint64_t>(bytes)));
      break;
    default:
      break;
  }
  out_->wrote_to(put_bytes(at, value.bytes));
}

void ValueWriter::text(const Value& value, Escape escape) {
  if (value.type == type_utf16 || value.type == type_xml)
    return write_utf16(*out_, escape, without_zeros(value.bytes), readable_end_);
  if (value.type == type_ansi) return write_utf8(*out_, escape, utf8_from_ansi(value.bytes));
  if (value.is_null()) return;
  if (!value.is_array()) return scalar(value);
  Elements elements(value);
  bool first = true;
  while (const auto element = elements.next()) {
    if (!std::exchange(first, false)) out_->add(',');
    text(*element, escape);
  }
}

// Whether it is written without quotes.
bool ValueWriter::json_number(const Value& value) {
  if (value.bytes.size() != fixed_bytes(value.type)) return false;
  if (value.type == type_float) return std::isfinite(little_endian<float>(value.bytes));
  if (value.type == type_double) return std::isfinite(little_endian<double>(value.bytes));
  return (value.type >= type_int8 && value.type <= type_uint64) || value.type == type_bool;
}

void ValueWriter::json_one(const Value& value) {
  if (value.is_null()) return out_->add("null");
  if (json_number(value)) return scalar(value);
  out_->add('"');
  text(value, Escape::json);
  out_->add('"');
}

void ValueWriter::json(const Value& value) {
  if (!value.is_array()) return json_one(value);
  Elements elements(value);
  out_->add('[');
  bool first = true;
  while (const auto element = elements.next()) {
    if (!std::exchange(first, false)) out_->add(',');
    json_one(*element);
  }
  out_->add(']');
}

}  // namespace digue::read::evtx
