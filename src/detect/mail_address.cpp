#include "detect/mail_address.h"

#include <algorithm>

#include "base/text.h"

namespace digue::detect {

static bool ends_address(char c) {
  return std::string_view(" \t\r\n;,<>[]()\"'{}|").find(c) != std::string_view::npos;
}

// "smtp:a@b" and "mailto:a@b" carry a prefix that is no part of the address.
static std::string_view without_scheme(std::string_view word) {
  const auto colon = word.rfind(':');
  return colon == std::string_view::npos ? word : word.substr(colon + 1);
}

static bool is_mail_address(std::string_view word) {
  const auto at = word.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < word.size() &&
         word.find('@', at + 1) == std::string_view::npos &&
         word.find('/') == std::string_view::npos && word.find('\\') == std::string_view::npos;
}

std::vector<std::string> mail_addresses_in(std::string_view text) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !ends_address(text[i])) continue;
    const auto word = without_scheme(text.substr(begin, i - begin));
    begin = i + 1;
    if (!is_mail_address(word)) continue;
    auto address = lower(word);
    while (address.ends_with('.')) address.pop_back();
    if (std::find(found.begin(), found.end(), address) == found.end())
      found.push_back(std::move(address));
  }
  return found;
}

std::string_view domain_of(std::string_view mail_address) {
  const auto at = mail_address.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : mail_address.substr(at + 1);
}

std::string_view local_part_of(std::string_view mail_address) {
  return mail_address.substr(0, mail_address.rfind('@'));
}

bool is_outside(const Scene& scene, std::string_view mail_address, std::string_view mailbox) {
  const auto domain = domain_of(mail_address);
  if (domain.empty() || scene.own_domain(mail_address)) return false;
  return !equal_ignoring_case(domain, domain_of(mailbox));
}

}  // namespace digue::detect
