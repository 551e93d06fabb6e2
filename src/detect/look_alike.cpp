#include "detect/look_alike.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "detect/mail_address.h"

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

KnownDomains::KnownDomains(const Scene& scene) {
  std::vector<bool> is_correspondent(scene.trail.symbols.size());
  for (const auto index : scene.of(event::Action::message_traced)) {
    is_correspondent[scene.event(index).account] = true;
    is_correspondent[scene.event(index).target] = true;
  }
  std::unordered_set<std::string_view> written;  // in whatever case
  for (event::Symbol symbol = 0; symbol < is_correspondent.size(); ++symbol)
    if (is_correspondent[symbol]) written.insert(domain_of(scene.text(symbol)));
  all = scene.own_domains;
  for (const auto domain : written) all.push_back(lower(domain));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase(all, "");
}

std::string_view imitated(std::string_view name, std::span<const std::string> known) {
  const auto read_as = skeleton(name);
  for (const auto& candidate : known)
    if (!equal_ignoring_case(candidate, name) && folded(candidate) != folded(name) &&
        skeleton(candidate) == read_as)
      return candidate;
  return {};
}

// Long enough that one letter apart is no other word.
static constexpr std::array<std::string_view, 7> brands = {
    "microsoft", "outlook", "sharepoint", "onedrive", "docusign", "dropbox", "authenticator"};

// One letter put in, left out, changed, or two neighbours swapped.
static bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b || b.size() - a.size() > 1) return false;
  const auto from_start =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const auto rest_a = a.substr(from_start), rest_b = b.substr(from_start);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

static std::vector<std::string_view> words_of(std::string_view plain) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    const bool inside = i < plain.size() && (static_cast<unsigned char>(plain[i]) >= 0x80 ||
                                             (plain[i] >= 'a' && plain[i] <= 'z'));
    if (inside) continue;
    if (i > begin) words.push_back(plain.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

std::string_view misspelt_brand(std::string_view name) {
  const auto plain = folded(name);
  for (const auto word : words_of(plain))
    for (const auto brand : brands)
      if (!word.starts_with(brand) && one_letter_apart(word, brand)) return brand;
  return {};
}

bool claims_provider(std::string_view name) {
  const auto plain = folded(name);
  return plain.find("microsoft") != std::string::npos ||
         plain.find("office 365") != std::string::npos ||
         plain.find("office365") != std::string::npos;
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
