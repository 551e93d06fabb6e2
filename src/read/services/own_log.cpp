#include "read/services/own_log.h"

#include <algorithm>

namespace digue::read {

int OwnLogFormat::recognise(std::string_view sample) const {
  return sure_by_lines(sample, log_.sure, [&](std::string_view line) {
    Head head;
    return log_.take_head(line, head) && log_.is_mine(head);
  });
}

void OwnLogFormat::read(std::string_view text, const Told& told, Sink& sink) const {
  Filler filler(sink);
  LineTimes times(text, told);
  Said said;
  Head head;
  bool begun = false;
  const auto is_row = [&](const Line& line) {
    const bool has_head = log_.take_head(line.text, head);
    const bool goes_on = !has_head && begun;
    begun |= has_head;
    if (!has_head) head = {};
    return !goes_on;
  };
  read_rows(text, sink, log_.name, is_row, [&](const Line& line) {
    if (head.date.empty()) return false;
    said.clear();
    if (!log_.tell(head.text, said)) said.clear();
    add_event(filler, line, said, times.of_text(head.date));
    return true;
  });
  times.remark(sink);
}

static bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool take_iso_head(std::string_view line, Head& head) {
  if (line.size() < 20 || line[4] != '-' || line[7] != '-' || line[13] != ':' || line[16] != ':' ||
      !is_digits(line.substr(0, 4)) || !is_digits(line.substr(17, 2)))
    return false;
  std::size_t end = std::min(line.find(' ', 19), line.size());
  const auto zone = line.substr(std::min(end + 1, line.size()));
  const bool has_zone = zone.size() > 5 && (zone[0] == '+' || zone[0] == '-') &&
                        is_digits(zone.substr(1, 4)) && zone[5] == ' ';
  if (has_zone) end += 6;
  head.date = line.substr(0, end);
  head.text = line.substr(std::min(end + 1, line.size()));
  return true;
}

bool skip_past(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at + mark.size());
  return true;
}

}  // namespace digue::read
