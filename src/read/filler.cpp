#include "read/filler.h"

#include <algorithm>

#include "base/text.h"

namespace digue::read {

std::string_view capped(std::string_view text) {
  if (text.size() <= max_field_bytes) return text;
  std::size_t size = max_field_bytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
  return text.substr(0, size);
}

event::Event& Filler::begin(event::Family family) {
  auto& event = trail_.begin_event();
  event.family = family;
  return event;
}

// As name() would make it: nothing to take off, no letter to make small.
static bool is_plain_name(std::string_view text) {
  if (text.empty() || text.size() > max_field_bytes || text.front() == ' ' || text.back() == ' ')
    return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c < 0x7f && !(c >= 'A' && c <= 'Z'); });
}

event::Symbol Filler::name(std::string_view text) {
  if (is_plain_name(text)) return trail_.symbols.intern(text);
  return names_.of(text, [this](std::string_view raw) {
    return trail_.symbols.intern(lower(capped(trimmed(raw))));
  });
}

event::Symbol Filler::address(std::string_view text) {
  if (event::is_plain_ipv4(text)) return trail_.symbols.intern(text);
  return addresses_.of(text, [this](std::string_view raw) {
    return trail_.symbols.intern(event::canonical_address(raw));
  });
}

void Filler::detail(std::string_view name, std::string_view value) {
  if (event().details_count >= max_details) return;
  trail_.add_detail(capped(name), capped(value));
}

void Filler::detail_apart(std::string_view name, std::string_view value) {
  if (event().details_count >= max_details) return;
  trail_.add_detail_apart(capped(name), capped(value));
}

void Filler::details_of_list(std::string_view name, std::string_view list,
                             std::string_view separators) {
  std::size_t begin = 0;
  bool quoted = false, any = false;
  for (std::size_t at = 0; at <= list.size(); ++at) {
    if (at < list.size() && list[at] == '"') quoted = !quoted;
    const bool cut =
        at == list.size() || (!quoted && separators.find(list[at]) != std::string_view::npos);
    if (!cut) continue;
    const auto part = trimmed(list.substr(begin, at - begin));
    if (!part.empty()) detail(name, part);
    any |= !part.empty();
    begin = at + 1;
  }
  if (!any) detail(name, "");
}

}  // namespace digue::read
