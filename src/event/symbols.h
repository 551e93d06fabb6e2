// Texts that occur again and again, kept once and named by a number.
//
// Symbol 0 is the empty text.  Texts live in one growing store; a view stays valid as long as the
// table.  Not thread-safe.
#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace digue::event {

using Symbol = std::uint32_t;
inline constexpr Symbol no_symbol = 0;

class Symbols {
 public:
  Symbols();
  Symbol intern(std::string_view text);
  // The same of each text, in their order: sooner than one by one in a large table, whose memory is
  // asked for many texts before the first is looked at.
  std::vector<Symbol> intern_all(std::span<const std::string_view> texts);
  // A text that hardly comes twice, such as a Message-ID: kept without looking whether it is known.
  // Its symbol is its own: neither intern() nor find() gives it, whatever the text.
  Symbol keep_apart(std::string_view text);
  bool is_apart(Symbol symbol) const { return apart_[symbol]; }
  // The symbol if the text is already known, else no_symbol.
  Symbol find(std::string_view text) const;
  std::string_view text(Symbol symbol) const { return texts_[symbol]; }
  // Forgets all texts, and keeps the table's memory for others.
  void clear();
  // Symbols are 0 to size() - 1, in the order in which they were made.
  std::size_t size() const { return texts_.size(); }

 private:
  // A slot tells most texts apart by part of their hash, without going to the text.
  struct Slot {
    Symbol symbol = no_symbol;  // no_symbol marks a free slot
    std::uint32_t hash = 0;
  };

  Symbol intern(std::string_view text, std::uint32_t hash);
  std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  void prefetch_text(std::uint32_t hash) const;
  Symbol add(std::string_view text, bool apart);
  std::string_view keep(std::string_view text);
  bool is_full() const { return in_slots_ * 4 > slots_.size() * 3; }
  void grow();

  std::vector<Slot> slots_;  // open addressing
  std::size_t in_slots_ = 0;
  std::deque<std::string_view> texts_;
  std::vector<bool> apart_;  // by symbol
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0, block_size_ = 0;
};

}  // namespace digue::event
