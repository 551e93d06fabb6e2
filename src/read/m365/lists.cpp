#include "read/m365/lists.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace digue::read::m365 {

namespace {

// Follows what is open while a list is walked.
class Nesting {
 public:
  void see(char c) {
    if (c == '"') quoted_ = !quoted_;
    if (quoted_) return;
    if (c == '[' || c == '(') ++depth_;
    if ((c == ']' || c == ')') && depth_ > 0) --depth_;
  }
  bool outside() const { return !quoted_ && depth_ == 0; }

 private:
  bool quoted_ = false;
  unsigned depth_ = 0;
};

// How long a separator at that place is; 0 when there is none.
std::size_t separator_at(std::string_view list, std::size_t at) {
  if (list[at] == '\n' || list[at] == '\r') return 1;
  if (list[at] == ';') return 1;
  if (list[at] == ',') return at + 1 < list.size() && list[at + 1] == ' ' ? 2 : 0;
  return 0;
}

std::string_view without_braces(std::string_view list) {
  list = trimmed(list);
  if (list.starts_with('{') && list.ends_with('}')) return list.substr(1, list.size() - 2);
  return list;
}

}  // namespace

std::vector<std::string_view> elements_of(std::string_view list) {
  list = without_braces(list);
  std::vector<std::string_view> elements;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const auto element = trimmed(list.substr(begin, end - begin));
    if (!element.empty()) elements.push_back(element);
  };
  Nesting nesting;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < list.size(); ++at) {
    nesting.see(list[at]);
    const std::size_t separator = nesting.outside() ? separator_at(list, at) : 0;
    if (separator == 0) continue;
    add(begin, at);
    begin = at + separator;
    at = begin - 1;
  }
  add(begin, list.size());
  return elements;
}

std::vector<std::string_view> between(std::string_view list, std::string_view separator) {
  std::vector<std::string_view> pieces;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (const auto piece = trimmed(list.substr(0, end)); !piece.empty()) pieces.push_back(piece);
    list.remove_prefix(std::min(end + separator.size(), list.size()));
  }
  return pieces;
}

std::string_view address_in_parentheses(std::string_view text) {
  text = trimmed(text);
  const std::size_t open = text.rfind('('), close = text.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return text;
  const std::string_view inside = trimmed(text.substr(open + 1, close - open - 1));
  return inside.find('@') == std::string_view::npos ? text : inside;
}

}  // namespace digue::read::m365
