#include "detect/provider_network.h"

#include <vector>

#include "organisation/organisation.h"

namespace digue::detect {

// From Microsoft's list of Microsoft 365 addresses and from the audit log's own rows.
static constexpr std::string_view ranges[] = {
    // Exchange Online
    "40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "104.47.0.0/17", "13.107.6.152/31",
    "13.107.18.10/31", "13.107.128.0/22", "23.103.160.0/20", "40.96.0.0/13", "40.104.0.0/15",
    "52.96.0.0/14", "131.253.33.215/32", "132.245.0.0/16", "150.171.32.0/22", "204.79.197.215/32",
    // Entra and the portals
    "20.20.32.0/19", "20.190.128.0/18", "20.231.128.0/19", "40.126.0.0/18", "13.107.0.0/16",
    "150.171.0.0/16", "52.108.0.0/14", "52.244.37.168/32",
    // Microsoft's own IPv6
    "2a01:111::/32", "2603:1000::/24", "2620:1ec::/36", "2620:1ec:a92::/48",
    // itself, and networks without an address of their own
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "::1/128",
    "fe80::/10", "fc00::/7", "0.0.0.0/32", "::/128"};

static std::vector<organisation::Network> parse_ranges() {
  std::vector<organisation::Network> networks;
  for (const auto range : ranges)
    if (auto network = organisation::Network::parse(range)) networks.push_back(*network);
  return networks;
}

bool is_provider_address(std::string_view address) {
  static const auto networks = parse_ranges();
  return any_holds(networks, address);
}

}  // namespace digue::detect
