// Texts that occur again and again, kept once and named by a number.
//
// Symbol 0 is the empty text.  Texts live in one growing store; a view stays valid as long as the
// table.  Not thread-safe.
#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace digue::event {

using Symbol = std::uint32_t;
inline constexpr Symbol no_symbol = 0;

class Symbols {
 public:
  Symbols();
  Symbol intern(std::string_view text);
  // The symbol if the text is already known, else no_symbol.
  Symbol find(std::string_view text) const;
  std::string_view text(Symbol symbol) const { return texts_[symbol]; }
  // Symbols are 0 to size() - 1, in the order of their first interning.
  std::size_t size() const { return texts_.size(); }

 private:
  // A slot tells most texts apart by part of their hash, without going to the text.
  struct Slot {
    Symbol symbol = no_symbol;  // no_symbol marks a free slot
    std::uint32_t hash = 0;
  };

  std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<Slot> slots_;  // open addressing
  std::deque<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_used_ = 0, block_size_ = 0;
};

}  // namespace digue::event
