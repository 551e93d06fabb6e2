#include "event/event.h"

#include <arpa/inet.h>

#include <array>
#include <cstring>
#include <string>

#include "base/hash.h"
#include "base/text.h"

namespace digue::event {

std::string_view family_name(Family family) {
  static constexpr std::array<std::string_view, family_count> names = {
      "none",        "audit-log",
      "sign-ins",    "directory-audit",
      "inbox-rules", "permissions",
      "forwarding",  "transport-rules",
      "consents",    "authentication-methods",
      "devices",     "message-trace",
      "windows-log"};
  return names[static_cast<std::size_t>(family)];
}

// The value of each byte as a hexadecimal digit; 16 for a byte that a GUID may have between its
// digits, 255 for any other.
static constexpr auto hex_values = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(255);
  for (unsigned i = 0; i < 10; ++i) values['0' + i] = static_cast<std::uint8_t>(i);
  for (unsigned i = 0; i < 6; ++i)
    values['a' + i] = values['A' + i] = static_cast<std::uint8_t>(10 + i);
  values['-'] = values['{'] = values['}'] = 16;
  return values;
}();

// A GUID keeps its own bits, so that one record is one id whatever the case and the braces.
static bool guid_bits(std::string_view text, RecordId& id) {
  int digits = 0;
  for (const char c : text) {
    const std::uint8_t value = hex_values[static_cast<unsigned char>(c)];
    if (value == 16) continue;
    if (value > 16 || digits == 32) return false;
    auto& half = digits < 16 ? id.high : id.low;
    half = half << 4 | value;
    ++digits;
  }
  return digits == 32;
}

RecordId record_id_from_text(std::string_view native_id) {
  RecordId id;
  if (guid_bits(native_id, id)) return id;
  return record_id_from_content(lower(native_id));
}

RecordId record_id_from_content(std::string_view content) {
  const Digest digest = sha256(content);
  RecordId id;
  std::memcpy(&id.high, digest.data(), 8);
  std::memcpy(&id.low, digest.data() + 8, 8);
  return id;
}

std::string_view Trail::detail(const Event& event, std::string_view name) const {
  for (const auto& detail : details_of(event))
    if (equal_ignoring_case(text(detail.name), name)) return text(detail.value);
  return {};
}

std::vector<std::string_view> Trail::all_details(const Event& event, std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& detail : details_of(event))
    if (equal_ignoring_case(text(detail.name), name)) values.push_back(text(detail.value));
  return values;
}

void Trail::clear() {
  symbols.clear();
  events.clear();
  details.clear();
}

Event& Trail::begin_event() {
  auto& event = events.emplace_back();
  event.details_begin = static_cast<std::uint32_t>(details.size());
  return event;
}

void Trail::add_detail(std::string_view name, std::string_view value) {
  details.push_back({symbols.intern(name), symbols.intern(value)});
  ++events.back().details_count;
}

void Trail::add_detail_apart(std::string_view name, std::string_view value) {
  details.push_back({symbols.intern(name), symbols.keep_apart(value)});
  ++events.back().details_count;
}

// Takes the port off: "1.2.3.4:80", "[::1]:80", "[::1]"; a bare IPv6 address stays.
static std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    return end == std::string_view::npos ? text : text.substr(1, end - 1);
  }
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos)
    return text.substr(0, colon);
  return text;
}

bool is_plain_ipv4(std::string_view text) {
  unsigned number = 0, digits = 0, dots = 0;
  for (const char c : text) {
    if (c == '.') {
      if (digits == 0 || ++dots > 3) return false;
      number = digits = 0;
      continue;
    }
    if (c < '0' || c > '9' || (digits == 1 && number == 0)) return false;
    number = number * 10 + static_cast<unsigned>(c - '0');
    if (++digits > 3 || number > 255) return false;
  }
  return dots == 3 && digits != 0;
}

std::string canonical_address(std::string_view text) {
  if (is_plain_ipv4(text)) return std::string(text);
  text = without_port(trimmed(text));
  if (text.empty() || text.size() > INET6_ADDRSTRLEN + 8) return {};
  const std::string copy(text.substr(0, text.find('%')));  // a zone index is not part of it
  std::array<unsigned char, 16> bytes{};
  std::array<char, INET6_ADDRSTRLEN> out{};
  if (inet_pton(AF_INET, copy.c_str(), bytes.data()) == 1)
    return inet_ntop(AF_INET, bytes.data(), out.data(), out.size());
  if (inet_pton(AF_INET6, copy.c_str(), bytes.data()) != 1) return {};
  static constexpr std::array<unsigned char, 12> mapped = {0, 0, 0, 0, 0,    0,
                                                           0, 0, 0, 0, 0xff, 0xff};
  if (std::memcmp(bytes.data(), mapped.data(), mapped.size()) == 0)
    return inet_ntop(AF_INET, bytes.data() + 12, out.data(), out.size());
  return inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
}

}  // namespace digue::event
