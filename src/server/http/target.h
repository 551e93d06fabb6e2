// What a request asks for: the pieces of its path and its parameters, percent-decoded.  Nothing of
// a path that could mean a folder above, or two things: no "." or "..", no encoded slash, no
// control character, UTF-8 only.  Pure; thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digue::server::http {

struct Parameter {
  std::string name, value;
};

struct Target {
  std::vector<std::string> path;  // "/api/v1" is {"api", "v1"}; "/" is {}
  std::vector<Parameter> query;
};
std::optional<Target> read_target(std::string_view target);

// RFC 3986; nothing when a % is not followed by two digits, or the text is not UTF-8 or holds a
// control character.  `plus`: a + is a space, as forms write it.
std::optional<std::string> percent_decoded(std::string_view text, bool plus);

}  // namespace digue::server::http
