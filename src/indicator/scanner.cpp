#include "indicator/scanner.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "indicator/names.h"

namespace digue::indicator {

static bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_hex_letter(char c) {
  return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool Scanner::marked(std::size_t begin, std::size_t end) const {
  return std::find(marks_.begin() + static_cast<std::ptrdiff_t>(begin),
                   marks_.begin() + static_cast<std::ptrdiff_t>(end),
                   true) != marks_.begin() + static_cast<std::ptrdiff_t>(end);
}

// Letters of other alphabets count: look-alike names are made of them.  Typographic signs do not.
static bool is_letter_point(std::uint32_t point) {
  if (point < 0xc0 || point == 0xd7 || point == 0xf7) return false;
  if (point >= 0x2000 && point < 0x2c00) return false;  // punctuation, signs, arrows
  if (point >= 0x3000 && point < 0x3040) return false;
  return point < 0xe000;
}

std::size_t Scanner::letter(std::size_t at) const {
  const auto byte_at = [&](std::size_t i) { return static_cast<std::uint8_t>(byte(i)); };
  const std::uint8_t first = byte_at(at);
  if (first < 0x80) return is_ascii_word(byte(at)) ? 1 : 0;
  const bool two = (first & 0xe0) == 0xc0, three = (first & 0xf0) == 0xe0;
  if (!two && !three) return 0;
  std::uint32_t point = first & (two ? 0x1fU : 0x0fU);
  const std::size_t size = two ? 2 : 3;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte_at(at + i) & 0xc0) != 0x80) return 0;
    point = point << 6 | (byte_at(at + i) & 0x3fU);
  }
  return is_letter_point(point) ? size : 0;
}

// Not after a letter, nor after what joins names together.
bool Scanner::is_start(std::size_t at) const {
  if (at == 0) return true;
  const char before = byte(at - 1);
  if (static_cast<std::uint8_t>(before) < 0x80)
    return !is_ascii_word(before) && std::string_view("_-.@+%").find(before) == std::string::npos;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<std::uint8_t>(byte(begin)) & 0xc0) == 0x80)
    --begin;
  return letter(begin) == 0;
}

bool Scanner::ends_word(std::size_t at) const {
  return letter(at) == 0 && byte(at) != '_' && byte(at) != '-' && byte(at) != '@' &&
         !(byte(at) == '.' && letter(at + 1) != 0);
}

std::optional<Found> Scanner::at(std::size_t start) const {
  if (!is_start(start)) return std::nullopt;
  static constexpr std::array<Maybe (Scanner::*)(std::size_t) const, 10> readers = {
      &Scanner::known_name, &Scanner::url,        &Scanner::bare_url, &Scanner::mail,
      &Scanner::ipv4,       &Scanner::ipv6,       &Scanner::hash,     &Scanner::domain,
      &Scanner::file,       &Scanner::quoted_file};
  Maybe best;
  for (const auto reader : readers) {
    auto found = (this->*reader)(start);
    if (found && (!best || found->end > best->end)) best = std::move(found);
  }
  if (best) best->defanged = best->defanged || marked(start, best->end);
  return best;
}

std::optional<Scanner::Domain> Scanner::labels_at(std::size_t start) const {
  Domain domain;
  std::size_t at = start;
  while (true) {
    const std::size_t begin = at;
    while (at - begin <= max_label_bytes) {
      const std::size_t size = byte(at) == '-' || byte(at) == '_' ? 1 : letter(at);
      if (size == 0) break;
      at += size;
    }
    while (at > begin && (byte(at - 1) == '-' || byte(at - 1) == '_')) --at;
    if (at == begin || byte(begin) == '-' || at - begin > max_label_bytes) break;
    domain.last = part(begin, at);
    if (++domain.labels == 1) domain.first = domain.last;
    domain.end = at;
    if (byte(at) != '.' || (letter(at + 1) == 0 && byte(at + 1) != '_')) break;
    ++at;
  }
  if (domain.labels == 0 || domain.end - start > max_domain_bytes) return std::nullopt;
  return domain;
}

// "Il": how a sentence starts, where a domain seldom does.
static bool starts_sentence(std::string_view label) {
  return label.size() > 1 && is_upper(label[0]) &&
         std::none_of(label.begin() + 1, label.end(), is_upper);
}

// Sentences that follow without a space are taken off the end.
std::optional<Scanner::Domain> Scanner::domain_name_at(std::size_t start) const {
  auto name = labels_at(start);
  while (name && name->labels > 1 && starts_sentence(name->last) && !marked(start, name->end)) {
    name->end -= name->last.size() + 1;
    name->before_sentence = true;
    --name->labels;
    const auto rest = part(start, name->end);
    name->last = rest.substr(rest.rfind('.') == std::string_view::npos ? 0 : rest.rfind('.') + 1);
  }
  if (!name || name->labels < 2) return std::nullopt;
  return name;
}

std::optional<Found> Scanner::domain(std::size_t start) const {
  const auto name = domain_name_at(start);
  if (!name || !(name->before_sentence || ends_word(name->end))) return std::nullopt;
  const std::string ending = lower(name->last);
  const bool fanged = marked(start, name->end);
  const auto value = lower(part(start, name->end));
  if (is_local_domain(ending)) return Found{{Kind::host, value}, name->end};
  if (!is_top_level_domain(ending) || (is_rather_file(ending) && !fanged)) return std::nullopt;
  const bool plain_word = std::all_of(name->first.begin(), name->first.end(),
                                      [](char c) { return !(c >= '0' && c <= '9') && c != '-'; });
  const bool chance = name->labels == 2 && plain_word && is_also_word(ending) && !fanged;
  return Found{{Kind::domain, value}, name->end, !chance};
}

