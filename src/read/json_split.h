// Cuts the records (objects) out of JSON text, so that a 2 GB line is read one object at a time.
//
// Input: UTF-8.  One object, an array of objects, arrays joined end to end, one object a line,
// indented or not, behind a header of syslog on each line (read/framed_json.h), and pages such as
// {"@odata.context":"...","value":[...]} or {"records":[...]}: the objects of the page are the
// records.  What lies between records (commas, brackets, white
// space) is passed over.  The cutter knows strings and braces only; whether a record is good JSON,
// and no deeper than max_json_depth, is the parser's to say.
//
// Damage: an object that never closes, or is longer than max_record_bytes, is given as `damage`
// and reading goes on at the next place that looks like the start of a record (a line that begins
// as this record's did, or the key that this record begins with).  After max_unclosed_records of
// them no record is looked for beyond the next such place, so that hostile text costs linear time.
//
// Records are views into the text.  One splitter, one thread.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "read/blocks.h"
#include "read/format.h"

namespace digue::read {

inline constexpr unsigned max_unclosed_records = 16;

// Whether the first character that is no white space opens an object or an array, or the lines are
// headers of syslog with an object each.
bool begins_as_json(std::string_view text);

using JsonMarks = MarkWindow<5>;  // quotes, backslashes, opening and closing braces, line feeds

class JsonSplitter {
 public:
  enum class Cut : std::uint8_t { record, damage, end };

  explicit JsonSplitter(std::string_view text);

  Cut next();
  // The record or the damage cut last.
  std::string_view record() const { return text_.substr(begin_, end_ - begin_); }
  std::uint64_t offset() const { return begin_; }
  std::uint32_t line() const { return line_; }  // from 1
  // Why, of damage.
  const Message& reason() const { return reason_; }
  // The record cut last is no JSON: a lost quote may have joined it to others.  If one seems to
  // begin inside it, the record becomes what stands before, and reading goes on there.
  bool split_again();

 private:
  Cut cut_object();
  Cut cut_noise();
  Cut give_damage(std::size_t end, const Message& reason);
  bool enter_page();
  void pass_member();
  bool pass_header();
  std::string_view start_of(std::size_t begin) const;
  std::string_view indent_before(std::size_t begin) const;
  std::size_t next_start(std::size_t limit) const;

  std::string_view text_;
  JsonMarks marks_;
  std::size_t begin_ = 0, end_ = 0, next_ = 0;
  std::uint32_t line_ = 1, next_line_ = 1;
  unsigned unclosed_ = 0;
  std::uint32_t objects_ = 0;
  std::string_view start_of_good_;  // what the last good record begins with
  bool framed_ = false;             // a header of syslog stood before an object
  bool in_page_ = false;  // between the records of a page, whose own closing brace is to come
  Message reason_;
};

// The records of a file, with the sink's accounts kept: what a JSON format loops over.
//   JsonRecords records(text);
//   while (records.next(sink)) { ...; sink.commit(); or records.reject(sink, reason); }
class JsonRecords {
 public:
  explicit JsonRecords(std::string_view text) : splitter_(text) {}
  // Goes to the next record: counts it; reports damage and passes over it; false at the end.
  bool next(Sink& sink);
  // The same for a caller that counts the record itself: Sink::row(), or not.
  bool next_uncounted(Sink& sink);
  // The same without a sink: damage is passed over, and counted.
  bool next();
  std::uint64_t damaged() const { return damaged_; }
  std::string_view record() const { return splitter_.record(); }
  std::uint64_t offset() const { return splitter_.offset(); }
  std::uint32_t line() const { return splitter_.line(); }
  void place(event::Place& place) const;
  void reject(Sink& sink, const Message& reason) const;
  // For a record that the parser refuses.
  void reject_broken(Sink& sink, const Message& reason);

 private:
  JsonSplitter splitter_;
  std::uint64_t passed_ = 0, damaged_ = 0;
};

// The first record of a sample that may be cut anywhere: whole, or as far as the sample goes.
std::string_view first_record(std::string_view sample);
// The names of the record's own members (not of what is inside them), as far as a record that may
// be cut goes; escapes are left as they are.  For recognition.
std::vector<std::string_view> member_names(std::string_view record);
// After the closing quote of the string that begins at `at`; the end of the text if it has none.
std::size_t end_of_string(std::string_view text, std::size_t at);

}  // namespace digue::read
