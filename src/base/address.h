// An address of the Internet, as text.
#pragma once
#include <string>

namespace digue {

// "203.0.113.7", "2001:db8::1": without port, brackets or zone index.
bool is_ip_address(const std::string& text);

}  // namespace digue
