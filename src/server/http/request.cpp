#include "server/http/request.h"

#include "base/text.h"

namespace digue::server::http {

std::optional<std::string_view> Request::parameter(std::string_view name) const {
  for (const auto& one : target.query)
    if (one.name == name) return one.value;
  return std::nullopt;
}

std::string_view Request::cookie(std::string_view name) const {
  for (const auto pair : split(field("cookie"), ';')) {
    const auto equal = pair.find('=');
    if (equal != std::string_view::npos && trimmed(pair.substr(0, equal)) == name)
      return trimmed(pair.substr(equal + 1));
  }
  return {};
}

}  // namespace digue::server::http
