// Lines of named fields to events: the carrier cuts a line, the tables say what its fields mean,
// and what they don't say of the time and the machine comes from the line's syslog header, if any.
//
// Lives for one read().  Not thread-safe.
#pragma once
#include "read/appliance/carriers.h"
#include "read/appliance/tables.h"
#include "read/line_times.h"

namespace digue::read {

class LogLines {
 public:
  LogLines(std::string_view text, const Told& told, Sink& sink,
           std::span<const Product* const> products = known_products());

  // An event of the line; false when it is none of the carrier's.
  bool fill(const Line& line, Carry carry);
  // To be called once at the end.
  void finish() const { times_.remark(sink_); }

 private:
  Sink& sink_;
  Filler filler_;
  LineTimes times_;
  Products products_;
  Scratch scratch_;
  Said said_;
};

// Whether a line of a sample is of that carrier and has one of these fields.
bool carries(std::string_view line, Carry carry, std::span<const std::string_view> any_of);

// The text of a record's date: a date and a clock in one or two, its zone put after it when it
// stands apart.  "" when nothing is said.
std::string date_said(const Said& said);
// When a record was, out of what its fields say: since 1970 in seconds to nanoseconds, a date and a
// clock in one or two, with a zone or not.  Unknown when they say nothing that is a date.
ReadDate time_said(const Said& said, LineTimes& times);

}  // namespace digue::read
