// What one value of a rule asks of a record's values.  Immutable: threads may share it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "detect/sigma/pattern.h"
#include "detect/sigma/record_view.h"
#include "detect/sigma/regex.h"

namespace digue::detect::sigma {

// A range of addresses: 10.0.0.0/8, fe80::/10.
class AddressRange {
 public:
  static std::optional<AddressRange> parse(std::string_view text);
  bool contains(std::string_view address) const;

 private:
  std::array<std::uint8_t, 16> bytes_{};
  unsigned bits_ = 0;
  bool is_v6_ = false;
};

// A number in decimal digits, or hexadecimal ones after 0x.
std::optional<double> number_in(std::string_view text);

// A number to compare with, or a part of a moment (UTC) first.
struct NumberMatch {
  enum class Order : std::uint8_t { lt, lte, gt, gte, eq };
  enum class Of : std::uint8_t { number, minute, hour, day, week, month, year };
  Order order = Order::eq;
  Of of = Of::number;
  double value = 0;
  bool matches(std::string_view text) const;
};

// The value of another field: equal to it, or at its start, its end or inside it.
struct FieldMatch {
  FieldId field = no_field;
  Pattern::Shape shape = Pattern::Shape::exact;
  bool cased = false;
};

struct IsNull {};  // absent, or without a value
struct Exists {
  bool wanted = true;
};

using Matcher = std::variant<Pattern, Regex, AddressRange, NumberMatch, FieldMatch, IsNull, Exists>;

// What matching keeps between values; of one thread.
struct Matching {
  RecordView& record;
  RegexRun& regexes;
};

// Whether the value does what the matcher asks.  Of a matcher that asks something of a value.
bool matches_value(const Matcher& matcher, std::uint32_t value, Matching& matching);
// Whether any value of the field does, or its lack.
bool matches_field(const Matcher& matcher, FieldId field, Matching& matching);
// Whether any value of the whole record does.
bool matches_anywhere(const Matcher& matcher, Matching& matching);

}  // namespace digue::detect::sigma
