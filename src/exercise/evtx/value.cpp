#include "exercise/evtx/value.h"

#include <charconv>

#include "exercise/output.h"

namespace digue::exercise::evtx {

std::string little(std::uint64_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xffU);
  return out;
}

std::uint64_t filetime(Instant time) {
  constexpr std::int64_t seconds_before_1970 = 11'644'473'600;
  return static_cast<std::uint64_t>(time.milliseconds + seconds_before_1970 * second_ms) * 10'000U;
}

static std::uint64_t number_of(std::string_view text, int base = 10) {
  if (text.starts_with("0x")) {
    text.remove_prefix(2);
    base = 16;
  }
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

static std::string binary_of(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    out += static_cast<char>(number_of(digits.substr(i, 2), 16));
  return out;
}

// "{54849625-5478-4994-a5ba-3e3b0328c30d}": its first three parts lie the other way round.
static std::string guid_of(std::string_view text) {
  if (text.starts_with('{')) text = text.substr(1, text.size() - 2);
  return little(number_of(text.substr(0, 8), 16), 4) + little(number_of(text.substr(9, 4), 16), 2) +
         little(number_of(text.substr(14, 4), 16), 2) + binary_of(text.substr(19, 4)) +
         binary_of(text.substr(24));
}

// "S-1-5-21-...": revision, how many parts, the authority (highest first), the parts.
static std::string sid_of(std::string_view text) {
  std::string parts;
  char count = 0;
  text.remove_prefix(std::string_view("S-1-").size());
  const auto authority = text.substr(0, text.find('-'));
  for (text.remove_prefix(authority.size()); text.starts_with('-'); ++count) {
    text.remove_prefix(1);
    const auto part = text.substr(0, text.find('-'));
    parts += little(number_of(part), 4);
    text.remove_prefix(part.size());
  }
  const std::string head = {1, count, 0, 0, 0, 0, 0, static_cast<char>(number_of(authority))};
  return head + parts;
}

std::string bytes_of(Type type, std::string_view written) {
  if (written.empty()) return {};
  switch (type) {
    case Type::text:
      return utf16_from_utf8(written);
    case Type::byte:
      return little(number_of(written), 1);
    case Type::word:
      return little(number_of(written), 2);
    case Type::number:
    case Type::hex32:
      return little(number_of(written), 4);
    case Type::long_number:
    case Type::hex64:
    case Type::time:
      return little(number_of(written), 8);
    case Type::binary:
      return binary_of(written);
    case Type::guid:
      return guid_of(written);
    case Type::sid:
      return sid_of(written);
    case Type::none:
    case Type::xml:
      break;
  }
  return {};
}

std::uint32_t crc32(std::string_view bytes, std::uint32_t before) {
  std::uint32_t crc = ~before;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
  }
  return ~crc;
}

}  // namespace digue::exercise::evtx
