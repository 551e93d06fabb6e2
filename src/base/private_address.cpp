#include "base/private_address.h"

#include "base/number.h"

namespace digue {

// "172" and "16" of "172.16.0.1"; -1 of what is none.
static int part_of(std::string_view& rest) {
  const auto dot = rest.find('.');
  const auto number = whole_number<int>(rest.substr(0, dot));
  rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  return number.value_or(-1);
}

bool is_private_address(std::string_view address) {
  if (address.find(':') != std::string_view::npos)
    return address == "::1" || address == "::" || address.starts_with("fe80:") ||
           address.starts_with("fc") || address.starts_with("fd") || address.starts_with("ff");
  const int first = part_of(address), second = part_of(address);
  if (second < 0) return false;
  return first == 10 || first == 127 || first == 0 || (first >= 224 && first <= 255) ||
         (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168) ||
         (first == 169 && second == 254) || (first == 100 && second >= 64 && second < 128);
}

}  // namespace digue
