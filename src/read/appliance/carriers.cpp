#include "read/appliance/carriers.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "read/csv_rows.h"

namespace digue::read {

namespace {

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

// Where the key that ends before `end` begins.
std::size_t key_begin(std::string_view text, std::size_t end) {
  while (end > 0 && is_key_byte(text[end - 1])) --end;
  return end;
}

std::string_view take_value(std::string_view& rest) {
  const bool quoted = rest.starts_with('"');
  const std::size_t begin = quoted ? 1 : 0;
  const std::size_t end =
      std::min(quoted ? rest.find('"', 1) : rest.find_first_of(" \t,;"), rest.size());
  const auto value = rest.substr(begin, end - begin);
  rest.remove_prefix(std::min(end + (quoted ? 1 : 0), rest.size()));
  return value;
}

// The first `mark` that no backslash stands before; npos when there is none.
std::size_t find_unescaped(std::string_view text, char mark, std::size_t from = 0) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == mark)
      return at;
  }
  return std::string_view::npos;
}

std::string_view unescaped(std::string_view text, Scratch& scratch) {
  if (text.find('\\') == std::string_view::npos) return text;
  auto& out = scratch.emplace_back();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
    const bool line_end = next == 'n' || next == 'r';
    if (std::string_view("\\|=").find(next) != std::string_view::npos || line_end) {
      out += line_end ? '\n' : next;
      ++at;
    } else {
      out += text[at];  // a path: C:\Users
    }
  }
  return out;
}

constexpr std::array<std::string_view, 6> header_names = {
    "deviceVendor", "deviceProduct", "deviceVersion", "deviceEventClassId", "name", "severity"};

// Takes `count` fields of the header, each ended by a bar.
bool put_header(std::string_view& rest, std::size_t count, Products& products, Scratch& scratch) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t bar = find_unescaped(rest, '|');
    if (bar == std::string_view::npos) return false;
    products.put(header_names[i], unescaped(rest.substr(0, bar), scratch));
    rest.remove_prefix(bar + 1);
  }
  return true;
}

// cs1Label=Rule says what cs1 is called.
class Labels {
 public:
  void see(std::string_view key, std::string_view value) {
    if (key.ends_with("Label"))
      labels_.push_back({key.substr(0, key.size() - 5), value});
    else
      values_.push_back({key, value});
  }
  void put(Products& products) const {
    for (const auto& label : labels_)
      for (const auto& value : values_)
        if (value.name == label.name) products.put(label.value, value.value);
  }

 private:
  std::vector<SaidDetail> labels_, values_;
};

bool is_custom(std::string_view key) {
  return key.starts_with("cs") || key.starts_with("cn") || key.starts_with("c6a") ||
         key.starts_with("flex") || key.starts_with("deviceCustom") || key.starts_with("cfp");
}

// "src=10.0.0.1 msg=several words act=x": a value ends where the next key begins.
void put_extension(std::string_view rest, Products& products, Scratch& scratch) {
  Labels labels;
  std::size_t equals = find_unescaped(rest, '=');
  for (std::size_t count = 0; equals != std::string_view::npos && count < max_pairs; ++count) {
    const auto key = rest.substr(key_begin(rest, equals), equals - key_begin(rest, equals));
    const std::size_t next = find_unescaped(rest, '=', equals + 1);
    const std::size_t end =
        next == std::string_view::npos ? rest.size() : std::max(key_begin(rest, next), equals + 1);
    const auto value = unescaped(trimmed(rest.substr(equals + 1, end - equals - 1)), scratch);
    products.put(key, value);
    if (is_custom(key)) labels.see(key, value);
    equals = next;
  }
  labels.put(products);
}

// "^", "x5E", "0x5E", "\t"; a tab by default.
char separator_of(std::string_view text) {
  if (text.size() == 1) return text.front();
  if (text.starts_with("0x")) text.remove_prefix(1);
  if (text.starts_with('x'))
    if (const auto number = whole_number<unsigned>(text.substr(1), 16); number && *number < 128)
      return static_cast<char>(*number);
  return '\t';
}

}  // namespace

// "2026-03-08 02:11:07<tab>reason=Allowed<tab>action=...": values hold blanks and signs.
static std::size_t put_tabbed(std::string_view text, Products& products) {
  std::size_t count = 0;
  for (std::size_t at = 0; !text.empty() && at < max_pairs; ++at) {
    const auto pair = text.substr(0, text.find('\t'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos)
      products.put(pair.substr(0, equals), pair.substr(equals + 1));
    else if (at == 0)
      products.put("datetime", pair);
    count += equals != std::string_view::npos ? 1U : 0U;
  }
  return count;
}

// How many there were.
static std::size_t put_pairs(std::string_view text, Products& products) {
  const auto tabs = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
  if (tabs >= fewest_pairs) return put_tabbed(text, products);
  std::size_t count = 0;
  for (std::size_t equals = text.find('='); equals != std::string_view::npos && count < max_pairs;
       equals = text.find('=')) {
    const std::size_t begin = key_begin(text, equals);
    const auto key = text.substr(begin, equals - begin);
    text.remove_prefix(equals + 1);
    const auto value = take_value(text);
    if (key.empty()) continue;
    products.put(key, value);
    ++count;
  }
  return count;
}

bool carry_pairs(std::string_view text, Products& products, Scratch&) {
  return put_pairs(text, products) >= fewest_pairs;
}

bool carry_any_pairs(std::string_view text, Products& products, Scratch&) {
  return put_pairs(text, products) != 0;
}

bool carry_cef(std::string_view text, Products& products, Scratch& scratch) {
  const std::size_t begin = text.find("CEF:");
  if (begin == std::string_view::npos) return false;
  text.remove_prefix(begin);
  const std::size_t bar = text.find('|');
  if (bar > 8) return false;  // npos too
  text.remove_prefix(bar + 1);
  if (!put_header(text, header_names.size(), products, scratch)) return false;
  put_extension(text, products, scratch);
  return true;
}

bool carry_leef(std::string_view text, Products& products, Scratch& scratch) {
  const std::size_t begin = text.find("LEEF:");
  if (begin == std::string_view::npos) return false;
  text.remove_prefix(begin);
  const bool second = text.starts_with("LEEF:2");
  const std::size_t bar = text.find('|');
  if (bar > 10) return false;  // npos too
  text.remove_prefix(bar + 1);
  if (!put_header(text, 4, products, scratch)) return false;
  char separator = '\t';
  if (const std::size_t end = text.find('|'); second && end <= 4) {
    separator = separator_of(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  for (std::size_t count = 0; !text.empty() && count < max_pairs; ++count) {
    const auto pair = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos)
      products.put(trimmed(pair.substr(0, equals)), trimmed(pair.substr(equals + 1)));
  }
  return true;
}

bool next_column(std::string_view& rest, std::string_view& field, Scratch& scratch) {
  if (rest.data() == nullptr) return false;
  std::size_t end = 0;
  bool quoted = rest.starts_with('"');
  if (quoted) {
    end = 1;
    while (end < rest.size() &&
           (rest[end] != '"' || (end + 1 < rest.size() && rest[end + 1] == '"')))
      end += rest[end] == '"' ? 2 : 1;
  }
  end = std::min(rest.find(',', std::min(end, rest.size())), rest.size());
  field = rest.substr(0, end);
  if (quoted) field = unquoted(field, scratch.emplace_back());
  rest = end == rest.size() ? std::string_view() : rest.substr(end + 1);
  return true;
}

}  // namespace digue::read
