#include "read/m365/graph.h"

#include <optional>

#include "base/hash.h"
#include "base/text.h"

namespace digue::read::m365 {

static constexpr std::size_t context_bytes = 4096;  // a page's context stands at its beginning

static std::string without_percents(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = text[at] == '%' ? from_hex(text.substr(at + 1, 2)) : std::nullopt;
    if (byte && byte->size() == 1) {
      out += *byte;
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

// The text of the first "@odata.context"; no escapes occur in one.
static std::string_view context_of(std::string_view text) {
  constexpr std::string_view name = "\"@odata.context\"";
  text = text.substr(0, context_bytes);
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  const std::size_t open = text.find('"', at + name.size());
  const std::size_t close = open == std::string_view::npos ? open : text.find('"', open + 1);
  return close == std::string_view::npos ? std::string_view()
                                         : text.substr(open + 1, close - open - 1);
}

bool is_page_of(std::string_view text, std::string_view path) {
  return context_of(text).find(path) != std::string_view::npos;
}

std::string user_of_page(std::string_view text) {
  constexpr std::string_view before = "users('";
  const std::string_view context = context_of(text);
  const std::size_t start = context.find(before);
  if (start == std::string_view::npos) return {};
  const std::size_t begin = start + before.size(), end = context.find('\'', begin);
  if (end == std::string_view::npos) return {};
  return lower(without_percents(context.substr(begin, end - begin)));
}

}  // namespace digue::read::m365
