// Lists of lines: plain ones, and CSV.
#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "hunt/list.h"
#include "hunt/list_json.h"
#include "hunt/sentences.h"

namespace digue::hunt {

namespace {

constexpr std::array<std::string_view, 9> value_columns = {
    "value",  "indicator",  "ioc",        "ioc_value", "indicator_value",
    "valeur", "indicateur", "observable", "pattern"};
constexpr std::array<std::string_view, 6> type_columns = {
    "type", "kind", "ioc_type", "indicator_type", "type d’ioc", "genre"};
// Columns that hold indicators by themselves; the name is their type.
constexpr std::array<std::string_view, 21> kind_columns = {
    "url",       "domain",      "domaine", "hostname", "ip",       "ip_address", "dst_ip",
    "ipv4",      "ipv6",        "md5",     "sha1",     "sha256",   "sha512",     "md5_hash",
    "sha1_hash", "sha256_hash", "email",   "mail",     "filename", "file_name",  "account"};

bool is_among(std::string_view name, auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Fields of one line, quotes off.  A quoted field that goes on over a line's end is not for lists.
std::vector<std::string> fields_of(std::string_view line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool doubled = quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"';
    if (doubled)
      fields.back() += line[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

// Which columns of a CSV to take.
struct Header {
  char separator = ',';
  std::optional<std::size_t> value, type;
  std::vector<std::pair<std::size_t, std::string>> kinds;  // when there is no column of values
};

// Whether the line names columns that we know.
bool read_header(std::string_view line, Header& header) {
  while (!line.empty() && (line.front() == '#' || line.front() == ' ')) line.remove_prefix(1);
  for (const char separator : {',', ';', '\t'}) {
    header = {};
    header.separator = separator;
    const auto fields = fields_of(line, separator);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string name = lower(trimmed(fields[i]));
      if (!header.value && is_among(name, value_columns))
        header.value = i;
      else if (!header.type && is_among(name, type_columns))
        header.type = i;
      else if (is_among(name, kind_columns))
        header.kinds.emplace_back(i, name);
    }
    const bool typed = header.value && header.type;
    if (fields.size() > 1 && (typed || header.value || !header.kinds.empty())) return true;
    if (fields.size() == 1 && header.value) return true;
  }
  return false;
}

class LineReader {
 public:
  explicit LineReader(List& list) : list_(list) {}

  void read(std::string_view line) {
    ++number_;
    line = trimmed(line);
    if (line.empty()) return;
    if (!has_header_ && !seen_value_) {
      has_header_ = read_header(line, header_);
      if (has_header_) return;
    }
    if (line.front() == '#' || line.front() == ';' || line.starts_with("//")) return;
    seen_value_ = true;
    if (has_header_)
      row(line);
    else
      take_untyped(without_comment(line), number_, list_);
  }

 private:
  static std::string_view without_comment(std::string_view line) {
    for (const std::string_view mark : {" #", "\t#", " //", "\t//"})
      line = line.substr(0, line.find(mark));
    return line;
  }

  void row(std::string_view line) {
    const auto fields = fields_of(line, header_.separator);
    const auto field = [&](std::size_t index) {
      return index < fields.size() ? std::string_view(fields[index]) : std::string_view();
    };
    if (header_.value && header_.type && !trimmed(field(*header_.type)).empty())
      take_typed(field(*header_.type), field(*header_.value), number_, list_);
    else if (header_.value)
      take_untyped(field(*header_.value), number_, list_);
    else
      for (const auto& [index, type] : header_.kinds)
        take_typed(type, field(index), number_, list_);
  }

  List& list_;
  Header header_;
  bool has_header_ = false;
  bool seen_value_ = false;
  std::uint64_t number_ = 0;
};

}  // namespace

void read_list(std::string_view bytes, List& list) {
  bytes = bytes.substr(0, max_list_bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto start = trimmed(bytes.substr(0, 4096));
  const bool looks_like_json = start.starts_with('{') || start.starts_with('[');
  if (looks_like_json && read_json_list(bytes, list)) return;
  if (start.starts_with('{')) return list.refuse(1, start, tell<sentences::json_broken>());
  LineReader reader(list);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    reader.read(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

}  // namespace digue::hunt
