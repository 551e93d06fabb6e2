// Addresses, ranges and URLs.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hex.h"
#include "base/text.h"
#include "indicator/address.h"
#include "indicator/names.h"
#include "indicator/scanner.h"

namespace digue::indicator {

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "/24" at the front of the text: the prefix and the bytes it takes; nothing when it goes on.
static std::optional<std::pair<int, std::size_t>> prefix_in(std::string_view text, int most) {
  if (text.size() < 2 || text[0] != '/' || !is_digit(text[1])) return std::nullopt;
  int prefix = 0;
  const auto* end = text.data() + std::min<std::size_t>(text.size(), 5);
  const auto read = std::from_chars(text.data() + 1, end, prefix);
  const auto bytes = static_cast<std::size_t>(read.ptr - text.data());
  const char next = bytes < text.size() ? text[bytes] : ' ';
  const bool goes_on = is_hex_digit(next) || next == '/' || next == '_' || next == '-';
  if (read.ec != std::errc{} || prefix > most || goes_on) return std::nullopt;
  return std::pair(prefix, bytes);
}

static std::string network_text(const Address& address, int prefix) {
  return address_text(network_of(address, prefix)) + "/" + std::to_string(prefix);
}

// A number with four parts is also how versions are written.
static bool follows_version(std::string_view before) {
  const auto words = lower(trimmed(before.substr(before.size() < 12 ? 0 : before.size() - 12)));
  return words.ends_with("version") || words.ends_with("build") || words.ends_with(" v");
}

std::optional<Found> Scanner::ipv4(std::size_t start) const {
  std::size_t end = start;
  while (end - start < 16 && (is_digit(byte(end)) || byte(end) == '.')) ++end;
  while (end > start && byte(end - 1) == '.') --end;
  const auto address = parse_ipv4(part(start, end));
  if (!address || letter(end) != 0 || byte(end) == '_' || byte(end) == '@') return std::nullopt;
  if (const auto prefix = prefix_in(text_.substr(end), 32))
    return Found{{Kind::range, network_text(*address, prefix->first)}, end + prefix->second};
  if (auto span = ipv4_span(start, end)) return span;
  return Found{
      {Kind::address, address_text(*address)}, end, !follows_version(text_.substr(0, start))};
}

// "203.0.113.4-203.0.113.9", "203.0.113.4 – 203.0.113.9" or "203.0.113.4-9".
std::optional<Found> Scanner::ipv4_span(std::size_t start, std::size_t end) const {
  static constexpr std::array<std::string_view, 4> dashes = {"-", " - ", "–", " – "};
  for (const auto dash : dashes) {
    if (!text_.substr(end).starts_with(dash)) continue;
    const std::size_t begin = end + dash.size();
    std::size_t last = begin;
    while (last - begin < 16 && (is_digit(byte(last)) || byte(last) == '.')) ++last;
    while (last > begin && byte(last - 1) == '.') --last;
    auto other = std::string(part(begin, last));
    const bool is_short = dash == "-" && other.find('.') == std::string::npos && !other.empty();
    const auto whole = std::string(part(start, end));
    if (is_short) other.insert(0, whole, 0, whole.rfind('.') + 1);
    const auto from = parse_ipv4(whole), to = parse_ipv4(other);
    if (!to || !(*from < *to) || !ends_word(last)) continue;
    return Found{{Kind::range, fmt::format("{}-{}", whole, other)}, last};
  }
  return std::nullopt;
}

std::optional<Found> Scanner::ipv6(std::size_t start) const {
  std::size_t end = start;
  while (end - start < 46 && (is_hex_digit(byte(end)) || byte(end) == ':' || byte(end) == '.'))
    ++end;
  while (end > start && (byte(end - 1) == '.' || (byte(end - 1) == ':' && byte(end - 2) != ':')))
    --end;
  const auto text = part(start, end);
  const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
  const auto address = parse_ipv6(text);
  if (!address || !has_digit || letter(end) != 0) return std::nullopt;
  if (const auto prefix = prefix_in(text_.substr(end), 128))
    return Found{{Kind::range, network_text(*address, prefix->first)}, end + prefix->second};
  return Found{{Kind::address, address_text(*address)}, end};
}

namespace {

struct Scheme {
  std::string_view written, meant;
};
constexpr std::array<Scheme, 13> schemes = {{{"https://", "https://"},
                                             {"http://", "http://"},
                                             {"hxxps://", "https://"},
                                             {"hxxp://", "http://"},
                                             {"hxtps://", "https://"},
                                             {"hxtp://", "http://"},
                                             {"h**ps://", "https://"},
                                             {"h**p://", "http://"},
                                             {"ftps://", "ftps://"},
                                             {"ftp://", "ftp://"},
                                             {"sftp://", "sftp://"},
                                             {"fxps://", "ftps://"},
                                             {"fxp://", "ftp://"}}};

// The end of the text without what the sentence puts after a URL; brackets that it opened are its.
std::size_t without_trail(std::string_view url) {
  std::size_t end = url.size();
  while (end > 0) {
    const char last = url[end - 1];
    const auto kept = url.substr(0, end);
    const bool closes = last == ')' && std::count(kept.begin(), kept.end(), ')') >
                                           std::count(kept.begin(), kept.end(), '(');
    if (!closes && std::string_view(".,;:!?'*").find(last) == std::string_view::npos) break;
    --end;
  }
  return end;
}

}  // namespace

// A URL goes on over ASCII but for spaces, quotes and brackets, and over letters.
std::size_t Scanner::url_end(std::size_t from) const {
  std::size_t end = from;
  while (end < text_.size() && end - from < max_url_bytes) {
    const char c = byte(end);
    if (static_cast<std::uint8_t>(c) >= 0x80) {
      const std::size_t size = letter(end);
      if (size == 0) break;
      end += size;
    } else if (c <= ' ' || c == '\x7f' ||
               std::string_view("<>\"`{}|\\^[]").find(c) != std::string_view::npos) {
      break;
    } else {
      ++end;
    }
  }
  return end;
}

std::optional<Found> Scanner::url_found(std::size_t start, std::size_t authority,
                                        std::string_view scheme) const {
  const bool is_v6 = byte(authority) == '[';
  const std::size_t bracket =
      is_v6 ? text_.substr(0, authority + 48).find(']', authority) : authority;
  if (bracket == std::string_view::npos) return std::nullopt;
  if (is_v6 && !parse_ipv6(part(authority + 1, bracket))) return std::nullopt;
  const std::size_t from = is_v6 ? bracket + 1 : authority;
  const std::size_t end = from + without_trail(part(from, url_end(from)));
  const auto whole = part(authority, end);
  const auto host_end = std::min(whole.find_first_of("/?#"), whole.size());
  const auto userinfo = whole.substr(0, host_end).rfind('@');
  const std::size_t host = userinfo == std::string_view::npos ? 0 : userinfo + 1;
  if (host >= host_end || (letter(authority + host) == 0 && !is_v6)) return std::nullopt;
  return Found{
      {Kind::url, std::string(scheme) + std::string(whole.substr(0, host)) +
                      lower(whole.substr(host, host_end - host)) +
                      std::string(whole.substr(host_end))},
      end,
      true,
      part(start, authority) != scheme && !equal_ignoring_case(part(start, authority), scheme)};
}

std::optional<Found> Scanner::url(std::size_t start) const {
  for (const auto& scheme : schemes)
    if (starts_with_ignoring_case(text_.substr(start, 10), scheme.written))
      return url_found(start, start + scheme.written.size(), scheme.meant);
  return std::nullopt;
}

// evil.example/login, 203.0.113.4:8080/a.exe: a name or an address with a path.
std::optional<Found> Scanner::bare_url(std::size_t start) const {
  std::size_t at = start;
  if (const auto address = ipv4(start); address && address->indicator.kind == Kind::address)
    at = address->end;
  else if (const auto name = domain(start); name && name->indicator.kind == Kind::domain)
    at = name->end;
  else
    return std::nullopt;
  if (byte(at) == ':' && is_digit(byte(at + 1)))
    for (++at; is_digit(byte(at));) ++at;
  if (byte(at) != '/' || letter(at + 1) == 0) return std::nullopt;
  return url_found(start, start, "");
}

}  // namespace digue::indicator
