// Indicators: what an attack can be recognised by elsewhere.  Their kinds, and the words that MISP,
// STIX 2.1 and ECS have for each, so that what is read here can be hunted and exchanged.
// Values are UTF-8, in the form that compares: refanged, lower case where case means nothing
// (addresses, domains, mail addresses, hashes, the scheme and host of a URL), IPv6 as RFC 5952.
// Values; thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/sentence.h"

namespace digue::indicator {

enum class Kind : std::uint8_t {
  mail,     // jean.dupont@hopital.example
  address,  // IPv4 or IPv6
  range,    // 203.0.113.0/24, 2001:db8::/32, 203.0.113.4-203.0.113.9
  domain,
  url,  // with its scheme, or as a domain or an address with a path
  md5,
  sha1,
  sha256,
  sha512,
  file,     // a file's name, without its folder
  host,     // a machine's name: known, or under .local, .lan...
  account,  // an account's name that is no mail address: known only
  other,    // a value that is none of these
};
// "mail", "address"...
std::string_view kind_name(Kind kind);
std::optional<Kind> kind_named(std::string_view name);
const Sentence& kind_label(Kind kind);

struct Indicator {
  Kind kind = Kind::other;
  std::string value;
  auto operator<=>(const Indicator&) const = default;
};

// What a value is when it stands alone, defanged or not, as typed after `--indicator`.  One that is
// nothing we recognise is `other`, kept as it is.
Indicator read_indicator(std::string_view text);

// The types of others; "" when they have none.
std::string misp_type(const Indicator& indicator);  // "ip-dst", "email", "sha256"...
std::string stix_path(const Indicator& indicator);  // "ipv4-addr:value", "file:hashes.'SHA-256'"...
std::string ecs_field(const Indicator& indicator);  // "threat.indicator.ip"...

}  // namespace digue::indicator
