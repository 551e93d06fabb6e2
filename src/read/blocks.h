// Looking at 64 bytes at once: one bit a byte, the lowest bit the first byte.
//
// The splitters of CSV and JSON rest on it.  The widest instructions that the processor has are
// chosen when the program starts (AVX-512, AVX2, SSE2, else a plain loop); all give the same bits.
// Functions are pure and thread-safe; a window belongs to one thread.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace digue::read {

inline constexpr std::size_t block_bytes = 64;

// For each whole block of `bytes`, and for each wanted character c: bit i of
// marks[block * wanted.size() + c] is set when byte i of the block is it.
void mark_blocks(std::string_view bytes, std::string_view wanted, std::uint64_t* marks);

// The text between the quotes of a CSV field, its doubled quotes made single, at `to`, which must
// have room for all of it and for block_bytes more.  Gives its size; nothing (npos) when a quote in
// it is not doubled.
std::size_t copy_undoubled(std::string_view inside, char* to);

// Every way in which this processor can do the two, for tests to compare; the last is in use.
using MarkBlocks = void (*)(std::string_view, std::string_view, std::uint64_t*);
using CopyUndoubled = std::size_t (*)(std::string_view, char*);
std::vector<MarkBlocks> ways_to_mark_blocks();
std::vector<CopyUndoubled> ways_to_copy_undoubled();

// Bit i is the parity of bits 0 to i: turns the marks of quotes into "inside quotes".
inline std::uint64_t running_parity(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// The lowest n bits (n up to 64).
inline std::uint64_t low_bits(unsigned n) {
  return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

// The marks of the blocks of a text, worked out a window ahead.  Blocks are counted from the
// start of the text; past its end all marks are clear.
template <std::size_t kinds>
class MarkWindow {
 public:
  using Marks = std::array<std::uint64_t, kinds>;

  MarkWindow(std::string_view text, const std::array<char, kinds>& wanted)
      : text_(text), wanted_(wanted) {}

  const Marks& of(std::size_t block) {
    if (block - first_ >= window) load(block);
    return marks_[block - first_];
  }

 private:
  static constexpr std::size_t window = 64;

  void load(std::size_t first) {
    first_ = first;
    marks_.fill(Marks{});
    const std::size_t begin = std::min(first * block_bytes, text_.size());
    const auto rest = text_.substr(begin, window * block_bytes);
    const std::string_view wanted(wanted_.data(), kinds);
    mark_blocks(rest, wanted, marks_[0].data());
    const std::size_t whole = rest.size() / block_bytes;
    std::array<char, block_bytes> padded{};
    if (rest.copy(padded.data(), block_bytes, whole * block_bytes) == 0) return;
    mark_blocks({padded.data(), block_bytes}, wanted, marks_[whole].data());
  }

  std::string_view text_;
  std::array<char, kinds> wanted_;
  std::size_t first_ = ~std::size_t{0} - window;  // nothing yet: no block is that far
  std::array<Marks, window> marks_;
};

}  // namespace digue::read
