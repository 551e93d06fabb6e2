// One line of syslog taken apart: RFC 5424, RFC 3164 with or without its priority, and the form of
// rsyslog and journald with an ISO date.  Then who it speaks of, for the mail servers and the
// services that the sheets ask about (Postfix, Dovecot, OpenSSH) and for any that writes user=,
// src= and the like.  Views into the line.
#pragma once
#include <optional>
#include <string_view>

#include "base/time.h"

namespace digue::read::syslog {

struct Message {
  Instant time;                // unknown when the line has no year
  bool time_is_local = false;  // no zone was written
  std::string_view host, program, text;
};
std::optional<Message> take_apart(std::string_view line);

struct Who {
  std::string_view account;  // who signed in, else the sender
  std::string_view target;   // the recipient
  std::string_view address;  // of the client
};
Who who_is_in(const Message& message);

}  // namespace digue::read::syslog
