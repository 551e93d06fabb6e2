#include "analysis/standing_out.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"

namespace digue::analysis {

namespace {

// Long enough to carry an identifier of the victim; ordinary pages without referer (bookmarks,
// addresses typed) are shorter.
constexpr std::size_t long_path = 40;
constexpr std::size_t random_run = 16;  // letters and digits mixed, without a break

// CERT Santé's list of attachments to refuse, as far as browsers fetch them: every page has scripts
// (js, gz), which count only where the server calls them a download; com ends names of sites.
bool has_risky_extension(std::string_view file) {
  static constexpr auto extensions = std::to_array<std::string_view>(
      {"exe", "msi",  "msix", "appx", "scr",  "pif",  "cpl", "dll",        "bat", "cmd",
       "ps1", "vbs",  "vbe",  "jse",  "wsf",  "hta",  "lnk", "jar",        "zip", "rar",
       "7z",  "cab",  "iso",  "img",  "vhd",  "vhdx", "ace", "tgz",        "xz",  "one",
       "xll", "docm", "xlsm", "xlsb", "pptm", "chm",  "url", "application"});
  const auto dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  const auto extension = lower(file.substr(dot + 1));
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

bool is_risky_type(std::string_view type) {
  static constexpr auto types = std::to_array<std::string_view>(
      {"application/x-msdownload", "application/x-dosexec", "application/x-msdos-program",
       "application/vnd.microsoft.portable-executable", "application/x-msi",
       "application/x-ms-installer", "application/zip", "application/x-zip-compressed",
       "application/x-rar-compressed", "application/vnd.rar", "application/x-7z-compressed",
       "application/x-iso9660-image", "application/x-cd-image", "application/java-archive",
       "application/hta", "application/x-ms-shortcut", "application/x-cab-compressed",
       "application/vnd.ms-cab-compressed", "application/onenote"});
  const auto named = lower(trimmed(type.substr(0, type.find(';'))));
  return std::find(types.begin(), types.end(), named) != types.end();
}

bool has_random_run(std::string_view text) {
  std::size_t run = 0, digits = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    run = digit || letter ? run + 1 : 0;
    digits = run == 0 ? 0 : digits + (digit ? 1 : 0);
    if (run >= random_run && digits >= 3 && digits < run) return true;
  }
  return false;
}

bool is_page(std::string_view type) {
  return type.empty() || starts_with_ignoring_case(type, "text/html") ||
         starts_with_ignoring_case(type, "application/xhtml");
}

}  // namespace

std::string_view file_of_url(std::string_view url) {
  auto path = path_of_url(url);
  path = path.substr(0, path.find_first_of("?#;"));
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_risky_download(const read::Traffic& traffic) {
  if (equal_ignoring_case(traffic.method, "CONNECT")) return false;
  return is_risky_type(traffic.content_type) || has_risky_extension(file_of_url(traffic.url));
}

bool is_complex_without_referer(const read::Traffic& traffic) {
  const bool asked = equal_ignoring_case(traffic.method, "GET");
  if (!asked || !traffic.referer || !traffic.referer->empty() || !is_page(traffic.content_type))
    return false;
  const auto path = path_of_url(traffic.url);
  return path.size() >= long_path &&
         (has_random_run(path) || path.find('@') != path.npos || path.find("%40") != path.npos);
}

}  // namespace digue::analysis
