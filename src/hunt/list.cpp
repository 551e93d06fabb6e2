#include "hunt/list.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "hunt/sentences.h"

namespace digue::hunt {

using indicator::Indicator;

static std::uint32_t hash_of(const Indicator& one) {
  return static_cast<std::uint32_t>(quick_hash(one.value)) ^ static_cast<std::uint32_t>(one.kind);
}

void List::grow() {
  const auto old = std::exchange(slots_, {});
  slots_.resize(std::max<std::size_t>(old.size() * 4, 64));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& one : old) {
    if (one.number == 0) continue;
    std::size_t slot = one.hash & mask;
    while (slots_[slot].number != 0) slot = (slot + 1) & mask;
    slots_[slot] = one;
  }
}

bool List::is_new(const Indicator& found) {
  if ((indicators_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = hash_of(found);
  std::size_t slot = hash & mask;
  for (; slots_[slot].number != 0; slot = (slot + 1) & mask)
    if (slots_[slot].hash == hash && indicators_[slots_[slot].number - 1] == found) return false;
  slots_[slot] = {hash, static_cast<std::uint32_t>(indicators_.size() + 1)};
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
