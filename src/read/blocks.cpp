#include "read/blocks.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace digue::read {

namespace {
// The marks of doubled quotes within a field: which bytes go, and whether all are doubled.
struct Undoubling {
  std::uint64_t odd = 0;   // the block before ended after the first quote of a pair
  std::uint64_t left = 0;  // 1 while that quote waits for its second
  bool good = true;

  // The second quotes of the pairs.
  std::uint64_t seconds(std::uint64_t quotes) {
    const std::uint64_t parity = running_parity(quotes) ^ odd;
    const std::uint64_t firsts = quotes & parity, others = quotes & ~parity;
    good &= (firsts << 1 | left) == others;
    left = firsts >> 63;
    odd = parity >> 63 != 0 ? ~std::uint64_t{0} : 0;
    return others;
  }
};

#if defined(__x86_64__)
__attribute__((target("avx512bw"))) void mark_avx512(std::string_view bytes,
                                                     std::string_view wanted,
                                                     std::uint64_t* marks) {
  for (; bytes.size() >= block_bytes; bytes.remove_prefix(block_bytes)) {
    const __m512i all = _mm512_loadu_si512(&bytes.front());
    for (const char c : wanted) *marks++ = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8(c));
  }
}

__attribute__((target("avx2"))) std::uint32_t half_avx2(__m256i half, __m256i wanted) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(half, wanted)));
}

__attribute__((target("avx2"))) void mark_avx2(std::string_view bytes, std::string_view wanted,
                                               std::uint64_t* marks) {
  for (; bytes.size() >= block_bytes; bytes.remove_prefix(block_bytes)) {
    const auto* place = reinterpret_cast<const __m256i*>(&bytes.front());
    const __m256i low = _mm256_loadu_si256(place), high = _mm256_loadu_si256(place + 1);
    for (const char c : wanted) {
      const __m256i same = _mm256_set1_epi8(c);
      *marks++ = std::uint64_t{half_avx2(high, same)} << 32 | half_avx2(low, same);
    }
  }
}

void mark_sse2(std::string_view bytes, std::string_view wanted, std::uint64_t* marks) {
  for (; bytes.size() >= block_bytes; bytes.remove_prefix(block_bytes)) {
    const auto* place = reinterpret_cast<const __m128i*>(&bytes.front());
    for (const char c : wanted) {
      std::uint64_t mask = 0;
      for (unsigned i = 0; i < 4; ++i) {
        const auto equal = _mm_cmpeq_epi8(_mm_loadu_si128(place + i), _mm_set1_epi8(c));
        mask |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(equal))} << (16 * i);
      }
      *marks++ = mask;
    }
  }
}

// Squeezes the second quotes out of 64 bytes at once.
__attribute__((target("avx512bw,avx512vbmi2,popcnt"))) std::size_t undouble_avx512(
    std::string_view inside, char* to) {
  Undoubling state;
  char* out = to;
  for (std::size_t at = 0; at < inside.size(); at += block_bytes) {
    const std::size_t size = std::min(block_bytes, inside.size() - at);
    const std::uint64_t present = low_bits(static_cast<unsigned>(size));
    const __m512i all = _mm512_maskz_loadu_epi8(present, &inside[at]);
    const std::uint64_t gone = state.seconds(_mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"')));
    _mm512_storeu_si512(out, _mm512_maskz_compress_epi8(present & ~gone, all));
    out += std::popcount(present & ~gone);
  }
  return state.good && state.left == 0 ? static_cast<std::size_t>(out - to)
                                       : std::string_view::npos;
}
#endif

void mark_plainly(std::string_view bytes, std::string_view wanted, std::uint64_t* marks) {
  for (; bytes.size() >= block_bytes; bytes.remove_prefix(block_bytes))
    for (const char c : wanted) {
      std::uint64_t mask = 0;
      for (unsigned i = 0; i < block_bytes; ++i)
        mask |= static_cast<std::uint64_t>(bytes[i] == c) << i;
      *marks++ = mask;
    }
}

// Copies the first `size` bytes of `from`: most pieces between quotes are short, so sixteen bytes
// at a time, written past the end (the buffer has the room) but never read past the end of the
// field.
char* copy_piece(char* to, std::string_view from, std::size_t size) {
  if (size + 16 > from.size()) return to + from.copy(to, size);
  for (std::size_t done = 0; done < size; done += 16) std::memcpy(to + done, &from[done], 16);
  return to + size;
}

// Copies from one second quote to the next.
std::size_t undouble_by_pieces(std::string_view inside, char* to) {
  Undoubling state;
  MarkWindow<1> window(inside, {'"'});
  char* out = to;
  std::size_t from = 0;
  for (std::size_t at = 0; at < inside.size(); at += block_bytes) {
    std::uint64_t seconds = state.seconds(window.of(at / block_bytes)[0]);
    for (; seconds != 0; seconds &= seconds - 1) {
      const std::size_t quote = at + static_cast<unsigned>(std::countr_zero(seconds));
      out = copy_piece(out, inside.substr(from), quote - from);
      from = quote + 1;
    }
  }
  out = copy_piece(out, inside.substr(from), inside.size() - from);
  return state.good && state.left == 0 ? static_cast<std::size_t>(out - to)
                                       : std::string_view::npos;
}

}  // namespace

std::vector<MarkBlocks> ways_to_mark_blocks() {
  std::vector<MarkBlocks> ways = {mark_plainly};
#if defined(__x86_64__)
  ways.push_back(mark_sse2);
  if (__builtin_cpu_supports("avx2")) ways.push_back(mark_avx2);
  if (__builtin_cpu_supports("avx512bw")) ways.push_back(mark_avx512);
#endif
  return ways;
}

std::vector<CopyUndoubled> ways_to_copy_undoubled() {
  std::vector<CopyUndoubled> ways = {undouble_by_pieces};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2"))
    ways.push_back(undouble_avx512);
#endif
  return ways;
}

void mark_blocks(std::string_view bytes, std::string_view wanted, std::uint64_t* marks) {
  static const MarkBlocks mark = ways_to_mark_blocks().back();
  mark(bytes, wanted, marks);
}

std::size_t copy_undoubled(std::string_view inside, char* to) {
  static const CopyUndoubled undouble = ways_to_copy_undoubled().back();
  return undouble(inside, to);
}

}  // namespace digue::read
