#include "event/symbols.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "base/pages.h"

namespace digue::event {

static constexpr std::size_t block_bytes = 1 << 16;

// How many texts are looked up at once: enough to hide the wait for memory, few enough for what
// they ask for to stay in the core's nearest cache.
static constexpr std::size_t texts_at_once = 32;

Symbols::Symbols() : slots_(1024), texts_(1), apart_(1) {}

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
  return text.empty() ? no_symbol : intern(text, hash_of(text));
}

Symbol Symbols::intern(std::string_view text, std::uint32_t hash) {
  std::size_t at = slot_of(text, hash);
  if (slots_[at].symbol != no_symbol) return slots_[at].symbol;
  if (is_full()) {
    grow();
    at = slot_of(text, hash);
  }
  ++in_slots_;
  slots_[at] = {add(text, false), hash};
  return slots_[at].symbol;
}

// What a text of that hash will be compared with, most likely.
void Symbols::prefetch_text(std::uint32_t hash) const {
  const auto& slot = slots_[hash & (slots_.size() - 1)];
  if (slot.hash == hash && slot.symbol != no_symbol) __builtin_prefetch(texts_[slot.symbol].data());
}

std::vector<Symbol> Symbols::intern_all(std::span<const std::string_view> texts) {
  std::vector<Symbol> symbols;
  symbols.reserve(texts.size());
  std::array<std::uint32_t, texts_at_once> hashes;
  while (symbols.size() < texts.size()) {
    const auto left = texts.subspan(symbols.size());
    const auto now = left.first(std::min(texts_at_once, left.size()));
    for (std::size_t i = 0; i < now.size(); ++i) {
      hashes[i] = hash_of(now[i]);
      __builtin_prefetch(&slots_[hashes[i] & (slots_.size() - 1)]);
    }
    for (std::size_t i = 0; i < now.size(); ++i) prefetch_text(hashes[i]);
    for (std::size_t i = 0; i < now.size(); ++i)
      symbols.push_back(now[i].empty() ? no_symbol : intern(now[i], hashes[i]));
  }
  return symbols;
}

Symbol Symbols::keep_apart(std::string_view text) {
  return text.empty() ? no_symbol : add(text, true);
}

Symbol Symbols::add(std::string_view text, bool apart) {
  texts_.push_back(keep(text));
  apart_.push_back(apart);
  return static_cast<Symbol>(texts_.size() - 1);
}

Symbol Symbols::find(std::string_view text) const {
  return text.empty() ? no_symbol : slots_[slot_of(text, hash_of(text))].symbol;
}

std::string_view Symbols::keep(std::string_view text) {
  if (block_used_ + text.size() > block_size_) {
    block_size_ = std::max(block_bytes, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    block_used_ = 0;
  }
  char* place = blocks_.back().get() + block_used_;
  std::memcpy(place, text.data(), text.size());
  block_used_ += text.size();
  return {place, text.size()};
}

void Symbols::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  in_slots_ = 0;
  texts_.resize(1);
  apart_.resize(1);
  blocks_.clear();
  block_used_ = block_size_ = 0;
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