// Old forwarders write an address within another: bounce+jean=hopital.example@list.example.
static bool may_hold_equals(std::string_view local) {
  const auto start = lower(local.substr(0, local.find('=')));
  return start.find('+') != std::string::npos || start == "srs0" || start == "srs1" ||
         start.ends_with("prvs") || start.starts_with("bounce");
}

// "l'" of "l'adresse", "d'" of "d'evil.example": bytes to leave out.
static std::size_t elision(std::string_view text) {
  for (const std::string_view word : {"l'", "d'", "qu'", "s'", "n'", "j'", "c'", "m'", "t'"})
    if (starts_with_ignoring_case(text, word)) return word.size();
  return 0;
}

std::optional<Found> Scanner::mail(std::size_t start) const {
  if (elision(text_.substr(start, 4)) > 0) return std::nullopt;
  std::size_t at = start;
  while (at - start <= max_local_part_bytes) {
    const bool sign =
        byte(at) != '\0' && std::string_view("._%+-'=").find(byte(at)) != std::string_view::npos;
    const std::size_t size = sign ? 1 : letter(at);
    if (size == 0) break;
    at += size;
  }
  const auto local = part(start, at);
  if (local.empty() || local.size() > max_local_part_bytes || byte(at) != '@') return std::nullopt;
  if (local.front() == '.' || local.back() == '.' || local.front() == '\'') return std::nullopt;
  if (local.find('=') != std::string_view::npos && !may_hold_equals(local)) return std::nullopt;
  const auto host = domain_name_at(at + 1);
  if (!host || host->last.size() < 2) return std::nullopt;
  if (!host->before_sentence && !ends_word(host->end)) return std::nullopt;
  if (std::any_of(host->last.begin(), host->last.end(),
                  [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return Found{{Kind::mail, lower(part(start, host->end))}, host->end};
}

std::optional<Found> Scanner::hash(std::size_t start) const {
  std::size_t at = start;
  bool digits = false, letters = false;
  for (; at - start <= 128; ++at) {
    if (byte(at) >= '0' && byte(at) <= '9')
      digits = true;
    else if (is_hex_letter(byte(at)))
      letters = true;
    else
      break;
  }
  if (!digits || !letters || !ends_word(at)) return std::nullopt;
  static constexpr std::array<std::pair<std::size_t, Kind>, 4> sizes = {
      {{32, Kind::md5}, {40, Kind::sha1}, {64, Kind::sha256}, {128, Kind::sha512}}};
  for (const auto& [size, kind] : sizes)
    if (at - start == size) return Found{{kind, lower(part(start, at))}, at};
  return std::nullopt;
}

// The whole name, or the first label of it.
std::optional<Found> Scanner::known_name(std::size_t start) const {
  const auto name = labels_at(start);
  if (!name || !ends_word(name->end)) return std::nullopt;
  const auto whole = lower(part(start, name->end)), first = lower(name->first);
  if (known_.accounts.contains(whole)) return Found{{Kind::account, whole}, name->end};
  if (known_.hosts.contains(whole)) return Found{{Kind::host, whole}, name->end};
  if (known_.hosts.contains(first)) return Found{{Kind::host, first}, name->end};
  return std::nullopt;
}

static bool ends_as_file(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0 && is_file_extension(lower(name.substr(dot + 1)));
}

std::optional<Found> Scanner::file(std::size_t start) const {
  std::size_t at = start;
  while (at - start < max_file_name_bytes) {
    const bool sign =
        byte(at) != '\0' && std::string_view("._-+~").find(byte(at)) != std::string_view::npos;
    const std::size_t size = sign ? 1 : letter(at);
    if (size == 0) break;
    at += size;
  }
  // The end of a sentence, or a sentence that follows without its space.
  auto name = part(start, at);
  while (!name.empty() && !ends_as_file(name)) {
    const auto dot = name.rfind('.');
    const bool whole =
        dot == std::string_view::npos || (dot + 1 < name.size() && !is_upper(name[dot + 1]));
    if (whole) return std::nullopt;
    name = name.substr(0, dot);
  }
  const std::size_t end = start + name.size();
  if (name.empty() || !ends_word(end)) return std::nullopt;
  // .com and the like are more often a domain's.
  const auto extension = lower(name.substr(name.rfind('.') + 1));
  const bool sure = !is_top_level_domain(extension) || is_rather_file(extension);
  return Found{{Kind::file, std::string(name)}, end, sure};
}

// One space less at the end, if there is one.
static std::string_view without_space(std::string_view text) {
  for (const std::string_view space : {"\u00a0", "\u202f", " "})
    if (text.ends_with(space)) return text.substr(0, text.size() - space.size());
  return text;
}

// « Facture avril.docm »: a name with spaces, when its quotes say where it ends.
std::optional<Found> Scanner::quoted_file(std::size_t start) const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> quotes = {
      {{"«", "»"}, {"“", "”"}, {"\"", "\""}}};
  if (letter(start) == 0) return std::nullopt;
  for (const auto& [open, close] : quotes) {
    if (!without_space(text_.substr(0, start)).ends_with(open)) continue;
    auto name = text_.substr(start, max_file_name_bytes + close.size());
    if (name.find(close) == std::string_view::npos) continue;
    name = without_space(name.substr(0, name.find(close)));
    if (!ends_as_file(name) || name.find_first_of("/\\@:\n<>|*?") != std::string_view::npos)
      continue;
    return Found{{Kind::file, std::string(name)}, start + name.size()};
  }
  return std::nullopt;
}

}  // namespace digue::indicator
