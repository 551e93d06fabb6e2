// Which of 64 bytes are ASCII letters or digits, which are digits, and which begin an escape (%2F,
// \u003c): a bit each, the first byte in the lowest.  Internal to the room.
#pragma once
#include <cstddef>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace digue::hunt {

struct ByteClasses {
  std::uint64_t word = 0;
  std::uint64_t digit = 0;
  std::uint64_t escape = 0;
};

inline bool is_decimal(unsigned char c) {
  return static_cast<unsigned char>(c - '0') < 10;
}

inline bool is_word(unsigned char c) {
  const auto letter = static_cast<unsigned char>((c | 0x20) - 'a');
  return letter < 26 || is_decimal(c);
}

// Of the last bytes of a text, fewer than 64.
inline ByteClasses classes_of_few(const char* bytes, std::size_t count) {
  ByteClasses classes;
  for (std::size_t i = 0; i < count; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    classes.word |= std::uint64_t{is_word(c)} << i;
    classes.digit |= std::uint64_t{is_decimal(c)} << i;
    classes.escape |= std::uint64_t{c == '%' || c == '\\'} << i;
  }
  return classes;
}

#ifdef __SSE2__
inline ByteClasses classes_of_64(const char* bytes) {
  const auto in_range = [](__m128i shifted, char last) {
    const __m128i limit = _mm_set1_epi8(last);
    return _mm_cmpeq_epi8(_mm_min_epu8(shifted, limit), shifted);
  };
  ByteClasses classes;
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i);
    const __m128i lower = _mm_or_si128(block, _mm_set1_epi8(0x20));
    const __m128i letter = in_range(_mm_sub_epi8(lower, _mm_set1_epi8('a')), 25);
    const __m128i digit = in_range(_mm_sub_epi8(block, _mm_set1_epi8('0')), 9);
    const __m128i escape = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('%')),
                                        _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
    const auto bits = [&](__m128i mask) {
      return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(mask))} << (16 * i);
    };
    classes.word |= bits(_mm_or_si128(letter, digit));
    classes.digit |= bits(digit);
    classes.escape |= bits(escape);
  }
  return classes;
}
#else
inline ByteClasses classes_of_64(const char* bytes) {
  return classes_of_few(bytes, 64);
}
#endif

}  // namespace digue::hunt
