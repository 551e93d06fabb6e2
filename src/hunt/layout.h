// How a compiled matcher lies in memory: a header, then arrays, each aligned to 8 bytes and named
// by its offset in the image.  Internal to the room.
#pragma once
#include <array>
#include <cstring>

#include "hunt/matcher.h"

namespace digue::hunt {

inline constexpr std::uint64_t image_mark = 0x31746e7568676964;  // "dighunt1"
inline constexpr std::array<std::size_t, 3> window_widths = {8, 4, 2};

using AddressBytes = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d

// The literals that are known by one width of window.
struct Matcher::Window {
  std::uint32_t groups = 0;     // 0: none has this width
  std::uint32_t bit_shift = 0;  // of the hash, to a bit
  std::uint32_t slot_shift = 0;
  std::uint32_t slot_mask = 0;
  std::uint64_t bits = 0;    // std::uint64_t each
  std::uint64_t slots = 0;   // std::uint32_t each: a group's number from 1, or 0
  std::uint64_t sorted = 0;  // Group each
};

// Literals that share a window: [first, first + count), ordered by what follows their anchor.
struct Matcher::Group {
  std::uint64_t key = 0;
  std::uint32_t first = 0, count = 0;
};

struct Matcher::Literal {
  std::uint32_t text = 0;  // offset in the texts; folded
  std::uint16_t length = 0;
  std::uint16_t anchor = 0;  // where in it the window starts
  std::uint32_t indicator = 0;
  indicator::Kind kind = indicator::Kind::other;
};

// Addresses between two, both inside.
struct Matcher::Span {
  AddressBytes low{}, high{};
  AddressBytes highest{};  // of this span and all before it
  std::uint32_t indicator = 0;
};

struct Matcher::Header {
  std::uint64_t mark = image_mark;
  std::uint64_t bytes = 0;  // of the image
  std::array<Window, window_widths.size()> windows;
  std::uint64_t literals = 0, texts = 0, spans = 0;
  std::uint32_t span_count = 0;
  bool spans_v4 = false, spans_v6 = false;
};

// The bytes of a window as one number, whatever the case of its letters.
template <std::size_t width>
inline std::uint64_t window_key(const char* bytes) {
  std::uint64_t key = 0;
  std::memcpy(&key, bytes, width);
  return key | (0x2020202020202020ULL >> (64 - 8 * width));
}
inline std::uint64_t window_hash(std::uint64_t key) {
  return (key ^ key >> 29) * 0x9E3779B97F4A7C15ULL;
}

// Lower case for ASCII, and for the letters of Latin-1 in UTF-8: "É" is C3 89, "é" is C3 A9.
inline char folded_byte(char before, char byte) {
  const auto c = static_cast<unsigned char>(byte);
  const bool ascii = c >= 'A' && c <= 'Z';
  const bool latin = before == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
  return ascii || latin ? static_cast<char>(c | 0x20) : byte;
}

}  // namespace digue::hunt
