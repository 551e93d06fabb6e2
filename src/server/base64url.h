// Base64 as addresses and JSON tokens write it (RFC 4648, section 5), without padding. Thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace digue::server {

std::string to_base64url(std::string_view bytes);
// Nothing when it is of another alphabet, or padded.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace digue::server
