// Looking at 64 bytes at once: one bit a byte, the lowest bit the first byte.
//
// The splitters of CSV and JSON rest on it.  SSE2 where the compiler has it (every x86-64), a plain
// loop elsewhere; both give the same bits.  Pure functions, thread-safe.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace digue::read {

inline constexpr std::size_t block_bytes = 64;

// The 64 bytes at some place of a text; past its end they are NUL.
class Block {
 public:
  Block(std::string_view text, std::size_t at) {
    if (at + block_bytes <= text.size()) {
      bytes_ = text.data() + at;
      return;
    }
    std::memset(tail_, 0, block_bytes);
    if (at < text.size()) std::memcpy(tail_, text.data() + at, text.size() - at);
    bytes_ = tail_;
  }
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  // Bit i is set when byte i is c.
  std::uint64_t equal(char c) const {
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8(c);
    for (unsigned i = 0; i < 4; ++i) {
      const auto* place = reinterpret_cast<const __m128i*>(bytes_ + i * std::size_t{16});
      const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(place), wanted));
      mask |= static_cast<std::uint64_t>(static_cast<unsigned>(bits)) << (16 * i);
    }
#else
    for (unsigned i = 0; i < block_bytes; ++i)
      mask |= static_cast<std::uint64_t>(bytes_[i] == c) << i;
#endif
    return mask;
  }

 private:
  const char* bytes_;
  char tail_[block_bytes];
};

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

}  // namespace digue::read
