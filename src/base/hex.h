// The digits of hexadecimal texts; src/base/hash.h writes and reads bytes as such.
#pragma once
#include <algorithm>
#include <string_view>

namespace digue {

// In either case.
constexpr bool is_hex_digit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return static_cast<unsigned char>((byte | 0x20) - 'a') < 6 ||
         static_cast<unsigned char>(byte - '0') < 10;
}

constexpr bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_hex_digit);
}

// As we write it: the names of our own files.
constexpr bool is_lower_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace digue
