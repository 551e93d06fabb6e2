#include "indicator/indicator.h"

#include <array>

#include "base/text.h"
#include "indicator/fang.h"
#include "indicator/recognise.h"
#include "indicator/sentences.h"

namespace digue::indicator {

namespace {

// What each kind is called, here and elsewhere.
struct Naming {
  Kind kind;
  std::string_view name;
  const Sentence* label;
  std::string_view misp, stix, ecs;
};

constexpr std::array<Naming, 13> namings = {{
    {Kind::mail, "mail", &sentences::mail, "email", "email-addr:value",
     "threat.indicator.email.address"},
    {Kind::address, "address", &sentences::address, "ip-dst", "ipv4-addr:value",
     "threat.indicator.ip"},
    {Kind::range, "range", &sentences::range, "ip-dst", "ipv4-addr:value", "threat.indicator.ip"},
    {Kind::domain, "domain", &sentences::domain, "domain", "domain-name:value",
     "threat.indicator.url.domain"},
    {Kind::url, "url", &sentences::url, "url", "url:value", "threat.indicator.url.full"},
    {Kind::md5, "md5", &sentences::md5, "md5", "file:hashes.MD5", "threat.indicator.file.hash.md5"},
    {Kind::sha1, "sha1", &sentences::sha1, "sha1", "file:hashes.'SHA-1'",
     "threat.indicator.file.hash.sha1"},
    {Kind::sha256, "sha256", &sentences::sha256, "sha256", "file:hashes.'SHA-256'",
     "threat.indicator.file.hash.sha256"},
    {Kind::sha512, "sha512", &sentences::sha512, "sha512", "file:hashes.'SHA-512'",
     "threat.indicator.file.hash.sha512"},
    {Kind::file, "file", &sentences::file, "filename", "file:name", "threat.indicator.file.name"},
    {Kind::host, "host", &sentences::host, "hostname", "domain-name:value", "host.name"},
    {Kind::account, "account", &sentences::account, "target-user", "user-account:account_login",
     "user.name"},
    {Kind::other, "other", &sentences::other, "other", "", ""},
}};

const Naming& naming_of(Kind kind) {
  return namings[static_cast<std::size_t>(kind)];
}

// A range has no one type: a network is an address of theirs, a span of addresses is text.
bool is_span(const Indicator& indicator) {
  return indicator.kind == Kind::range && indicator.value.find('/') == std::string::npos;
}

bool is_v6(const Indicator& indicator) {
  return (indicator.kind == Kind::address || indicator.kind == Kind::range) &&
         indicator.value.find(':') != std::string::npos;
}

}  // namespace

std::string_view kind_name(Kind kind) {
  return naming_of(kind).name;
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const auto& naming : namings)
    if (naming.name == name) return naming.kind;
  return std::nullopt;
}

const Sentence& kind_label(Kind kind) {
  return *naming_of(kind).label;
}

Indicator read_indicator(std::string_view text) {
  const auto value = trimmed(text);
  const auto found = recognise(value);
  if (found.matches.size() == 1 && found.matches[0].length == value.size())
    return found.matches[0].indicator;
  return {Kind::other, std::string(value)};
}

std::string misp_type(const Indicator& indicator) {
  return std::string(is_span(indicator) ? "text" : naming_of(indicator.kind).misp);
}

std::string stix_path(const Indicator& indicator) {
  if (is_span(indicator)) return {};
  return std::string(is_v6(indicator) ? "ipv6-addr:value" : naming_of(indicator.kind).stix);
}

std::string ecs_field(const Indicator& indicator) {
  return std::string(naming_of(indicator.kind).ecs);
}

}  // namespace digue::indicator
