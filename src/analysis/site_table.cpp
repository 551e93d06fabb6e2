#include "analysis/site_table.h"

#include <algorithm>
#include <array>

#include "analysis/site_sentences.h"
#include "base/number.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace digue::analysis {

using detect::AddressBytes;
using detect::Site;

std::vector<std::string> csv_fields(std::string_view line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char letter = line[i];
    if (letter == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += line[++i];
    } else if (letter == '"') {
      quoted = !quoted;
    } else if (letter == separator && !quoted) {
      if (fields.size() == max_table_columns) break;
      fields.emplace_back();
    } else {
      fields.back() += letter;
    }
  }
  return fields;
}

namespace {

enum Column : std::uint8_t {
  network,
  country,
  city,
  latitude,
  longitude,
  as_number,
  as_name,
  column_count
};
constexpr std::array<std::string_view, column_count> column_names = {
    "network", "country", "city", "latitude", "longitude", "as_number", "as_name"};

// Takes the lines of a text one by one.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : rest_(bytes) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    const auto end = rest_.find('\n');
    line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number_;
    return true;
  }
  std::size_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

using Problem = std::optional<Message>;

Problem read_degrees(const std::string& text, double limit, std::optional<double>& degrees) {
  if (trimmed(text).empty()) return std::nullopt;
  const auto value = decimal_number(trimmed(text));
  if (!value || !(*value >= -limit && *value <= limit))
    return tell<sentences::table_bad_number>(text);
  degrees = value;
  return std::nullopt;
}

Problem read_operator(const std::string& text, std::uint32_t& number) {
  std::string_view digits = trimmed(text);
  if (starts_with_ignoring_case(digits, "AS")) digits.remove_prefix(2);
  if (digits.empty()) return std::nullopt;
  const auto value = whole_number<std::uint32_t>(trimmed(digits));
  if (!value) return tell<sentences::table_bad_number>(text);
  number = *value;
  return std::nullopt;
}

Problem read_country(const std::string& text, std::string& out) {
  const auto code = trimmed(text);
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (code.empty()) return std::nullopt;
  if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1]))
    return tell<sentences::table_bad_country>(text);
  for (const char letter : code) out += static_cast<char>(letter & ~0x20);
  return std::nullopt;
}

// Where each column stands in the file's own order; -1 when it lacks.
using Positions = std::array<int, column_count>;

Positions positions_in(const std::vector<std::string>& header) {
  Positions positions;
  positions.fill(-1);
  for (std::size_t column = 0; column < column_count; ++column)
    for (std::size_t i = 0; i < header.size(); ++i)
      if (equal_ignoring_case(trimmed(header[i]), column_names[column]))
        positions[column] = static_cast<int>(i);
  return positions;
}

std::string field(const std::vector<std::string>& fields, const Positions& positions,
                  Column column) {
  const auto at = static_cast<std::size_t>(positions[column]);
  return positions[column] >= 0 && at < fields.size() ? fields[at] : std::string();
}

Problem read_site(const std::vector<std::string>& fields, const Positions& positions, Site& site) {
  site.city = trimmed(field(fields, positions, city));
  site.as_name = trimmed(field(fields, positions, as_name));
  if (auto problem = read_country(field(fields, positions, country), site.country)) return problem;
  if (auto problem = read_degrees(field(fields, positions, latitude), 90, site.latitude))
    return problem;
  if (auto problem = read_degrees(field(fields, positions, longitude), 180, site.longitude))
    return problem;
  return read_operator(field(fields, positions, as_number), site.as_number);
}

// The address with all bits after the prefix cleared.
AddressBytes masked(AddressBytes bytes, int prefix) {
  for (int i = 0; i < 16; ++i) {
    const int keep = std::clamp(prefix - 8 * i, 0, 8);
    bytes[static_cast<std::size_t>(i)] &= static_cast<unsigned char>(0xff00 >> keep);
  }
  return bytes;
}

char separator_of(std::string_view header) {
  return header.find(';') != std::string_view::npos ? ';' : ',';
}

}  // namespace

digue::Result<SiteTable> SiteTable::read(std::string_view bytes, const std::string& name) {
  SiteTable table;
  Lines lines(bytes);
  const auto wrong = [&](const Message& what) {
    return fail<sentences::table_line_wrong>(Error::Kind::bad_input, name, lines.number(), what);
  };
  std::string_view line;
  if (!lines.next(line) || line.size() > max_table_line)
    return wrong(tell<sentences::table_needs_network>());
  const char separator = separator_of(line);
  const auto positions = positions_in(csv_fields(line, separator));
  if (positions[network] < 0) return wrong(tell<sentences::table_needs_network>());
  while (lines.next(line)) {
    if (trimmed(line).empty()) continue;
    if (line.size() > max_table_line)
      return wrong(tell<sentences::table_line_long>(max_table_line));
    if (table.sites_.size() == max_table_rows)
      return wrong(tell<sentences::table_too_long>(max_table_rows));
    const auto fields = csv_fields(line, separator);
    const auto text = field(fields, positions, network);
    const auto range = organisation::Network::parse(trimmed(text));
    if (!range) return wrong(tell<sentences::table_bad_network>(text));
    Site site;
    if (const auto problem = read_site(fields, positions, site)) return wrong(*problem);
    table.rows_[range->prefix].push_back(
        {masked(range->start, range->prefix), static_cast<std::uint32_t>(table.sites_.size())});
    table.sites_.push_back(std::move(site));
  }
  for (auto& [prefix, rows] : table.rows_) std::stable_sort(rows.begin(), rows.end());
  return table;
}

std::optional<Site> SiteTable::find(const AddressBytes& address) const {
  for (const auto& [prefix, rows] : rows_) {
    const Row wanted{masked(address, prefix), 0};
    const auto at = std::lower_bound(rows.begin(), rows.end(), wanted);
    if (at != rows.end() && at->start == wanted.start) return sites_[at->site];
  }
  return std::nullopt;
}

}  // namespace digue::analysis
