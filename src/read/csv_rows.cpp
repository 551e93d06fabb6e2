#include "read/csv_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "read/blocks.h"
#include "read/format.h"
#include "read/sentences.h"

namespace digue::read {

CsvRows::CsvRows(std::string_view text, char separator, std::size_t begin, std::uint32_t line)
    : text_(text), separator_(separator), next_(begin), next_line_(line) {}

CsvRows::Cut CsvRows::next() {
  if (!skip_empty_lines()) return Cut::end;
  begin_ = next_;
  line_ = next_line_;
  fields_.clear();
  columns_ = 0;
  if (unclosed_ < max_unclosed_quotes) return cut_fast();
  return cut_by_hand(std::min(text_.find('\n', begin_), text_.size()));
}

bool CsvRows::skip_empty_lines() {
  while (next_ < text_.size()) {
    if (text_[next_] == '\n')
      ++next_;
    else if (text_[next_] == '\r' && next_ + 1 < text_.size() && text_[next_ + 1] == '\n')
      next_ += 2;
    else
      return true;
    ++next_line_;
  }
  return false;
}

void CsvRows::add_field(std::size_t begin, std::size_t end) {
  if (++columns_ <= max_columns) fields_.push_back(text_.substr(begin, end - begin));
}

namespace {
// The marks of one block of 64 bytes, given what the block before left open.
struct Marks {
  std::uint64_t ends;      // separators and line ends outside quotes
  std::uint64_t newlines;  // all of them
  std::uint64_t odd;       // quotes that are not where RFC 4180 puts them
};

struct QuoteState {
  std::uint64_t inside = 0;    // all ones inside quotes
  std::uint64_t may_open = 1;  // the byte before ends a field, or is a quote
  std::uint64_t closed = 0;    // the byte before is a closing quote

  Marks look(const Block& block, char separator) {
    const std::uint64_t quotes = block.equal('"'), newlines = block.equal('\n');
    const std::uint64_t cuts = block.equal(separator) | newlines;
    const std::uint64_t within = running_parity(quotes) ^ inside;
    const std::uint64_t opens = quotes & within, closes = quotes & ~within;
    const std::uint64_t after_close = closes << 1 | closed;
    Marks marks{cuts & ~within, newlines, opens & ~((cuts | quotes) << 1 | may_open)};
    if (after_close != 0) marks.odd |= after_close & ~(cuts | quotes | block.equal('\r'));
    inside = within >> 63 != 0 ? ~std::uint64_t{0} : 0;
    may_open = (cuts | quotes) >> 63;
    closed = closes >> 63;
    return marks;
  }
};

std::uint32_t count_of(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::popcount(bits));
}
}  // namespace

// Quotes where RFC 4180 puts them toggle "inside", doubled ones twice: parity alone finds the ends
// of fields.  A row with a quote elsewhere is cut again by the plain loop.
CsvRows::Cut CsvRows::cut_fast() {
  QuoteState state;
  std::size_t field = begin_;
  for (std::size_t at = begin_; at < text_.size(); at += block_bytes) {
    if (at - begin_ > max_record_bytes) return unclosed(true);
    const Marks marks = state.look(Block(text_, at), separator_);
    const unsigned trusted = static_cast<unsigned>(std::countr_zero(marks.odd));
    for (std::uint64_t ends = marks.ends & low_bits(trusted); ends != 0; ends &= ends - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(ends));
      const std::size_t end = at + bit;
      if (end >= text_.size()) break;  // NUL separators do not exist; a guard for the padding
      add_field(field, end);
      field = end + 1;
      if ((marks.newlines >> bit & 1) == 0) continue;
      next_line_ += count_of(marks.newlines & low_bits(bit + 1));
      return finish_row(end, end + 1);
    }
    // Past the end of the text the padding looks like text after a closing quote: no fault.
    if (marks.odd != 0 && at + trusted < text_.size())
      return next_line_ = line_, fields_.clear(), columns_ = 0,
             cut_by_hand(std::min(text_.size(), begin_ + max_record_bytes));
    next_line_ += count_of(marks.newlines);
  }
  if (state.inside != 0) return unclosed(false);
  add_field(field, text_.size());
  return finish_row(text_.size(), text_.size());
}

CsvRows::Cut CsvRows::cut_by_hand(std::size_t limit) {
  const std::size_t end = cut_row_plainly(text_, begin_, limit, separator_, fields_);
  const bool at_line_end = end < text_.size() && text_[end] == '\n';
  if (end == std::string_view::npos || (!at_line_end && end < text_.size()))
    return unclosed(limit < text_.size() && text_[limit] != '\n');
  columns_ = fields_.size();
  const std::size_t next = std::min(end + 1, text_.size());
  const auto row = text_.substr(begin_, next - begin_);
  next_line_ = line_ + static_cast<std::uint32_t>(std::count(row.begin(), row.end(), '\n'));
  return finish_row(end, next);
}

