#include "detect/look_alike.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace digue::detect {

// Sequences that are read as another, longest first; every one maps into plain ASCII.
static constexpr std::pair<std::string_view, std::string_view> readings[] = {
    {"rn", "m"},    {"vv", "w"},    {"0", "o"},     {"1", "l"},    {"3", "e"},  {"5", "s"},
    {"|", "l"},     {"i", "l"},     {"а", "a"},     {"А", "a"},    {"в", "b"},  {"В", "b"},
    {"е", "e"},     {"Е", "e"},     {"о", "o"},     {"О", "o"},    {"р", "p"},  {"Р", "p"},
    {"с", "c"},     {"С", "c"},     {"х", "x"},     {"Х", "x"},    {"у", "y"},  {"У", "y"},
    {"і", "l"},     {"І", "l"},     {"ѕ", "s"},     {"Ѕ", "s"},    {"ј", "j"},  {"Ј", "j"},
    {"к", "k"},     {"К", "k"},     {"М", "m"},     {"м", "m"},    {"Н", "h"},  {"Т", "t"},
    {"т", "t"},     {"ԁ", "d"},     {"ο", "o"},     {"Ο", "o"},    {"α", "a"},  {"Α", "a"},
    {"ν", "v"},     {"ρ", "p"},     {"ε", "e"},     {"ι", "l"},    {"Ι", "l"},  {"κ", "k"},
    {"τ", "t"},     {"ı", "l"},     {"ɑ", "a"},     {"ⅼ", "l"},    {"ｍ", "m"}, {"ⅿ", "m"},
    {"\u200b", ""}, {"\u200c", ""}, {"\u200d", ""}, {"\u00ad", ""}};

static constexpr std::array<std::string_view, 26> trusted_words = {
    "microsoft",  "office",  "outlook",     "sharepoint", "onedrive",  "exchange", "company",
    "admin",      "support", "payment",     "security",   "helpdesk",  "amazon",   "paypal",
    "docusign",   "adobe",   "google",      "system",     "comptable", "compta",   "direction",
    "commercial", "domain",  "information", "hospital",   "ministere"};

std::string skeleton(std::string_view text) {
  const auto plain = folded(text);
  std::string out;
  for (std::size_t i = 0; i < plain.size();) {
    const auto rest = std::string_view(plain).substr(i);
    const auto* reading =
        std::find_if(std::begin(readings), std::end(readings),
                     [&](const auto& pair) { return rest.starts_with(pair.first); });
    if (reading == std::end(readings)) {
      out += plain[i++];
      continue;
    }
    out += reading->second;
    i += reading->first.size();
  }
  return out;
}

std::string_view imitated(std::string_view name, std::span<const std::string> known) {
  const auto read_as = skeleton(name);
  for (const auto& candidate : known)
    if (!equal_ignoring_case(candidate, name) && folded(candidate) != folded(name) &&
        skeleton(candidate) == read_as)
      return candidate;
  return {};
}

std::string_view imitated_word(std::string_view name) {
  const auto plain = folded(name);
  const auto read_as = skeleton(name);
  for (const auto word : trusted_words)
    if (plain.find(word) == std::string::npos && read_as.find(skeleton(word)) != std::string::npos)
      return word;
  return {};
}

}  // namespace digue::detect
