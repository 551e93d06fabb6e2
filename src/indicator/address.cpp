#include "indicator/address.h"

#include <fmt/format.h>

#include <vector>

#include "base/number.h"
#include "base/text.h"

namespace digue::indicator {

static std::optional<std::uint16_t> number_in(std::string_view text, int base,
                                              std::size_t max_digits, unsigned most) {
  if (text.size() > max_digits) return std::nullopt;
  const auto number = whole_number<std::uint16_t>(text, base);
  return number && *number <= most ? number : std::nullopt;
}

std::optional<Address> parse_ipv4(std::string_view text) {
  if (text.size() > 15) return std::nullopt;
  const auto parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  Address address;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto octet = number_in(parts[i], 10, 3, 255);
    if (!octet || (parts[i].size() > 1 && parts[i][0] == '0')) return std::nullopt;
    address.bytes[i] = static_cast<std::uint8_t>(*octet);
  }
  return address;
}

// The groups of one side of "::"; the last may be an IPv4 address, which is two.
static std::optional<std::vector<std::uint16_t>> groups_of(std::string_view side, bool may_end_v4) {
  std::vector<std::uint16_t> groups;
  if (side.empty()) return groups;
  const auto parts = split(side, ':');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const auto group = number_in(parts[i], 16, 4, 0xffff)) {
      groups.push_back(*group);
      continue;
    }
    const auto v4 = parse_ipv4(parts[i]);
    if (!v4 || !may_end_v4 || i + 1 != parts.size()) return std::nullopt;
    const auto& bytes = v4->bytes;
    groups.push_back(static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]));
    groups.push_back(static_cast<std::uint16_t>(bytes[2] << 8 | bytes[3]));
  }
  return groups;
}

static Address from_groups(const std::vector<std::uint16_t>& left,
                           const std::vector<std::uint16_t>& right) {
  Address address{.is_v6 = true};
  const auto put = [&](std::size_t group, std::uint16_t value) {
    address.bytes[2 * group] = static_cast<std::uint8_t>(value >> 8);
    address.bytes[2 * group + 1] = static_cast<std::uint8_t>(value & 0xff);
  };
  for (std::size_t i = 0; i < left.size(); ++i) put(i, left[i]);
  for (std::size_t i = 0; i < right.size(); ++i) put(8 - right.size() + i, right[i]);
  return address;
}

std::optional<Address> parse_ipv6(std::string_view text) {
  if (text.size() < 2 || text.size() > 45) return std::nullopt;
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) {
    const auto groups = groups_of(text, true);
    if (!groups || groups->size() != 8) return std::nullopt;
    return from_groups(*groups, {});
  }
  const auto left = groups_of(text.substr(0, gap), false);
  const auto right = groups_of(text.substr(gap + 2), true);
  if (!left || !right || left->size() + right->size() > 7) return std::nullopt;
  return from_groups(*left, *right);
}

std::optional<Address> parse_address(std::string_view text) {
  return text.find(':') == std::string_view::npos ? parse_ipv4(text) : parse_ipv6(text);
}

// The longest run of two zero groups or more, the first of equals: what "::" stands for.
static std::pair<std::size_t, std::size_t> longest_gap(const std::array<unsigned, 8>& groups) {
  std::size_t best = 0, best_size = 1;
  for (std::size_t i = 0; i < 8; ++i) {
    std::size_t size = 0;
    while (i + size < 8 && groups[i + size] == 0) ++size;
    if (size > best_size) best = i, best_size = size;
  }
  return best_size > 1 ? std::pair(best, best_size) : std::pair<std::size_t, std::size_t>(8, 0);
}

static std::string ipv6_text(const Address& address) {
  const auto& b = address.bytes;
  std::array<unsigned, 8> groups{};
  for (std::size_t i = 0; i < 8; ++i) groups[i] = unsigned{b[2 * i]} << 8 | b[2 * i + 1];
  const auto [gap, size] = longest_gap(groups);
  const bool mapped = gap == 0 && size == 5 && groups[5] == 0xffff;  // ::ffff:203.0.113.4
  if (mapped) return fmt::format("::ffff:{}.{}.{}.{}", b[12], b[13], b[14], b[15]);
  std::string text;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == gap) {
      text += "::";
      i += size - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    text += fmt::format("{:x}", groups[i]);
  }
  return text;
}

std::string address_text(const Address& address) {
  if (address.is_v6) return ipv6_text(address);
  const auto& b = address.bytes;
  return fmt::format("{}.{}.{}.{}", b[0], b[1], b[2], b[3]);
}

Address network_of(const Address& address, int prefix) {
  Address network = address;
  for (int bit = prefix; bit < address.bits(); ++bit)
    network.bytes[static_cast<std::size_t>(bit / 8)] &=
        static_cast<std::uint8_t>(~(0x80 >> bit % 8));
  return network;
}

}  // namespace digue::indicator
