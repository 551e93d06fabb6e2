// Cuts delimited text (RFC 4180) into rows and raw fields, fast, and never loses its way for long.
//
// Input: UTF-8 without BOM.  A field that begins with a double quote runs to its closing quote
// (doubled quotes stand for one; separators and line ends inside belong to it); any other field
// runs to the next separator or line end, and a quote in it is a plain character.  Text after a
// closing quote stays part of the field, unless the quotes hold a line end: then the quote that
// closes is taken for one that opens another field, and the first for one that never closes.  LF
// and CRLF end a row; empty lines are no rows.
//
// Damage: a row longer than max_record_bytes, one of more than max_columns, or one whose quote
// never closes, is given as `damage` and cut at its first line end, where reading goes on; after
// max_unclosed_quotes of them quotes are held unreliable and every line end ends a row, so that
// hostile text costs linear time.
//
// Fields are views into the text.  One reader, one thread.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "read/blocks.h"

namespace digue::read {

inline constexpr unsigned max_unclosed_quotes = 16;

class CsvRows {
 public:
  enum class Cut : std::uint8_t { row, damage, end };

  CsvRows(std::string_view text, char separator, std::size_t begin = 0, std::uint32_t line = 1);

  Cut next();
  // The row or the damage cut last: where it is, without its line end; line counts from 1.
  std::uint64_t offset() const { return begin_; }
  std::uint64_t bytes() const { return end_ - begin_; }
  std::uint32_t line() const { return line_; }
  // The fields of a row as they stand, outer quotes and all.
  std::span<const std::string_view> raw() const { return fields_; }
  // Why, of damage.
  const Message& reason() const { return reason_; }

 private:
  Cut cut_fast();
  Cut cut_by_hand(std::size_t limit);
  Cut cut_again_by_hand();
  Cut finish_row(std::size_t end, std::size_t next);
  Cut unclosed(bool over_cap);
  void add_field(std::size_t begin, std::size_t end);
  bool skip_empty_lines();

  std::string_view text_;
  char separator_;
  MarkWindow<4> marks_;  // quotes, separators, line feeds, carriage returns
  std::size_t begin_ = 0, end_ = 0, next_ = 0;
  std::uint32_t line_ = 1, next_line_ = 1;
  unsigned unclosed_ = 0;
  std::size_t columns_ = 0;  // of the row, those over the cap too
  std::vector<std::string_view> fields_;
  Message reason_;
};

// The text of a raw field: without its quotes, doubled ones made single.  Gives a view of `raw`
// where it can, else of `buffer`, which is overwritten.
std::string_view unquoted(std::string_view raw, std::string& buffer);

// Always a copy in `buffer`, with copy_padding bytes of the buffer after it: what a parser that
// reads in wide steps wants.
inline constexpr std::size_t copy_padding = 64;
std::string_view unquoted_copy(std::string_view raw, std::string& buffer);

// The plain loop that says what a row is; the fast one must agree (tests compare them).  Cuts the
// row at `begin`, reading no further than `limit`; returns where its line end (or `limit`) is, or
// npos when a quote never closes.
std::size_t cut_row_plainly(std::string_view text, std::size_t begin, std::size_t limit,
                            char separator, std::vector<std::string_view>& fields);

}  // namespace digue::read
