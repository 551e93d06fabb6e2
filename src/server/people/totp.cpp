#include "server/people/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/url.h"

namespace digue::server {

static constexpr std::uint32_t million = 1'000'000;  // six digits

std::int64_t totp_step(Instant now) {
  return now.milliseconds / totp_step_ms;
}

// RFC 4226, section 5.3.
std::string totp_code(std::string_view secret, std::int64_t step) {
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter[counter.size() - 1 - i] =
        static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * i));
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (::HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
             counter.size(), digest.data(), &size) == nullptr ||
      size != 20)
    return {};
  const std::size_t offset = digest[size - 1] & 15U;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | digest[offset + i];
  const auto digits = std::to_string((number & 0x7fffffffU) % million);
  return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t last) {
  const auto current = totp_step(now);
  for (auto step = current - 1; step <= current + 1; ++step) {
    const auto expected = totp_code(secret, step);
    if (step > last && !expected.empty() && expected.size() == code.size() &&
        sodium_memcmp(expected.data(), code.data(), code.size()) == 0)
      return step;
  }
  return std::nullopt;
}

std::string to_base32(std::string_view bytes) {
  static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t kept = 0, bits = 0;
  for (const char byte : bytes) {
    kept = (kept << 8U | static_cast<unsigned char>(byte)) & 0xfffU;
    for (bits += 8; bits >= 5; bits -= 5) out += letters[kept >> (bits - 5) & 31U];
  }
  if (bits > 0) out += letters[kept << (5 - bits) & 31U];
  return out;
}

std::string otpauth_uri(std::string_view secret, std::string_view account,
                        std::string_view issuer) {
  const auto where = percent_encoded(issuer);
  return "otpauth://totp/" + where + ":" + percent_encoded(account) +
         "?secret=" + to_base32(secret) + "&issuer=" + where;
}

}  // namespace digue::server
