// JSON that collectors forward by syslog: each line is a header (read/syslog/message.h) and one
// object, up to 64 bytes apart (a program's name, a byte order mark).  Bytes as they stand, UTF-8
// where they are text; what is not UTF-8 is left to whoever reads the object.
//
// Functions of their argument alone: threads may call them at once.  No line is an error: what is
// not of that shape is told apart.
//
// Source: RFC 3164 section 4 and RFC 5424 section 6, and the headers that rsyslog and journald
// write.
#pragma once
#include <cstddef>
#include <string_view>

namespace digue::read {

// Where the object begins in a line that is a header of syslog and one object; npos in any other.
std::size_t object_after_header(std::string_view line);
// Whether nearly all lines of the sample, which may be cut anywhere, are such lines.
bool is_framed_json(std::string_view sample);

}  // namespace digue::read
