// One line of syslog taken apart: RFC 5424, RFC 3164 with or without its priority, the form of
// rsyslog and journald with an ISO date, and Cisco's with a year.  Then who it speaks of, for any
// service that writes user=, src= and the like.  Views into the line.
#pragma once
#include <optional>
#include <string_view>

#include "read/line_times.h"

namespace digue::read::syslog {

struct Message {
  Instant time;                            // unknown when the line has no year
  bool time_is_local = false;              // no zone was written
  std::optional<CivilTime> yearless = {};  // RFC 3164: month, day and clock
  std::string_view host, program, text;
  std::string_view structured = {};  // RFC 5424: "[meta@1 user=\"x\"][...]", without a lone dash
};
std::optional<Message> take_apart(std::string_view line);
// The month, day and clock of a line of RFC 3164, its priority before it or not.
std::optional<CivilTime> yearless_time(std::string_view line);
// When the message was, its year and its zone deduced where it has none.
ReadDate time_of(const Message& message, std::uint64_t offset, LineTimes& times);

struct Who {
  std::string_view account;  // who signed in, else the sender
  std::string_view target;   // the recipient
  std::string_view address;  // of the client
};
Who who_is_in(const Message& message);

}  // namespace digue::read::syslog
