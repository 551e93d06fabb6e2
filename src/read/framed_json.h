// JSON that collectors forward by syslog: each line is a header (read/syslog/message.h) and one
// object.
#pragma once
#include <cstddef>
#include <string_view>

namespace digue::read {

// Where the object begins in a line that is a header of syslog and one object; npos in any other.
std::size_t object_after_header(std::string_view line);
// Whether nearly all lines of the sample, which may be cut anywhere, are such lines.
bool is_framed_json(std::string_view sample);

}  // namespace digue::read
