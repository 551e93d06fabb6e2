#include "server/http/target.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace digue::server::http {

static bool is_plain_text(std::string_view text) {
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  return !controls && is_utf8(text);
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = i + 2 < text.size() ? from_hex(lower(text.substr(i + 1, 2))) : std::nullopt;
      if (!byte) return std::nullopt;
      out += *byte;
      i += 2;
    } else {
      out += plus && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!is_plain_text(out)) return std::nullopt;
  return out;
}

static std::optional<std::vector<std::string>> path_of(std::string_view text) {
  std::vector<std::string> path;
  if (text == "/") return path;
  for (const auto piece : split(text.substr(1), '/')) {
    auto decoded = percent_decoded(piece, false);
    const bool fine = decoded && !decoded->empty() && *decoded != "." && *decoded != ".." &&
                      decoded->find_first_of("/\\") == std::string::npos;
    if (!fine) return std::nullopt;
    path.push_back(std::move(*decoded));
  }
  return path;
}

static std::optional<std::vector<Parameter>> query_of(std::string_view text) {
  std::vector<Parameter> query;
  if (text.empty()) return query;
  for (const auto pair : split(text, '&')) {
    const auto equal = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equal), true);
    auto value = equal == std::string_view::npos ? std::optional<std::string>("")
                                                 : percent_decoded(pair.substr(equal + 1), true);
    if (!name || !value || name->empty()) return std::nullopt;
    query.push_back({std::move(*name), std::move(*value)});
  }
  return query;
}

std::optional<Target> read_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  const auto mark = target.find('?');
  auto path = path_of(target.substr(0, mark));
  auto query = query_of(mark == std::string_view::npos ? "" : target.substr(mark + 1));
  if (!path || !query) return std::nullopt;
  return Target{std::move(*path), std::move(*query)};
}

}  // namespace digue::server::http
