// The lines of a text, one after the other, for formats whose lines are records; and cutting one
// into fields.  Views into the text.  One reader, one thread.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "read/filler.h"
#include "read/sentences.h"

namespace digue::read {

struct Line {
  std::string_view text;  // without its end
  std::uint64_t offset = 0;
  std::uint32_t number = 0;  // from 1
};

class Lines {
 public:
  // Those of text[begin, end).
  explicit Lines(std::string_view text, std::size_t begin = 0,
                 std::size_t end = std::string_view::npos)
      : text_(text.substr(0, end)), at_(begin) {}

  // The next line that is not empty; false at the end.
  bool next(Line& line) {
    while (at_ < text_.size()) {
      const std::size_t found = text_.find('\n', at_);
      const std::size_t end = found == std::string_view::npos ? text_.size() : found;
      line = {text_.substr(at_, end - at_), at_, ++number_};
      at_ = end + 1;
      if (line.text.ends_with('\r')) line.text.remove_suffix(1);
      if (!line.text.empty()) return true;
    }
    return false;
  }
  // Those passed so far, empty ones too.
  std::uint32_t count() const { return number_; }

 private:
  std::string_view text_;
  std::size_t at_;
  std::uint32_t number_ = 0;
};

// Takes the next field off, apart by one space or several; "" at the end.
inline std::string_view take_field(std::string_view& rest, char separator = ' ') {
  const std::size_t begin = rest.find_first_not_of(separator);
  if (begin == std::string_view::npos) return rest = {};
  const std::size_t end = std::min(rest.find(separator, begin), rest.size());
  const auto field = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return field;
}

// The same, apart by blanks or tabs, and within double quotes or not.
inline std::string_view take_log_value(std::string_view& rest) {
  rest = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
  const bool quoted = rest.starts_with('"');
  const std::size_t end =
      std::min(quoted ? rest.find('"', 1) : rest.find_first_of(" \t"), rest.size());
  const auto value = rest.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0));
  rest.remove_prefix(std::min(end + (quoted ? 1 : 0), rest.size()));
  return value;
}

// "203.0.113.9" of "mail.example[203.0.113.9]:25"; "" without brackets.
inline std::string_view in_brackets(std::string_view text) {
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) return {};
  return text.substr(open + 1, text.find(']', open) - open - 1);
}

// 1 to 12, of "Jan" to "Dec"; 0 of anything else.
inline unsigned month_of_letters(std::string_view name) {
  constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (name.size() != 3) return 0;
  for (unsigned month = 0; month < 12; ++month) {
    const char* const its = names.data() + month * std::size_t{3};
    if (its[0] == name[0] && its[1] == name[1] && its[2] == name[2]) return month + 1;
  }
  return 0;
}

// A dash stands for nothing.
inline std::string_view unless_dash(std::string_view text) {
  return text == "-" ? std::string_view() : text;
}

// How sure, from the share of the sample's lines that are the format's: `sure` when nearly all are.
template <class IsMine>
int sure_by_lines(std::string_view sample, int sure, IsMine is_mine) {
  constexpr std::size_t lines_looked_at = 32;
  // The sample is cut anywhere: its last line only counts when it is the whole.
  const std::size_t last = sample.rfind('\n');
  Lines lines(last == std::string_view::npos ? sample : sample.substr(0, last));
  std::size_t all = 0, mine = 0;
  for (Line line; all < lines_looked_at && lines.next(line); ++all)
    mine += is_mine(line.text) ? 1 : 0;
  return all != 0 && mine * 10 >= all * 8 ? sure : 0;
}

// Calls fill(line) for each line that is_row(line); what it returns false for is no record of the
// format: rejected.  How many lines there were.
template <class IsRow, class Fill>
std::uint32_t read_rows(Lines lines, Sink& sink, std::string_view format, IsRow is_row, Fill fill) {
  std::uint64_t passed = 0;
  constexpr std::uint64_t step = 16 << 20;
  for (Line line; lines.next(line);) {
    if (!is_row(line)) continue;
    sink.row();
    if (line.text.size() <= max_record_bytes && fill(line))
      sink.commit();
    else
      sink.rejected(line.offset, line.text.size(), line.number,
                    tell<sentences::other_line>(format));
    if (line.offset < passed + step) continue;
    passed = line.offset;
    sink.passed(passed);
  }
  return lines.count();
}

template <class IsRow, class Fill>
void read_rows(std::string_view text, Sink& sink, std::string_view format, IsRow is_row,
               Fill fill) {
  read_rows(Lines(text), sink, format, is_row, fill);
}

// The same, where every line is one.
template <class Fill>
std::uint32_t read_lines(Lines lines, Sink& sink, std::string_view format, Fill fill) {
  return read_rows(lines, sink, format, [](const Line&) { return true; }, fill);
}
template <class Fill>
void read_lines(std::string_view text, Sink& sink, std::string_view format, Fill fill) {
  read_lines(Lines(text), sink, format, fill);
}

// A new event, of the line.
inline event::Event& begin_event(Filler& filler, const Line& line) {
  auto& event = filler.begin(event::Family::none);
  event.place.offset = line.offset;
  event.place.line = line.number;
  return event;
}

}  // namespace digue::read
