// Numbers written as text.
#pragma once
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace digue {

// The text is that number and nothing else: no blank, no plus sign, and a minus only where `Number`
// is signed.  Nothing when it is not, or does not fit.
template <class Number = std::uint64_t>
std::optional<Number> whole_number(std::string_view text, int base = 10) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number, base);
  const bool whole = read.ptr == text.data() + text.size();
  if (read.ec != std::errc{} || !whole) return std::nullopt;
  return number;
}

// The same for a number that may have a fraction or an exponent, with a point: "-1.5", "2e3".
inline std::optional<double> decimal_number(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ptr == text.data() + text.size();
  if (read.ec != std::errc{} || !whole) return std::nullopt;
  return number;
}

}  // namespace digue
