#include "hunt/forms.h"

#include <algorithm>

#include "base/number.h"

namespace digue::hunt {

namespace {

using indicator::Address;
using indicator::Indicator;
using indicator::Kind;

bool is_v6(const Indicator& indicator) {
  return indicator.value.find(':') != std::string::npos;
}

// "evil.example/a" of "https://evil.example/a"; a page at the root is its site.
std::string_view without_scheme(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  if (url.ends_with('/') && url.find('/') == url.size() - 1) url.remove_suffix(1);
  return url;
}

std::string replaced(std::string_view text, std::string_view marks,
                     const std::vector<std::string_view>& by) {
  std::string out;
  for (const char c : text) {
    const auto mark = marks.find(c);
    if (mark == std::string_view::npos)
      out += c;
    else
      out += by[mark];
  }
  return out;
}

std::vector<std::string> forms_of_url(std::string_view url) {
  const std::string plain = folded_text(without_scheme(url));
  return {plain, replaced(plain, "/?=&:%#", {"%2f", "%3f", "%3d", "%26", "%3a", "%25", "%23"}),
          replaced(plain, "/", {"\\/"})};
}

AddressBytes last_of(const Address& network, int prefix) {
  AddressBytes last = address_bytes(network);
  const int host_bits = network.bits() - prefix;
  for (int bit = 0; bit < host_bits; ++bit)
    last[static_cast<std::size_t>(15 - bit / 8)] |= static_cast<std::uint8_t>(1U << (bit % 8));
  return last;
}

std::optional<AddressRange> network(std::string_view text, std::size_t slash) {
  const auto address = indicator::parse_address(text.substr(0, slash));
  const auto prefix = whole_number<int>(text.substr(slash + 1));
  if (!address || !prefix || *prefix < 0 || *prefix > address->bits()) return std::nullopt;
  const Address first = indicator::network_of(*address, *prefix);
  return AddressRange{address_bytes(first), last_of(first, *prefix)};
}

std::optional<AddressRange> span(std::string_view text, std::size_t dash) {
  const auto low = indicator::parse_address(text.substr(0, dash));
  const auto high = indicator::parse_address(text.substr(dash + 1));
  if (!low || !high || low->is_v6 != high->is_v6) return std::nullopt;
  const AddressRange range{address_bytes(*low), address_bytes(*high)};
  if (range.high < range.low) return std::nullopt;
  return range;
}

}  // namespace

std::string folded_text(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = folded_byte(i == 0 ? '\0' : text[i - 1], text[i]);
  return out;
}

AddressBytes address_bytes(const Address& address) {
  if (address.is_v6) return address.bytes;
  AddressBytes bytes{};
  bytes[10] = bytes[11] = 0xFF;
  std::copy_n(address.bytes.begin(), 4, bytes.begin() + 12);
  return bytes;
}

std::optional<AddressRange> range_of(const Indicator& indicator) {
  const std::string_view text = indicator.value;
  if (indicator.kind == Kind::range) {
    if (const auto slash = text.find('/'); slash != std::string_view::npos)
      return network(text, slash);
    if (const auto dash = text.find('-'); dash != std::string_view::npos) return span(text, dash);
    return std::nullopt;
  }
  if (indicator.kind != Kind::address || !is_v6(indicator)) return std::nullopt;
  const auto address = indicator::parse_ipv6(text);
  if (!address) return std::nullopt;
  return AddressRange{address_bytes(*address), address_bytes(*address)};
}

std::vector<std::string> forms_of(const Indicator& indicator) {
  if (range_of(indicator)) return {};
  if (indicator.kind == Kind::range) return {};
  std::vector<std::string> forms;
  if (indicator.kind == Kind::url)
    forms = forms_of_url(indicator.value);
  else
    forms.push_back(folded_text(indicator.value));
  if (indicator.kind == Kind::mail) forms.push_back(replaced(forms[0], "@", {"%40"}));
  // In the order of the list above; the same text is searched for once.
  const auto last = std::unique(forms.begin(), forms.end());
  forms.erase(last, forms.end());
  return forms;
}

}  // namespace digue::hunt
