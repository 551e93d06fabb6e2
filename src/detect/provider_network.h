// Addresses that tell nothing of who acted: the mail provider's own ranges, and those that stand
// for a machine itself or a private network.
#pragma once
#include <string_view>

namespace digue::detect {

// Microsoft 365's published ranges (Exchange Online, Entra, the admin portals), loopback and
// private networks.  An act logged with one of these was relayed by the provider.
bool is_provider_address(std::string_view address);

}  // namespace digue::detect
