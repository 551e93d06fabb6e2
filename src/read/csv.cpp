#include "read/csv.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/sentences.h"

namespace digue::read {

static constexpr std::uint64_t passed_step = 8 << 20;

// What two spellings of a header have in common: folded, outer and doubled spaces gone.
static std::string header_key(std::string_view name) {
  std::string key;
  const std::string plain = folded(name);
  for (const char c : trimmed(plain))
    if (c != ' ' || key.empty() || key.back() != ' ') key += c;
  return key;
}

CsvColumns::CsvColumns(std::vector<std::string> names) : names_(std::move(names)) {
  for (const auto& name : names_) keys_.push_back(header_key(name));
}

Column CsvColumns::find(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto at = std::find(keys_.begin(), keys_.end(), header_key(name));
    if (at != keys_.end()) return {static_cast<std::uint32_t>(at - keys_.begin())};
  }
  return {};
}

std::size_t CsvColumns::count(std::initializer_list<std::string_view> names) const {
  return static_cast<std::size_t>(
      std::count_if(names.begin(), names.end(), [&](std::string_view name) { return has(name); }));
}

std::string_view CsvColumns::name(Column column) const {
  return column ? std::string_view(names_[column.index]) : std::string_view();
}

// A line before the header that is no data: empty, #TYPE or sep=.
static bool is_preface(std::string_view line) {
  return line.empty() || line.starts_with("#TYPE") || starts_with_ignoring_case(line, "sep=");
}

static char separator_of(std::string_view header) {
  static constexpr std::array<char, 3> known = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool inside = false;
  for (const char c : header) {
    if (c == '"') inside = !inside;
    for (std::size_t i = 0; i < known.size() && !inside; ++i) counts[i] += c == known[i] ? 1 : 0;
  }
  return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                        counts.begin())];
}

CsvTable::CsvTable(std::string_view text) : text_(text), rows_({}, ',') {
  std::size_t begin = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
  std::uint32_t line = 1;
  std::string_view header;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    header = text.substr(begin, end - begin);
    if (!is_preface(trimmed(header))) break;
    begin = end + 1;
    ++line;
  }
  separator_ = separator_of(header.substr(0, sample_bytes));
  rows_ = CsvRows(text, separator_, std::min(begin, text.size()), line);
  if (rows_.next() != CsvRows::Cut::row) return;
  header_text_ = row_text();
  std::vector<std::string> names;
  std::string buffer;
  for (const auto raw : rows_.raw()) names.emplace_back(trimmed(unquoted(raw, buffer)));
  columns_ = CsvColumns(std::move(names));
  buffers_.resize(columns_.size());
}

bool CsvTable::is_header_again() const {
  return row_text() == header_text_;
}

std::optional<Message> CsvTable::fault_of_row() const {
  const auto raw = rows_.raw();
  const bool fewer = raw.size() < columns_.size();
  const bool excess =
      raw.size() > columns_.size() && std::any_of(raw.begin() + static_cast<long>(columns_.size()),
                                                  raw.end(), [](auto f) { return !f.empty(); });
  if (excess || (fewer && after_damage_))
    return tell<sentences::columns_differ>(raw.size(), columns_.size());
  return std::nullopt;
}

void CsvTable::report_passed(Sink& sink) {
  if (rows_.offset() < passed_ + passed_step) return;
  passed_ = rows_.offset();
  sink.passed(passed_);
}

bool CsvTable::next(Sink& sink) {
  for (;;) {
    const auto cut = rows_.next();
    if (cut == CsvRows::Cut::end) return false;
    report_passed(sink);
    if (cut == CsvRows::Cut::row && is_header_again()) continue;
    sink.row();
    if (cut == CsvRows::Cut::damage) {
      after_damage_ = true;
      reject(sink, rows_.reason());
      if (rows_.reason() == tell<sentences::cut_short>()) sink.remark(rows_.reason());
      continue;
    }
    const auto fault = fault_of_row();
    if (!fault) return after_damage_ = false, true;
    reject(sink, *fault);
  }
}

bool CsvTable::next() {
  for (;;) {
    const auto cut = rows_.next();
    if (cut == CsvRows::Cut::end) return false;
    if (cut == CsvRows::Cut::row && !is_header_again() && !fault_of_row()) return true;
  }
}

std::string_view CsvTable::raw(Column column) const {
  return column.index < rows_.raw().size() ? rows_.raw()[column.index] : std::string_view();
}

std::string_view CsvTable::operator[](Column column) {
  const auto text = raw(column);
  return text.starts_with('"') ? unquoted(text, buffers_[column.index]) : text;
}

void CsvTable::place(event::Place& place) const {
  place.offset = offset();
  place.line = line();
}

void CsvTable::reject(Sink& sink, const Message& reason) const {
  sink.rejected(rows_.offset(), rows_.bytes(), rows_.line(), reason);
}

}  // namespace digue::read
