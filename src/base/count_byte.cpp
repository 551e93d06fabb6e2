#include "base/count_byte.h"

#include <algorithm>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace digue {

namespace {

std::size_t count_few(std::string_view text, char byte) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), byte));
}

#ifdef __SSE2__
constexpr std::size_t block_bytes = 16;
constexpr std::size_t most_blocks = 255;  // a count of its own for each of 16 bytes holds no more

// Of whole blocks, most_blocks at most.
std::size_t count_blocks(std::string_view text, char byte) {
  const __m128i wanted = _mm_set1_epi8(byte);
  __m128i counts = _mm_setzero_si128();
  for (std::size_t at = 0; at < text.size(); at += block_bytes) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(block, wanted));
  }
  const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
  return static_cast<std::size_t>(_mm_cvtsi128_si64(sums)) +
         static_cast<std::size_t>(_mm_extract_epi16(sums, 4));
}

std::size_t count_whole_blocks(std::string_view& text, char byte) {
  std::size_t count = 0;
  while (text.size() >= block_bytes) {
    const std::size_t blocks = std::min(text.size() / block_bytes, most_blocks);
    count += count_blocks(text.substr(0, blocks * block_bytes), byte);
    text.remove_prefix(blocks * block_bytes);
  }
  return count;
}
#else
std::size_t count_whole_blocks(std::string_view&, char) {
  return 0;
}
#endif

}  // namespace

std::size_t count_byte(std::string_view text, char byte) {
  const std::size_t whole = count_whole_blocks(text, byte);
  return whole + count_few(text, byte);
}

}  // namespace digue
