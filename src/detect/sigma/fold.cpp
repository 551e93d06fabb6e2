#include "detect/sigma/fold.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <cstdint>
#include <cstring>

namespace digue::detect::sigma {

namespace {

constexpr std::size_t most_bytes_of_unit = 3;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

char lower_ascii(char c) {
  return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
}

// Eight letters at a time, in one number.
constexpr std::size_t block_bytes = sizeof(std::uint64_t);
constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t high_bits = each_byte * 0x80;

std::uint64_t block_at(const char* text) {
  std::uint64_t block = 0;
  std::memcpy(&block, text, block_bytes);
  return block;
}

// Of ASCII.  A sum reaches the high bit of its byte from the letter on that it is made for.
std::uint64_t lower_block(std::uint64_t block) {
  const std::uint64_t from_a = block + each_byte * (0x80 - 'A');
  const std::uint64_t past_z = block + each_byte * (0x80 - 'Z' - 1);
  return block | (from_a & ~past_z & high_bits) >> 2U;
}

void fold_unicode(std::string_view text, std::string& out) {
  const std::u16string units = utf16_from_utf8(text);
  std::u16string lowered(units.size() * 3, u'\0');  // folding makes three of one at most
  UErrorCode error = U_ZERO_ERROR;
  const auto size =
      u_strFoldCase(lowered.data(), static_cast<std::int32_t>(lowered.size()), units.data(),
                    static_cast<std::int32_t>(units.size()), U_FOLD_CASE_DEFAULT, &error);
  out.resize(static_cast<std::size_t>(size) * most_bytes_of_unit);
  std::int32_t bytes = 0;
  u_strToUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &bytes, lowered.data(),
                     size, 0xfffd, nullptr, &error);
  out.resize(static_cast<std::size_t>(bytes));
}

}  // namespace

std::u16string utf16_from_utf8(std::string_view utf8) {
  std::u16string units(utf8.size(), u'\0');
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t size = 0;
  u_strFromUTF8WithSub(units.data(), static_cast<std::int32_t>(units.size()), &size, utf8.data(),
                       static_cast<std::int32_t>(utf8.size()), 0xfffd, nullptr, &error);
  units.resize(static_cast<std::size_t>(size));
  return units;
}

void fold(std::string_view text, std::string& out) {
  out.resize(text.size());
  std::size_t at = 0;
  for (; at + block_bytes <= text.size(); at += block_bytes) {
    const std::uint64_t block = block_at(&text[at]);
    if ((block & high_bits) != 0) break;
    const std::uint64_t lowered = lower_block(block);
    std::memcpy(&out[at], &lowered, block_bytes);
  }
  for (; at < text.size() && is_ascii(text[at]); ++at) out[at] = lower_ascii(text[at]);
  if (at < text.size()) fold_unicode(text, out);
}

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

}  // namespace digue::detect::sigma
