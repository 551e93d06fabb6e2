// What kind of network an address lies in, as far as the operator's number and name tell.
// Thread-safe.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace digue::detect {

enum class OperatorKind : std::uint8_t {
  unknown,    // no number and no name
  access,     // homes and offices, as far as we can tell
  mobile,     // a phone network: its exits move by hundreds of kilometres
  hosting,    // rented machines, and the exits of commercial VPNs
  relay,      // a company's or a phone's own relay: says nothing of where the person is
  satellite,  // likewise
};

OperatorKind operator_kind(std::uint32_t as_number, std::string_view as_name);

// The 16 bytes of an address, IPv4 as ::ffff:a.b.c.d; nothing when it is no address.
using AddressBytes = std::array<unsigned char, 16>;
std::optional<AddressBytes> address_bytes(std::string_view address);

// Microsoft's own numbers: its services, and machines rented from it.
bool is_provider_operator(std::uint32_t as_number);

}  // namespace digue::detect
