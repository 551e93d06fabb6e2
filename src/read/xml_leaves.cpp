#include "read/xml_leaves.h"

#include <algorithm>
#include <array>
#include <utility>

namespace digue::read {

bool XmlLeaves::next(XmlLeaf& leaf) {
  while (true) {
    const auto open = rest_.find('<');
    const auto shut = open == std::string_view::npos ? open : rest_.find('>', open);
    if (shut == std::string_view::npos) return false;
    const auto tag = rest_.substr(open + 1, shut - open - 1);
    rest_.remove_prefix(shut + 1);
    if (tag.empty() || tag.front() == '/' || tag.front() == '?' || tag.front() == '!' ||
        tag.back() == '/')
      continue;
    const auto end = rest_.find('<');
    if (end == std::string_view::npos) return false;
    const auto name = tag.substr(0, tag.find_first_of(" \t\r\n"));
    const auto closing = rest_.substr(end);
    if (!closing.starts_with("</") || !closing.substr(2).starts_with(name)) continue;
    leaf = {name, plain(rest_.substr(0, end))};
    rest_.remove_prefix(end);
    return true;
  }
}

std::string_view XmlLeaves::plain(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return text;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}}};
  auto& out = scratch_.emplace_back();
  while (!text.empty()) {
    std::string_view taken = text.substr(0, 1), meant = taken;
    for (const auto& [entity, letter] : entities)
      if (text.starts_with(entity)) taken = entity, meant = letter;
    out += meant;
    text.remove_prefix(taken.size());
  }
  return out;
}

}  // namespace digue::read
