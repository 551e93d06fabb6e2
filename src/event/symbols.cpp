#include "event/symbols.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"

namespace digue::event {

static constexpr std::size_t block_bytes = 1 << 16;

Symbols::Symbols() : slots_(1024, no_symbol) {
  texts_.emplace_back();
}

// The slot that holds the text, or the free one where it belongs.
std::size_t Symbols::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = quick_hash(text) & mask;
  while (slots_[slot] != no_symbol && texts_[slots_[slot]] != text) slot = (slot + 1) & mask;
  return slot;
}

Symbol Symbols::intern(std::string_view text) {
  if (text.empty()) return no_symbol;
  std::size_t slot = slot_of(text);
  if (slots_[slot] != no_symbol) return slots_[slot];
  if (texts_.size() * 2 > slots_.size()) {
    grow();
    slot = slot_of(text);
  }
  texts_.push_back(keep(text));
  return slots_[slot] = static_cast<Symbol>(texts_.size() - 1);
}

Symbol Symbols::find(std::string_view text) const {
  return text.empty() ? no_symbol : slots_[slot_of(text)];
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
  slots_.assign(slots_.size() * 2, no_symbol);
  for (Symbol symbol = 1; symbol < texts_.size(); ++symbol)
    slots_[slot_of(texts_[symbol])] = symbol;
}

}  // namespace digue::event
