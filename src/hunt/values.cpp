// One value of a list, with or without a type.
#include <algorithm>
#include <array>

#include "base/hex.h"
#include "base/text.h"
#include "hunt/byte_classes.h"
#include "hunt/list.h"
#include "hunt/sentences.h"
#include "indicator/address.h"
#include "indicator/fang.h"
#include "indicator/names.h"

namespace digue::hunt {

namespace {

using indicator::Indicator;
using indicator::Kind;

struct TypeName {
  std::string_view name;
  Kind kind;
};

// Of MISP, of STIX, of OTX and of the heads of the public lists; ours are kind_name()'s.
constexpr std::array<TypeName, 47> type_names = {{
    {"ip", Kind::address},
    {"ip-src", Kind::address},
    {"ip-dst", Kind::address},
    {"ipv4", Kind::address},
    {"ipv6", Kind::address},
    {"ipv4-addr", Kind::address},
    {"ipv6-addr", Kind::address},
    {"ip_address", Kind::address},
    {"ip address", Kind::address},
    {"dst_ip", Kind::address},
    {"src_ip", Kind::address},
    {"adresse", Kind::address},
    {"adresse ip", Kind::address},
    {"cidr", Kind::range},
    {"plage", Kind::range},
    {"domain-name", Kind::domain},
    {"domaine", Kind::domain},
    {"hostname", Kind::domain},
    {"fqdn", Kind::domain},
    {"uri", Kind::url},
    {"link", Kind::url},
    {"email", Kind::mail},
    {"email-src", Kind::mail},
    {"email-dst", Kind::mail},
    {"email-reply-to", Kind::mail},
    {"email-addr", Kind::mail},
    {"courriel", Kind::mail},
    {"filehash-md5", Kind::md5},
    {"md5_hash", Kind::md5},
    {"sha-1", Kind::sha1},
    {"filehash-sha1", Kind::sha1},
    {"sha1_hash", Kind::sha1},
    {"sha-256", Kind::sha256},
    {"filehash-sha256", Kind::sha256},
    {"sha256_hash", Kind::sha256},
    {"sha-512", Kind::sha512},
    {"filename", Kind::file},
    {"file_name", Kind::file},
    {"attachment", Kind::file},
    {"email-attachment", Kind::file},
    {"fichier", Kind::file},
    {"machine", Kind::host},
    {"user", Kind::account},
    {"user-account", Kind::account},
    {"target-user", Kind::account},
    {"username", Kind::account},
    {"compte", Kind::account},
}};

std::optional<Kind> kind_of_type(std::string_view type) {
  const std::string name = lower(trimmed(type));
  if (const auto kind = indicator::kind_named(name)) return kind;
  const auto* known = std::find_if(type_names.begin(), type_names.end(),
                                   [&](const TypeName& one) { return one.name == name; });
  if (known == type_names.end()) return std::nullopt;
  return known->kind;
}

bool is_hash(Kind kind) {
  return kind == Kind::md5 || kind == Kind::sha1 || kind == Kind::sha256 || kind == Kind::sha512;
}

std::optional<Kind> hash_kind(std::string_view text) {
  const std::size_t size = text.size();
  if ((size != 32 && size != 40 && size != 64 && size != 128) || !is_hex(text)) return std::nullopt;
  return size == 32   ? Kind::md5
         : size == 40 ? Kind::sha1
         : size == 64 ? Kind::sha256
                      : Kind::sha512;
}

// Labels of letters, digits and inner hyphens, all lower case.
bool is_host_name(std::string_view text) {
  std::size_t label = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '.') {
      const bool good = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9') ||
                        (text[i] == '-' && label != 0);
      if (!good || ++label > 63) return false;
    } else {
      if (label == 0 || text[i - 1] == '-') return false;
      label = 0;
    }
  }
  return text.size() <= 253;
}

// What the general recogniser would say too, for the most common of a big list.
std::optional<Indicator> read_plain(std::string_view text) {
  if (const auto kind = hash_kind(text)) return Indicator{*kind, lower(text)};
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos || !is_host_name(text)) return std::nullopt;
  const auto last = text.substr(dot + 1);
  const bool plain = indicator::is_top_level_domain(last) && !indicator::is_file_extension(last) &&
                     !indicator::is_rather_file(last);
  if (!plain) return std::nullopt;
  return Indicator{Kind::domain, std::string(text)};
}

bool fits(Kind type, Kind found) {
  if (type == Kind::address || type == Kind::range)
    return found == Kind::address || found == Kind::range;
  // A URL of a site alone reads as a domain, a machine's full name too.
  if (type == Kind::url) return found == Kind::url || found == Kind::domain;
  return type == found;
}

Indicator read_value(std::string_view value) {
  if (auto plain = read_plain(value)) return std::move(*plain);
  return indicator::read_indicator(value);
}

// "user@host" is a mail address before it is an account.
std::optional<Indicator> read_as(Kind kind, std::string_view value) {
  if (kind == Kind::file || kind == Kind::host || kind == Kind::account || kind == Kind::other)
    return Indicator{kind, lower(value)};
  Indicator found = read_value(value);
  if (fits(kind, found.kind)) return found;
  if (is_hash(kind)) return std::nullopt;
  // What is said to be a domain may have an ending that nobody knows.
  const std::string plain = lower(indicator::refanged_value(value));
  if (kind == Kind::domain && plain.find('.') != std::string::npos && is_host_name(plain))
    return Indicator{kind, plain};
  if (kind == Kind::url && plain.find("://") != std::string::npos) return Indicator{kind, plain};
  return std::nullopt;
}

}  // namespace

void take_typed(std::string_view type, std::string_view value, std::uint64_t line, List& list) {
  value = trimmed(value);
  if (value.empty()) return;
  // "filename|sha256", of MISP: two values of two types.
  const auto bar = type.find('|'), value_bar = value.find('|');
  if (bar != std::string_view::npos && value_bar != std::string_view::npos) {
    take_typed(type.substr(0, bar), value.substr(0, value_bar), line, list);
    if (lower(type.substr(bar + 1)) != "port")
      take_typed(type.substr(bar + 1), value.substr(value_bar + 1), line, list);
    return;
  }
  const auto kind = kind_of_type(type);
  if (!kind) return list.refuse(line, value, tell<sentences::unknown_type>(type));
  if (auto found = read_as(*kind, value)) return list.take(std::move(*found), line);
  list.refuse(line, value, tell<sentences::wrong_for_type>(type));
}

void take_untyped(std::string_view value, std::uint64_t line, List& list) {
  value = trimmed(value);
  if (value.empty()) return;
  // "account: jdupont"
  if (const auto colon = value.find(": "); colon < 12)
    if (kind_of_type(value.substr(0, colon)))
      return take_typed(value.substr(0, colon), value.substr(colon + 2), line, list);
  Indicator found = read_value(value);
  if (found.kind == Kind::other) return list.refuse(line, value, tell<sentences::not_recognised>());
  list.take(std::move(found), line);
}

}  // namespace digue::hunt
