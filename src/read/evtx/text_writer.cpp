#include "read/evtx/text_writer.h"

#include <array>
#include <bit>
#include <cstdint>

#include "base/byte_cursor.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace digue::read::evtx {

namespace {

constexpr std::size_t letters_at_once = 16;
constexpr std::size_t longest_letter = 6;  // \u0001, &quot;

// What an ASCII letter becomes; of length 0 when it is written as it is.
struct Written {
  std::array<char, 7> text{};
  std::uint8_t size = 0;
};

constexpr Written written(std::string_view text) {
  Written result;
  for (const char c : text) result.text[result.size++] = c;
  return result;
}

constexpr Written control_in_json(unsigned c) {
  constexpr std::string_view digits = "0123456789abcdef";
  Written result = written("\\u00");
  result.text[result.size++] = digits[c >> 4];
  result.text[result.size++] = digits[c & 15];
  return result;
}

constexpr std::array<Written, 128> json_table() {
  std::array<Written, 128> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = control_in_json(c);
  table['\b'] = written("\\b");
  table['\f'] = written("\\f");
  table['\n'] = written("\\n");
  table['\r'] = written("\\r");
  table['\t'] = written("\\t");
  table['"'] = written("\\\"");
  table['\\'] = written("\\\\");
  return table;
}

constexpr std::array<Written, 128> xml_table() {
  std::array<Written, 128> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = written("\xef\xbf\xbd");
  table['\t'] = written("&#9;");
  table['\n'] = written("&#10;");
  table['\r'] = written("&#13;");
  table['&'] = written("&amp;");
  table['<'] = written("&lt;");
  table['>'] = written("&gt;");
  table['"'] = written("&quot;");
  return table;
}

template <Escape escape>
constexpr std::array<Written, 128> escapes = [] {
  if constexpr (escape == Escape::json) return json_table();
  if constexpr (escape == Escape::xml) return xml_table();
  return std::array<Written, 128>{};
}();

char* put(char* at, char32_t letter) {
  const auto byte = [&](char32_t value) { *at++ = static_cast<char>(value); };
  if (letter < 0x80) {
    byte(letter);
  } else if (letter < 0x800) {
    byte(0xc0 | letter >> 6);
    byte(0x80 | (letter & 0x3f));
  } else if (letter < 0x10000) {
    byte(0xe0 | letter >> 12);
    byte(0x80 | (letter >> 6 & 0x3f));
    byte(0x80 | (letter & 0x3f));
  } else {
    byte(0xf0 | letter >> 18);
    byte(0x80 | (letter >> 12 & 0x3f));
    byte(0x80 | (letter >> 6 & 0x3f));
    byte(0x80 | (letter & 0x3f));
  }
  return at;
}

template <Escape escape>
char* put_ascii(char* at, unsigned letter) {
  const Written& written = escapes<escape>[letter];
  if (written.size == 0) return *at = static_cast<char>(letter), at + 1;
  std::memcpy(at, written.text.data(), written.text.size());
  return at + written.size;
}

constexpr char32_t replacement = 0xfffd;
bool is_high_half(char32_t unit) {
  return (unit & 0xfc00) == 0xd800;
}
bool is_low_half(char32_t unit) {
  return (unit & 0xfc00) == 0xdc00;
}

// One letter that is not plain; moves `from` past it.
template <Escape escape>
char* put_letter(char* at, const char*& from, const char* end) {
  const char32_t unit = little_endian<std::uint16_t>(from);
  from += 2;
  if (unit < 0x80) return put_ascii<escape>(at, static_cast<unsigned>(unit));
  if (is_high_half(unit) && end - from >= 2) {
    const char32_t low = little_endian<std::uint16_t>(from);
    if (is_low_half(low)) {
      from += 2;
      return put(at, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
    }
  }
  const bool half = is_high_half(unit) || is_low_half(unit);
  return put(at, half || (escape == Escape::xml && unit >= 0xfffe) ? replacement : unit);
}

#if defined(__SSE2__)
// Copies sixteen letters as bytes, and tells which of them (bit 0 the first) are not plain.
template <Escape escape>
unsigned copy_plain(char* at, const char* from) {
  const auto load = [&](int half) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from) + half);
  };
  // A letter over 255 becomes 255, one over 32767 becomes 0: both are found below.
  const __m128i bytes = _mm_packus_epi16(load(0), load(1));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(at), bytes);
  const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
  // The sign bit of a letter over 127 is set already; a signed comparison finds those under 32 too.
  __m128i odd = _mm_cmplt_epi8(bytes, _mm_set1_epi8(escape == Escape::none ? 1 : 0x20));
  if constexpr (escape == Escape::json) odd = _mm_or_si128(odd, _mm_or_si128(is('"'), is('\\')));
  if constexpr (escape == Escape::xml)
    odd = _mm_or_si128(
        odd, _mm_or_si128(_mm_or_si128(is('"'), is('&')), _mm_or_si128(is('<'), is('>'))));
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}
#else
template <Escape escape>
unsigned copy_plain(char* at, const char* from) {
  unsigned odd = 0;
  for (unsigned i = 0; i < letters_at_once; ++i) {
    const unsigned letter = little_endian<std::uint16_t>(from + 2 * i);
    at[i] = static_cast<char>(letter);
    if (letter == 0 || letter >= 0x80 || escapes<escape>[letter].size != 0) odd |= 1U << i;
  }
  return odd;
}
#endif

template <Escape escape>
char* put_utf16(char* at, const char* from, const char* end, const char* readable_end) {
  while (from < end) {
    if (readable_end - from < static_cast<std::ptrdiff_t>(2 * letters_at_once)) {
      at = put_letter<escape>(at, from, end);
      continue;
    }
    const unsigned odd = copy_plain<escape>(at, from);
    const auto left = static_cast<std::size_t>(end - from) / 2;
    const auto plain = std::min<std::size_t>(
        odd == 0 ? letters_at_once : static_cast<std::size_t>(std::countr_zero(odd)), left);
    at += plain;
    from += 2 * plain;
    if (odd == 0 || plain == left) continue;
    // Letters of other scripts come together.
    do at = put_letter<escape>(at, from, end);
    while (from < end && little_endian<std::uint16_t>(from) >= 0x80);
  }
  return at;
}

template <Escape escape>
void write(Buffer& out, std::string_view utf16, const char* readable_end) {
  const std::size_t bytes = utf16.size() & ~std::size_t{1};
  char* at = out.room(bytes / 2 * longest_letter);
  const char* from = utf16.data();
  out.wrote_to(put_utf16<escape>(at, from, from + bytes, readable_end));
}

template <Escape escape>
void write_escaped(Buffer& out, std::string_view text) {
  char* at = out.room(text.size() * longest_letter);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      at = put_ascii<escape>(at, byte);
    else
      *at++ = c;
  }
  out.wrote_to(at);
}

}  // namespace

void write_utf16(Buffer& out, Escape escape, std::string_view utf16, const char* readable_end) {
  if (escape == Escape::json) return write<Escape::json>(out, utf16, readable_end);
  if (escape == Escape::xml) return write<Escape::xml>(out, utf16, readable_end);
  write<Escape::none>(out, utf16, readable_end);
}

void write_utf8(Buffer& out, Escape escape, std::string_view text) {
  if (escape == Escape::json) return write_escaped<Escape::json>(out, text);
  if (escape == Escape::xml) return write_escaped<Escape::xml>(out, text);
  out.add(text);
}

}  // namespace digue::read::evtx
