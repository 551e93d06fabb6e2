#include "event/symbols.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "base/pages.h"

namespace digue::event {

static constexpr std::size_t block_bytes = 1 << 16;

Symbols::Symbols() : slots_(1024) {
  texts_.emplace_back();
}

static std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(quick_hash(text));
}

// The slot that holds the text, or the free one where it belongs.
std::size_t Symbols::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].symbol != no_symbol &&
         (slots_[at].hash != hash || texts_[slots_[at].symbol] != text))
    at = (at + 1) & mask;
  return at;
}

Symbol Symbols::intern(std::string_view text) {
  if (text.empty()) return no_symbol;
  const auto hash = hash_of(text);
  std::size_t at = slot_of(text, hash);
  if (slots_[at].symbol != no_symbol) return slots_[at].symbol;
  if (texts_.size() * 4 > slots_.size() * 3) {
    grow();
    at = slot_of(text, hash);
  }
  texts_.push_back(keep(text));
  slots_[at] = {static_cast<Symbol>(texts_.size() - 1), hash};
  return slots_[at].symbol;
}

Symbol Symbols::find(std::string_view text) const {
  return text.empty() ? no_symbol : slots_[slot_of(text, hash_of(text))].symbol;
}

std::string_view Symbols::keep(std::string_view text) {
  if (block_used_ + text.size() > block_size_) {
    block_size_ = std::max(block_bytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    block_used_ = 0;
  }
  char* place = blocks_.back().get() + block_used_;
  std::memcpy(place, text.data(), text.size());
  block_used_ += text.size();
  return {place, text.size()};
}

void Symbols::grow() {
  std::vector<Slot> wider;
  wider.reserve(slots_.size() * 2);
  prefer_large_pages(wider.data(), slots_.size() * 2 * sizeof(Slot));
  wider.resize(slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (const auto& slot : slots_) {
    if (slot.symbol == no_symbol) continue;
    std::size_t at = slot.hash & mask;
    while (wider[at].symbol != no_symbol) at = (at + 1) & mask;
    wider[at] = slot;
  }
  slots_ = std::move(wider);
}

}  // namespace digue::event
