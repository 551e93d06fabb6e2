#include "analysis/operator_ranges.h"

#include <charconv>

#include "analysis/site_table.h"

namespace digue::analysis {

using detect::AddressBytes;

// A line of the file is far shorter; a longer one is damage.
static constexpr std::size_t max_line = 1024;

// The line that `position` lies in, without its end; nothing when it is too long.
static std::optional<std::string_view> line_at(std::string_view bytes, std::size_t position,
                                               std::size_t& begin) {
  const auto before = position == 0 ? std::string_view::npos : bytes.rfind('\n', position - 1);
  begin = before == std::string_view::npos ? 0 : before + 1;
  auto line = bytes.substr(begin, max_line);
  const auto end = line.find('\n');
  if (end == std::string_view::npos && line.size() == max_line) return std::nullopt;
  return line.substr(0, end);
}

static std::string_view first_field(std::string_view line) {
  return line.substr(0, line.find(','));
}

static std::optional<Operator> operator_in(std::string_view line, const AddressBytes& address) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto fields = csv_fields(line, ',');
  if (fields.size() < 4) return std::nullopt;
  const auto end = detect::address_bytes(fields[1]);
  if (!end || *end < address) return std::nullopt;
  Operator found;
  std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), found.number);
  found.name = fields[3];
  return found;
}

std::optional<Operator> find_operator(std::string_view bytes, const AddressBytes& address) {
  // The last line that starts at or before the address.
  std::size_t low = 0, high = bytes.size();
  std::string_view best;
  while (low < high) {
    std::size_t begin = 0;
    const auto line = line_at(bytes, low + (high - low) / 2, begin);
    if (!line) return std::nullopt;
    const auto start = detect::address_bytes(first_field(*line));
    if (!start) return std::nullopt;
    if (*start <= address) {
      best = *line;
      low = begin + line->size() + 1;
    } else {
      high = begin;
    }
  }
  return operator_in(best, address);
}

}  // namespace digue::analysis
