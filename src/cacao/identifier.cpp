#include "cacao/identifier.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/hash.h"
#include "base/hex.h"

namespace digue::cacao {

// 5b0c7e0e-8c8a-4a3c-9d57-3f2f6f0d9a41, drawn once for Digue.
static constexpr std::string_view our_namespace =
    "\x5b\x0c\x7e\x0e\x8c\x8a\x4a\x3c\x9d\x57\x3f\x2f\x6f\x0d\x9a\x41";

static std::string uuid_text(std::span<const std::uint8_t> bytes, std::uint8_t version) {
  std::array<std::uint8_t, 16> uuid{};
  std::copy_n(bytes.begin(), uuid.size(), uuid.begin());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0f) | (version << 4));
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
  auto text = to_hex(uuid);
  for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, 1, '-');
  return text;
}

std::string step_uuid(std::string_view sheet, std::string_view name) {
  const auto words = std::string(sheet) + '\n' + std::string(name);
  return uuid_text(sha256(words), 4);
}

std::string named_uuid(std::string_view name) {
  const auto words = std::string(our_namespace) + std::string(name);
  std::array<std::uint8_t, SHA_DIGEST_LENGTH> digest{};
  SHA1(reinterpret_cast<const unsigned char*>(words.data()), words.size(), digest.data());
  return uuid_text(digest, 5);
}

static bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex_digit(text[i])) return false;
  }
  static constexpr std::string_view variants = "89abAB";
  return text[14] >= '1' && text[14] <= '5' && variants.find(text[19]) != std::string_view::npos;
}

static bool is_type(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return text.size() >= 2 && text.size() <= 100 && text[0] >= 'a' && text[0] <= 'z' &&
         text.back() != '-' && std::all_of(text.begin(), text.end(), allowed);
}

std::optional<Identifier> identifier_of(std::string_view text) {
  if (text.size() < 40) return std::nullopt;
  const Identifier out{text.substr(0, text.size() - 38), text.substr(text.size() - 36)};
  if (text.substr(out.type.size(), 2) != "--" || !is_type(out.type) || !is_uuid(out.uuid))
    return std::nullopt;
  return out;
}

char uuid_version(std::string_view uuid) {
  return uuid.size() > 14 ? uuid[14] : '0';
}

}  // namespace digue::cacao
