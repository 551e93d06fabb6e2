// The web interface, built into the program from build/web; one page that says how to build it when
// the program was built without.  Thread-safe.
#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace digue::server {

// What an organisation gives in place of ours; what is empty stays ours.
struct Theme {
  std::string style;  // CSS, after all of ours
  std::string icon;   // SVG
};
inline constexpr std::size_t max_theme_bytes = 256 << 10;  // of each file

// theme.css and icon.svg of the folder, UTF-8, those that are there.
Result<Theme> read_theme(const std::filesystem::path& at);

bool has_interface();
// The file of that path; index.html for what is a place inside the interface; 404 for a file that
// is not there.
http::Response interface_file(const http::Request& request, const Theme& theme);

}  // namespace digue::server