CsvRows::Cut CsvRows::finish_row(std::size_t end, std::size_t next) {
  next_ = next;
  end_ = end;
  if (end > begin_ && text_[end - 1] == '\r') {
    --end_;
    if (columns_ <= max_columns && !fields_.back().empty()) fields_.back().remove_suffix(1);
  }
  if (columns_ <= max_columns) return Cut::row;
  reason_ = tell<sentences::too_many_columns>(columns_, max_columns);
  return Cut::damage;
}

// The row never ends, or not within the cap: its first line is lost, reading goes on after it.
CsvRows::Cut CsvRows::unclosed(bool over_cap) {
  ++unclosed_;
  end_ = std::min(text_.find('\n', begin_), text_.size());
  const bool last_line = end_ == text_.size();
  next_ = last_line ? end_ : end_ + 1;
  next_line_ = line_ + (last_line ? 0 : 1);
  if (over_cap)
    reason_ = tell<sentences::record_too_long>(max_record_bytes);
  else if (last_line)
    reason_ = tell<sentences::cut_short>();
  else
    reason_ = tell<sentences::quote_never_closes>();
  return Cut::damage;
}

// Whether the byte after a closing quote is one that may stand there.
static bool may_follow_quote(std::string_view text, std::size_t at, std::size_t limit,
                             char separator) {
  return at >= limit || text[at] == separator || text[at] == '\n' || text[at] == '\r';
}

std::size_t cut_row_plainly(std::string_view text, std::size_t begin, std::size_t limit,
                            char separator, std::vector<std::string_view>& fields) {
  fields.clear();
  std::size_t field = begin;
  bool inside = false, lines_inside = false;
  for (std::size_t at = begin; at < limit; ++at) {
    const char c = text[at];
    if (c == '"' && at == field) {
      inside = true;
      lines_inside = false;
    } else if (c == '"' && inside) {
      const bool doubled = at + 1 < limit && text[at + 1] == '"';
      inside = doubled;
      at += doubled ? 1 : 0;
      if (!inside && lines_inside && !may_follow_quote(text, at + 1, limit, separator))
        return std::string_view::npos;
    } else if (inside) {
      lines_inside |= c == '\n';
    } else if (c == separator || c == '\n') {
      if (fields.size() <= max_columns) fields.push_back(text.substr(field, at - field));
      if (c == '\n') return at;
      field = at + 1;
    }
  }
  if (inside) return std::string_view::npos;
  if (fields.size() <= max_columns) fields.push_back(text.substr(field, limit - field));
  return limit;
}

namespace {
// Copies pieces between quotes: most are short, so sixteen bytes at a time, written past the end
// (the buffer has the room) but never read past the end of the field.
char* copy_piece(char* to, const char* from, std::size_t size, std::size_t readable) {
  if (size + 16 > readable) {
    std::memcpy(to, from, size);
    return to + size;
  }
  for (std::size_t done = 0; done < size; done += 16) std::memcpy(to + done, from + done, 16);
  return to + size;
}

// Copies what stands inside the quotes of `raw`, which begins with one; returns the end.
char* collapse(std::string_view raw, char* to) {
  std::size_t from = 1;
  for (std::size_t at = 1; at < raw.size(); at += block_bytes) {
    for (std::uint64_t quotes = Block(raw, at).equal('"'); quotes != 0; quotes &= quotes - 1) {
      const std::size_t quote = at + static_cast<unsigned>(std::countr_zero(quotes));
      if (quote < from) continue;  // the second of a doubled pair
      const bool doubled = quote + 1 < raw.size() && raw[quote + 1] == '"';
      const std::size_t size = quote - from + (doubled ? 1 : 0);
      to = copy_piece(to, raw.data() + from, size, raw.size() - from);
      from = quote + (doubled ? 2 : 1);
      if (doubled) continue;
      return std::copy(raw.data() + from, raw.data() + raw.size(), to);
    }
  }
  return std::copy(raw.data() + std::min(from, raw.size()), raw.data() + raw.size(), to);
}
}  // namespace

std::string_view unquoted_copy(std::string_view raw, std::string& buffer) {
  if (buffer.size() < raw.size() + copy_padding) buffer.resize(raw.size() * 2 + copy_padding);
  if (!raw.starts_with('"')) {
    std::memcpy(buffer.data(), raw.data(), raw.size());
    return {buffer.data(), raw.size()};
  }
  const char* end = collapse(raw, buffer.data());
  return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

std::string_view unquoted(std::string_view raw, std::string& buffer) {
  if (!raw.starts_with('"')) return raw;
  const std::size_t close = raw.find('"', 1);
  if (close == std::string_view::npos) return raw.substr(1);
  if (close == raw.size() - 1) return raw.substr(1, raw.size() - 2);
  return unquoted_copy(raw, buffer);
}

}  // namespace digue::read
