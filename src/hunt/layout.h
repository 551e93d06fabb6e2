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
  std::uint32_t word_shift = 0;  // of the hash, to a word of the set of bits
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

// What may start with a word of some shape: which of its first 8 bytes are letters or digits, the
// first in the lowest bit, and above that which are digits.
inline constexpr std::size_t shape_bytes = 8;
inline constexpr std::size_t shape_count = std::size_t{1} << 2 * shape_bytes;
namespace shape {
inline constexpr std::uint8_t first_window = 1;  // and its shifts: a literal, by width of window
inline constexpr std::uint8_t ipv4 = 8, ipv6 = 16;
inline constexpr std::uint8_t all = 31;
}  // namespace shape
inline std::size_t shape_of(std::uint64_t word, std::uint64_t digit) {
  return (word & 0xFF) | (digit & 0xFF) << shape_bytes;
}

struct Matcher::Header {
  std::uint64_t mark = image_mark;
  std::uint64_t bytes = 0;  // of the image
  std::array<Window, window_widths.size()> windows;
  std::uint64_t shapes = 0;  // std::uint8_t each
  std::uint64_t literals = 0, texts = 0, spans = 0;
  std::uint32_t span_count = 0;
  std::uint8_t present = 0;  // what any shape may start
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
// The three bits that a window sets in its word of the set of bits.
inline std::uint64_t window_bits(std::uint64_t hash) {
  const auto bit = [&](int shift) { return std::uint64_t{1} << (hash >> shift & 63); };
  return bit(20) | bit(26);
}

// Lower case for ASCII, and for the letters of Latin-1 in UTF-8: "É" is C3 89, "é" is C3 A9.
inline char folded_byte(char before, char byte) {
  const auto c = static_cast<unsigned char>(byte);
  const bool ascii = c >= 'A' && c <= 'Z';
  const bool latin = before == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
  return ascii || latin ? static_cast<char>(c | 0x20) : byte;
}

}  // namespace digue::hunt
