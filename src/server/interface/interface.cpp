#include "server/interface/interface.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "server/api/openapi_text.h"
#include "server/interface/embedded.h"
#include "server/sentences.h"

namespace digue::server {

namespace {

using http::Response;

// What a page of ours may load: its own files, and the two style elements that its library writes,
// by their hashes: how a finger pans over what can be pressed, and that a window does not scroll
// what is behind it.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' "
    "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view not_built =
    "<!doctype html>\n<html lang=\"fr\"><meta charset=\"utf-8\"><title>Digue</title>\n"
    "<h1>Digue</h1>\n"
    "<p>Le serveur répond, mais ce programme a été construit sans son interface. Lancez "
    "<code>script/build</code> avec Node.js 20.19 ou plus, puis redémarrez. L’API est là : "
    "<a href=\"/api/v1/openapi.yaml\">/api/v1/openapi.yaml</a>.</p>\n"
    "<p lang=\"en\">The server answers, but this program was built without its interface. Run "
    "<code>script/build</code> with Node.js 20.19 or later, then start again. The API is there: "
    "<a href=\"/api/v1/openapi.yaml\">/api/v1/openapi.yaml</a>.</p>\n</html>\n";

struct Type {
  std::string_view ending, name;
};
constexpr Type types[] = {{".html", "text/html; charset=utf-8"},
                          {".js", "text/javascript; charset=utf-8"},
                          {".css", "text/css; charset=utf-8"},
                          {".svg", "image/svg+xml"},
                          {".png", "image/png"},
                          {".ico", "image/x-icon"},
                          {".woff2", "font/woff2"},
                          {".json", "application/json"},
                          {".webmanifest", "application/manifest+json"},
                          {".txt", "text/plain; charset=utf-8"}};

std::string_view type_of(std::string_view path) {
  for (const auto& type : types)
    if (path.ends_with(type.ending)) return type.name;
  return "application/octet-stream";
}

constexpr std::string_view folder = "build/web/";

const EmbeddedFile* find(std::string_view name) {
  const auto files = embedded_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}
const EmbeddedFile* find_page(const std::string& path) {
  return find(std::string(folder) + path);
}

Response page(std::string_view type, std::string_view bytes) {
  Response response{.body = std::string(bytes)};
  response.with("Content-Type", std::string(type));
  response.with("Content-Security-Policy", std::string(policy));
  return response;
}

// Names under assets/ hold the hash of what they name: they never change.  "Not modified" carries
// the policy too: a browser puts it in place of the one it kept.
Response file_response(const http::Request& request, const EmbeddedFile& file) {
  const auto tag = fmt::format("\"{:.32}\"", to_hex(sha256(file.bytes)));
  const bool known = request.field("if-none-match") == tag;
  auto response = page(type_of(file.name), known ? std::string_view() : file.bytes);
  if (known) response.status = 304;
  response.with("ETag", tag);
  response.with("Cache-Control", file.name.starts_with(std::string(folder) + "assets/")
                                     ? "public, max-age=31536000, immutable"
                                     : "no-cache");
  return response;
}

// As the theme gives it, else ours.
EmbeddedFile dressed_in(EmbeddedFile file, const Theme& theme) {
  if (file.name == std::string(folder) + "theme.css" && !theme.style.empty())
    file.bytes = theme.style;
  if (file.name == std::string(folder) + "icon.svg" && !theme.icon.empty()) file.bytes = theme.icon;
  return file;
}

Result<std::string> read_part(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::string();
  DIGUE_TRY(auto bytes, DiskFiles().read(file));
  if (bytes.size() > max_theme_bytes || !is_utf8(bytes))
    return fail<sentences::bad_theme>(Error::Kind::bad_input, file.string(),
                                      max_theme_bytes / 1024);
  return bytes;
}

Response nothing() {
  Response response{.status = 404, .body = "404\n"};
  response.with("Content-Type", "text/plain; charset=utf-8");
  return response;
}

}  // namespace

Result<Theme> read_theme(const std::filesystem::path& at) {
  Theme theme;
  DIGUE_TRY(theme.style, read_part(at / "theme.css"));
  DIGUE_TRY(theme.icon, read_part(at / "icon.svg"));
  return theme;
}

bool has_interface() {
  return find_page("index.html") != nullptr;
}

// A place inside the interface has no dot in its last piece; a file has one.
Response interface_file(const http::Request& request, const Theme& theme) {
  const auto method = request.head.method;
  if (method != http::Method::get && method != http::Method::head) {
    auto refused = nothing();
    refused.status = 405;
    return refused;
  }
  const auto path = join(request.target.path, "/");
  if (const auto* file = find_page(path)) return file_response(request, dressed_in(*file, theme));
  const auto& pieces = request.target.path;
  if (!pieces.empty() && pieces.back().find('.') != std::string::npos) return nothing();
  if (const auto* index = find_page("index.html")) return file_response(request, *index);
  return page("text/html; charset=utf-8", not_built);
}

// The build always puts it there.
std::string_view openapi_text() {
  return find("src/server/api/openapi.yaml")->bytes;
}

}  // namespace digue::server
