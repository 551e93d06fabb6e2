// The clocks of an incident as an iCalendar file (RFC 5545), to put beside other appointments.
//
// One event for each clock that has an end: at that moment, in UTC, with alarms at half of its
// time, six hours before the end and at the end, but for those that are past.  What is only
// proposed is TENTATIVE.  Once a clock is met, or not required, its event is CANCELLED and has no
// alarm.  UIDs stay the same from one export to the next, and SEQUENCE grows with what is said, so
// that importing again updates.  Lines end with CRLF and have at most 75 octets.  Pure;
// thread-safe.
#pragma once
#include <string>
#include <vector>

#include "base/sentence.h"
#include "incident/clocks.h"

namespace digue::produce::calendar {

struct Calendar {
  std::string bytes;
  std::size_t events = 0;
  std::size_t without_end = 0;  // running, but with no moment to put in a calendar
};
Calendar calendar_of(const incident::State& state, const std::vector<incident::ClockState>& clocks,
                     Instant now, Language language);

// One content line, folded, with its CRLF.  No character is cut in two.
std::string folded_line(std::string_view line);
// A value of type TEXT: what has a meaning is escaped, control characters are dropped.
std::string escaped_text(std::string_view text);

}  // namespace digue::produce::calendar
