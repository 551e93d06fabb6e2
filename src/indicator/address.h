// IPv4 (dotted, decimal) and IPv6 (RFC 4291) addresses as text, strictly: no leading zero that
// might be octal, no shorthand.  Thread-safe.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace digue::indicator {

struct Address {
  std::array<std::uint8_t, 16> bytes{};  // IPv4 in the first four
  bool is_v6 = false;
  int bits() const { return is_v6 ? 128 : 32; }
  auto operator<=>(const Address&) const = default;
};

std::optional<Address> parse_ipv4(std::string_view text);
std::optional<Address> parse_ipv6(std::string_view text);
std::optional<Address> parse_address(std::string_view text);
// RFC 5952 for IPv6.
std::string address_text(const Address& address);
// The first address of the network: bits after the prefix are 0.
Address network_of(const Address& address, int prefix);

}  // namespace digue::indicator
