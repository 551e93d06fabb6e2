#include "detect/operators.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

#include "base/text.h"

namespace digue::detect {

// By number, from the operators' own registrations; the words below catch the rest.
static constexpr std::uint32_t hosting_numbers[] = {
    3214,   6233,   6724,   7979,   8100,   8560,   9009,   12876,  13213,  13737,  13926,  14061,
    14618,  15169,  16276,  16509,  18978,  19318,  19437,  19531,  20278,  20454,  20473,  21100,
    22612,  24940,  25369,  25820,  26496,  28753,  29066,  29802,  30083,  30633,  30860,  31898,
    32097,  32475,  32613,  33182,  33387,  34119,  35913,  36007,  36351,  36352,  37963,  39351,
    40021,  40065,  40676,  41564,  42708,  42831,  43350,  44477,  45090,  45102,  46261,  46475,
    46562,  46664,  46844,  47583,  48282,  49367,  49453,  49981,  50304,  50673,  51167,  51396,
    51852,  53667,  54290,  55081,  55286,  57043,  57169,  58061,  59253,  60068,  60404,  60781,
    60800,  61317,  61414,  62217,  62240,  62282,  62563,  62904,  63023,  63949,  64267,  64286,
    132203, 135377, 136787, 137409, 197540, 198953, 199524, 200019, 200651, 201341, 202425, 203020,
    204957, 206092, 206264, 207990, 208046, 208323, 209103, 209605, 210558, 211252, 212238, 213230,
    215540, 262287, 393886, 395954, 396356, 396982, 397423, 398101, 398343, 399629};
static constexpr std::uint32_t relay_numbers[] = {13335, 20940, 22616, 36183, 53813,
                                                  54113, 54538, 55256, 62044, 132892};
static constexpr std::uint32_t satellite_numbers[] = {7155, 14593, 27277, 40306, 64294};
static constexpr std::uint32_t mobile_numbers[] = {5410,  6167,  8374,  12912, 13036, 15557,
                                                   20057, 21928, 22394, 31213, 43447, 51207};

static constexpr std::string_view hosting_words[] = {
    "hosting",      "hebergement", "hebergeur",  "hostinger", "server",      "vps",
    "cloud",        "data center", "datacenter", "datacamp",  "colocation",  "dedicated",
    "digitalocean", "hetzner",     "ovh",        "linode",    "leaseweb",    "m247",
    "contabo",      "choopa",      "vultr",      "scaleway",  "amazon",      "tor exit",
    "vpn",          "proxy",       "hostroyale", "quadranet", "colocrossing"};
static constexpr std::string_view mobile_words[] = {
    "mobile", "wireless", "cellular", "gsm", "telefonica moviles", "t-mobile", "lte"};
static constexpr std::string_view relay_words[] = {"zscaler", "netskope", "cloudflare",
                                                   "icloud private relay", "menlo security"};
static constexpr std::string_view satellite_words[] = {
    "starlink", "satellite", "viasat", "panasonic avionics", "inmarsat", "inflight"};

template <std::size_t size>
static bool has(const std::uint32_t (&numbers)[size], std::uint32_t number) {
  return std::find(std::begin(numbers), std::end(numbers), number) != std::end(numbers);
}

template <std::size_t size>
static bool says(const std::string_view (&words)[size], std::string_view lowered) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](auto word) { return lowered.find(word) != std::string_view::npos; });
}

OperatorKind operator_kind(std::uint32_t as_number, std::string_view as_name) {
  const auto name = folded(as_name);
  if (has(relay_numbers, as_number) || says(relay_words, name)) return OperatorKind::relay;
  if (has(satellite_numbers, as_number) || says(satellite_words, name))
    return OperatorKind::satellite;
  if (has(hosting_numbers, as_number) || says(hosting_words, name)) return OperatorKind::hosting;
  if (has(mobile_numbers, as_number) || says(mobile_words, name)) return OperatorKind::mobile;
  return as_number == 0 && name.empty() ? OperatorKind::unknown : OperatorKind::access;
}

std::optional<AddressBytes> address_bytes(std::string_view address) {
  if (address.empty() || address.size() > INET6_ADDRSTRLEN) return std::nullopt;
  const std::string text(address);
  AddressBytes bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
  if (inet_pton(AF_INET, text.c_str(), bytes.data() + 12) == 1) return bytes;
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
  return std::nullopt;
}

bool is_provider_operator(std::uint32_t as_number) {
  return as_number == 8068 || as_number == 8069 || as_number == 8075 || as_number == 12076;
}

}  // namespace digue::detect
