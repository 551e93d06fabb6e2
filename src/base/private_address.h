// Addresses that the Internet does not route.
#pragma once
#include <string_view>

namespace digue {

// Of a canonical address (event::canonical_address): private (RFC 1918, RFC 4193), shared by a
// provider's customers (RFC 6598), of the link, the host itself, or several hosts (multicast).
bool is_private_address(std::string_view address);

}  // namespace digue
