// What the services that log through syslog say, by program: a table of wordings for each.
#pragma once
#include "read/syslog/message.h"
#include "read/wording.h"

namespace digue::read::syslog {

// False when the program is not known or words it otherwise.
bool tell_program(std::string_view program, std::string_view text, Said& said);

}  // namespace digue::read::syslog
