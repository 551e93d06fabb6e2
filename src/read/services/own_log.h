// A format of the log that one service writes to a file of its own: a head with the date, then a
// message that is worded (read/wording.h).  A line without a head goes on with the message before.
#pragma once
#include "read/line_times.h"
#include "read/wording.h"

namespace digue::read {

// What a line begins with.
struct Head {
  std::string_view date;  // in any form that read/dates.h knows
  std::string_view text;  // what follows
};

struct OwnLog {
  std::string_view name;
  int sure = 0;  // when nearly all lines of a sample are `mine`
  // False when the line begins otherwise.
  bool (*take_head)(std::string_view line, Head& head) = nullptr;
  // Whether a line that has a head is surely this service's.
  bool (*is_mine)(const Head& head) = nullptr;
  // False when nothing in it is known: the line is an event without parts.
  bool (*tell)(std::string_view text, Said& said) = nullptr;
};

class OwnLogFormat final : public Format {
 public:
  explicit OwnLogFormat(const OwnLog& log) : log_(log) {}
  std::string_view name() const override { return log_.name; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override;
  void read(std::string_view text, const Told& told, Sink& sink) const override;

 private:
  OwnLog log_;
};

// "2026-03-08 02:11:07", with a fraction after a point or a comma, and a zone or not, then a blank.
bool take_iso_head(std::string_view line, Head& head);
// What stands before the first of `marks`, and the mark, off; false when there is none.
bool skip_past(std::string_view& text, std::string_view mark);

}  // namespace digue::read
