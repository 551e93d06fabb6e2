#include "organisation/csv.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace digue::organisation {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// The one that the first line has most of, outside quotes.
char separator_of(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  static constexpr std::string_view separators = ";,\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    const auto at = separators.find(c);
    if (!quoted && at != std::string_view::npos) ++counts[at];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  Csv split() {
    Csv out;
    while (at_ < text_.size()) {
      CsvRow row = read_row();
      const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const std::string& cell) { return cell.empty(); });
      if (empty) continue;
      if (out.header.empty()) {
        out.header = std::move(row.cells);
      } else if (out.rows.size() == max_csv_rows) {
        cut_ = true;
        break;
      } else {
        out.rows.push_back(std::move(row));
      }
    }
    out.cut = cut_;
    return out;
  }

 private:
  CsvRow read_row() {
    CsvRow row;
    row.line = line_;
    do {
      std::string cell = read_cell();
      if (row.cells.size() < max_csv_columns)
        row.cells.push_back(std::move(cell));
      else
        cut_ = true;
    } while (take(separator_));
    take('\r');
    if (take('\n')) ++line_;
    return row;
  }

  std::string read_cell() {
    std::string out;
    bool quoted = take('"');
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (quoted && c == '"') {
        ++at_;
        quoted = take('"');
        if (quoted) add(out, '"');
        continue;
      }
      const bool ends = c == separator_ || c == '\n' || (c == '\r' && next_is_line_end());
      if (!quoted && ends) break;
      if (c == '\n') ++line_;
      add(out, c);
      ++at_;
    }
    return std::string(trimmed(out));
  }

  bool next_is_line_end() const { return at_ + 1 == text_.size() || text_[at_ + 1] == '\n'; }

  void add(std::string& out, char c) {
    if (out.size() < max_csv_cell)
      out += c;
    else
      cut_ = true;
  }

  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool cut_ = false;
};

}  // namespace

Csv read_csv(std::string_view bytes) {
  const bool whole = bytes.size() <= max_csv_bytes;
  bytes = bytes.substr(0, max_csv_bytes);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const std::string text = is_utf8(bytes) ? std::string(bytes) : utf8_from_windows_1252(bytes);
  Csv out = Splitter(text).split();
  // A cell cut between the bytes of a letter is mended.
  for (auto& row : out.rows)
    for (auto& cell : row.cells)
      if (!is_utf8(cell)) cell = repaired_utf8(cell);
  out.cut = out.cut || !whole;
  return out;
}

}  // namespace digue::organisation
