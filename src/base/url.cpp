#include "base/url.h"

namespace digue {

// Where what follows "https://" begins.
static std::size_t after_scheme(std::string_view url) {
  const auto scheme = url.find("://");
  return scheme == std::string_view::npos ? 0 : scheme + 3;
}

std::string_view host_of_url(std::string_view url) {
  url.remove_prefix(after_scheme(url));
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  if (url.starts_with('[')) return url.substr(1, url.find(']') - 1);
  return url.substr(0, url.find(':'));
}

std::string_view path_of_url(std::string_view url) {
  const auto slash = url.find('/', after_scheme(url));
  return slash == std::string_view::npos ? std::string_view() : url.substr(slash);
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain)
      out += c;
    else
      out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
  }
  return out;
}

}  // namespace digue
