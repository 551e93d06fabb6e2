#include "read/csv_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "read/blocks.h"
#include "read/format.h"
#include "read/sentences.h"

namespace digue::read {

CsvRows::CsvRows(std::string_view text, char separator, std::size_t begin, std::uint32_t line)
    : text_(text),
      separator_(separator),
      marks_(text, {'"', separator, '\n', '\r'}),
      next_(begin),
      next_line_(line) {}

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
// What the marks of one block mean, given what the block before left open.
struct Ends {
  std::uint64_t fields;  // separators and line ends outside quotes
  std::uint64_t odd;     // quotes that are not where RFC 4180 puts them
};

struct QuoteState {
  std::uint64_t inside = 0;  // all ones inside quotes
  std::uint64_t may_open;    // where a quote may open for what stood before the block
  std::uint64_t closed = 0;  // the byte before is a closing quote

  Ends look(std::uint64_t quotes, std::uint64_t cuts, std::uint64_t returns) {
    const std::uint64_t within = running_parity(quotes) ^ inside;
    const std::uint64_t opens = quotes & within, closes = quotes & ~within;
    const std::uint64_t after_close = closes << 1 | closed;
    const std::uint64_t odd =
        (opens & ~((cuts | quotes) << 1 | may_open)) | (after_close & ~(cuts | quotes | returns));
    inside = within >> 63 != 0 ? ~std::uint64_t{0} : 0;
    may_open = (cuts | quotes) >> 63;
    closed = closes >> 63;
    return {cuts & ~within, odd};
  }
};

std::uint32_t count_of(std::uint64_t bits) {
  return bits == 0 ? 0 : static_cast<std::uint32_t>(std::popcount(bits));
}
}  // namespace

// Quotes where RFC 4180 puts them toggle "inside", doubled ones twice: parity alone finds the ends
// of fields.  A row with a quote elsewhere is cut again by the plain loop.
CsvRows::Cut CsvRows::cut_fast() {
  const auto first_bit = static_cast<unsigned>(begin_ % block_bytes);
  QuoteState state{.may_open = std::uint64_t{1} << first_bit};
  std::uint64_t ours = ~low_bits(first_bit);  // what of the block belongs to the row
  std::size_t field = begin_;
  for (std::size_t at = begin_ - first_bit; at < text_.size(); at += block_bytes) {
    if (at > begin_ + max_record_bytes) return unclosed(true);
    const auto& [quotes, separators, newlines, returns] = marks_.of(at / block_bytes);
    const Ends ends = state.look(quotes & ours, (separators | newlines) & ours, returns & ours);
    const auto trusted = static_cast<unsigned>(std::countr_zero(ends.odd));
    for (std::uint64_t left = ends.fields & low_bits(trusted); left != 0; left &= left - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(left));
      add_field(field, at + bit);
      field = at + bit + 1;
      if ((newlines >> bit & 1) == 0) continue;
      next_line_ += count_of(newlines & ours & low_bits(bit + 1));
      return finish_row(at + bit, at + bit + 1);
    }
    // Past the end of the text the padding looks like text after a closing quote: no fault.
    if (ends.odd != 0 && at + trusted < text_.size()) return cut_again_by_hand();
    next_line_ += count_of(newlines & ours);
    ours = ~std::uint64_t{0};
  }
  if (state.inside != 0) return unclosed(false);
  add_field(field, text_.size());
  return finish_row(text_.size(), text_.size());
}

CsvRows::Cut CsvRows::cut_again_by_hand() {
  next_line_ = line_;
  fields_.clear();
  columns_ = 0;
  return cut_by_hand(std::min(text_.size(), begin_ + max_record_bytes));
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

// Copies what stands inside the quotes of `raw`, which begins with one, byte by byte: for fields
// with text after their closing quote.  Gives the size.
static std::size_t copy_by_hand(std::string_view raw, char* to) {
  char* out = to;
  std::size_t at = 1;
  for (; at < raw.size(); ++at) {
    if (raw[at] == '"' && (at + 1 == raw.size() || raw[at + 1] != '"')) break;
    at += raw[at] == '"' ? 1 : 0;
    *out++ = raw[at];
  }
  const auto after = raw.substr(std::min(at + 1, raw.size()));
  out = std::copy(after.begin(), after.end(), out);
  return static_cast<std::size_t>(out - to);
}

std::string_view unquoted_copy(std::string_view raw, std::string& buffer) {
  if (buffer.size() < raw.size() + copy_padding) buffer.resize(raw.size() * 2 + copy_padding);
  char* to = buffer.data();
  if (!raw.starts_with('"')) return {to, raw.copy(to, raw.size())};
  std::size_t size = std::string_view::npos;
  if (raw.size() >= 2 && raw.ends_with('"'))
    size = copy_undoubled(raw.substr(1, raw.size() - 2), to);
  if (size == std::string_view::npos) size = copy_by_hand(raw, to);
  return {to, size};
}

std::string_view unquoted(std::string_view raw, std::string& buffer) {
  if (!raw.starts_with('"')) return raw;
  const std::size_t close = raw.find('"', 1);
  if (close == std::string_view::npos) return raw.substr(1);
  if (close == raw.size() - 1) return raw.substr(1, raw.size() - 2);
  return unquoted_copy(raw, buffer);
}

}  // namespace digue::read
