#include "indicator/fang.h"

#include <array>
#include <optional>
#include <utility>

#include "base/text.h"

namespace digue::indicator {

namespace {

// What stands for a mark, between brackets.
struct Mark {
  std::string_view written, meant;
};
constexpr std::array<Mark, 11> marks = {{{".", "."},
                                         {"dot", "."},
                                         {"point", "."},
                                         {"@", "@"},
                                         {"at", "@"},
                                         {"arobase", "@"},
                                         {"arobas", "@"},
                                         {":", ":"},
                                         {"/", "/"},
                                         {"//", "//"},
                                         {"://", "://"}}};
constexpr std::size_t longest_mark = 7;

char closing(char c) {
  return c == '[' ? ']' : c == '(' ? ')' : c == '{' ? '}' : '\0';
}

struct Found {
  std::string_view meant;
  std::size_t end = 0;
};

// A mark in brackets at `start`: "[.]", "( at )", "[[.]]".
std::optional<Found> mark_at(std::string_view text, std::size_t start) {
  std::size_t open = start;
  while (open < text.size() && text[open] == text[start]) ++open;
  std::size_t begin = open;
  while (begin < text.size() && text[begin] == ' ' && begin < open + 1) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin <= longest_mark && text[end] != ' ' &&
         text[end] != closing(text[start]))
    ++end;
  std::size_t close = end;
  if (close < text.size() && text[close] == ' ') ++close;
  const std::size_t depth = open - start;
  for (std::size_t i = 0; i < depth; ++i)
    if (close + i >= text.size() || text[close + i] != closing(text[start])) return std::nullopt;
  for (const auto& mark : marks)
    if (equal_ignoring_case(text.substr(begin, end - begin), mark.written))
      return Found{mark.meant, close + depth};
  return std::nullopt;
}

class Refanging {
 public:
  explicit Refanging(std::string_view text) : text_(text) {
    out_.text.reserve(text.size());
    out_.origins.reserve(text.size() + 1);
  }

  Refanged run() {
    std::size_t at = 0;
    while (at < text_.size()) at = step(at);
    out_.origins.push_back(static_cast<std::uint32_t>(text_.size()));
    return std::move(out_);
  }

 private:
  // Where the next byte is.
  std::size_t step(std::size_t at) {
    const bool opens = closing(text_[at]) != '\0';
    // A run of brackets is one mark, or none: looked at once.
    const bool inside = opens && at > 0 && text_[at - 1] == text_[at];
    const auto mark = opens && !inside ? mark_at(text_, at) : std::nullopt;
    if (mark) {
      const bool spaced = at > 0 && text_[at - 1] == ' ' && mark->end + 1 < text_.size() &&
                          text_[mark->end] == ' ' && !out_.text.empty() && out_.text.back() == ' ';
      if (spaced) drop_last();
      put(mark->meant, at, true);
      return mark->end + (spaced ? 1 : 0);
    }
    if (text_.substr(at, 2) == "\\.") {  // evil\.com
      put(".", at, true);
      return at + 2;
    }
    put(text_.substr(at, 1), at, false);
    return at + 1;
  }
  void put(std::string_view bytes, std::size_t origin, bool mark) {
    out_.text += bytes;
    out_.origins.insert(out_.origins.end(), bytes.size(), static_cast<std::uint32_t>(origin));
    out_.marks.insert(out_.marks.end(), bytes.size(), mark);
  }
  void drop_last() {
    out_.text.pop_back();
    out_.origins.pop_back();
    out_.marks.pop_back();
  }

  std::string_view text_;
  Refanged out_;
};

std::string with_marks(std::string_view value, std::string_view marked) {
  std::string out;
  for (const char c : value) {
    if (marked.find(c) == std::string_view::npos)
      out += c;
    else
      out += std::string("[") + c + "]";
  }
  return out;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> schemes = {
    {{"http", "hxxp"}, {"ftp", "fxp"}}};

// The scheme and the host are what makes a link.
std::string defanged_url(std::string_view url) {
  const auto colon = url.find("://");
  const std::size_t host = colon == std::string_view::npos ? 0 : colon + 3;
  const auto end = std::min(url.find_first_of("/?#", host), url.size());
  std::string scheme(url.substr(0, host));
  for (const auto& [plain, fanged] : schemes)
    if (scheme.starts_with(plain)) scheme.replace(0, plain.size(), fanged);
  return scheme + with_marks(url.substr(host, end - host), ".") + std::string(url.substr(end));
}

}  // namespace

Refanged refanged(std::string_view text) {
  return Refanging(text).run();
}

std::string refanged_value(std::string_view value) {
  std::string text = refanged(value).text;
  for (const auto& [plain, fanged] : schemes)
    if (starts_with_ignoring_case(text, fanged)) return text.replace(0, fanged.size(), plain);
  return text;
}

std::string defanged(const Indicator& indicator) {
  switch (indicator.kind) {
    case Kind::url:
      return defanged_url(indicator.value);
    case Kind::mail:
      return with_marks(indicator.value, "@.");
    case Kind::domain:
      return with_marks(indicator.value, ".");
    case Kind::address:
    case Kind::range:
      return with_marks(indicator.value,
                        indicator.value.find(':') == std::string::npos ? "." : ":");
    default:
      return indicator.value;
  }
}

}  // namespace digue::indicator
