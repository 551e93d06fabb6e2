#include "hunt/list.h"

#include <algorithm>

#include "base/hash.h"
#include "hunt/sentences.h"

namespace digue::hunt {

using indicator::Indicator;

static std::uint64_t hash_of(const Indicator& one) {
  return quick_hash(one.value) ^ static_cast<std::uint64_t>(one.kind);
}

void List::grow() {
  slots_.assign(std::max<std::size_t>(slots_.size() * 2, 64), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    std::size_t slot = hash_of(indicators_[i]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

bool List::is_new(const Indicator& found) {
  if ((indicators_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(found) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask)
    if (indicators_[slots_[slot] - 1] == found) return false;
  slots_[slot] = static_cast<std::uint32_t>(indicators_.size() + 1);
  return true;
}

void List::take(Indicator found, std::uint64_t line) {
  if (!Matcher::can_find(found))
    return refuse(line, found.value, tell<sentences::too_short_or_long>());
  if (indicators_.size() >= max_indicators)
    return refuse(line, found.value, tell<sentences::too_many>(max_indicators));
  if (is_new(found))
    indicators_.push_back(std::move(found));
  else
    ++repeated_;
}

void List::refuse(std::uint64_t line, std::string_view text, const Message& why) {
  if (++not_taken_count_ <= max_not_taken_shown)
    not_taken_.push_back({line, std::string(text.substr(0, max_not_taken_bytes)), why});
}

}  // namespace digue::hunt
