// A delimited text with a header: what a CSV format reads.
//
//   CsvTable table(text);
//   const auto user = table.columns().find({"User", "Utilisateur"});
//   while (table.next(sink)) {           // counts rows, reports damage, skips it
//     if (table[user].empty()) { table.reject(sink, tell<sentences::x>()); continue; }
//     ...; sink.commit();
//   }
//
// Input: UTF-8; a BOM, a `sep=;` line, a `#TYPE` line (PowerShell) and empty lines before the
// header are passed over.  The separator (comma, semicolon, tab) is the one the header has most of,
// outside quotes.  A repeated header (files joined end to end) is no row.  A row of fewer fields
// than the header has empty ones at its end; a row of more is rejected, unless the excess is empty.
// Views of fields live until the next call of next().  One table, one thread.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv_rows.h"
#include "read/format.h"

namespace digue::read {

// A column of a table, or none.
struct Column {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t index = none;
  explicit operator bool() const { return index != none; }
};

class CsvColumns {
 public:
  CsvColumns() = default;
  explicit CsvColumns(std::vector<std::string> names);
  // The first column of any of these names, in the order of the names.  Case, accents, typographic
  // apostrophes and doubled or outer spaces do not count.
  Column find(std::initializer_list<std::string_view> names) const;
  Column find(std::string_view name) const { return find({name}); }
  bool has(std::string_view name) const { return static_cast<bool>(find({name})); }
  // Of how many of these names there is a column.
  std::size_t count(std::initializer_list<std::string_view> names) const;
  std::size_t size() const { return names_.size(); }
  // As the file writes it; "" for none.
  std::string_view name(Column column) const;
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_, keys_;
};

class CsvTable {
 public:
  // Reads up to the header; the sample that recognition sees is enough.
  explicit CsvTable(std::string_view text);

  const CsvColumns& columns() const { return columns_; }
  char separator() const { return separator_; }

  // Goes to the next good row; false at the end.
  bool next(Sink& sink);
  // The same without a sink, for a first look at a column: damage is passed over in silence.
  bool next();
  // The field's text, "" where the row or the table has none.
  std::string_view operator[](Column column);
  // The field as it stands in the file, quotes and all.
  std::string_view raw(Column column) const;
  // The whole row as it stands, without its line end.
  std::string_view row_text() const { return text_.substr(rows_.offset(), rows_.bytes()); }
  std::uint64_t offset() const { return rows_.offset(); }
  std::uint32_t line() const { return rows_.line(); }
  // Fills in where the row is.
  void place(event::Place& place) const;
  void reject(Sink& sink, const Message& reason) const;
  // A second reader of the same rows, from the first.
  CsvTable rewound() const { return CsvTable(text_); }

 private:
  std::optional<Message> fault_of_row() const;
  bool is_header_again() const;
  void report_passed(Sink& sink);

  std::string_view text_;
  char separator_ = ',';
  CsvRows rows_;
  CsvColumns columns_;
  std::string_view header_text_;
  std::vector<std::string> buffers_;  // one a column, for fields whose quotes had to go
  bool after_damage_ = false;
  std::uint64_t passed_ = 0;
};

}  // namespace digue::read
