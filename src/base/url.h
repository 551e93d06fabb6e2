// The parts of a URL as logs and lists write it, with its scheme or without; and percent-encoding.
// Nothing is decoded and no case is changed.  Views into the text.
#pragma once
#include <string>
#include <string_view>

namespace digue {

// "host" of "https://user@host:443/path", "::1" of "http://[::1]:80"; "" when there is none.
std::string_view host_of_url(std::string_view url);
// "/a/b?x=1" of "https://host/a/b?x=1"; "" of a site alone.
std::string_view path_of_url(std::string_view url);
// RFC 3986: whatever is not unreserved as "%2F".
std::string percent_encoded(std::string_view text);

}  // namespace digue
