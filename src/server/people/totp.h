// Codes of an authenticator app: RFC 6238 with HMAC-SHA-1, six digits, thirty seconds, as every app
// takes them.  Pure; thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace digue::server {

inline constexpr std::size_t totp_secret_bytes = 20;  // RFC 4226, section 4
inline constexpr std::int64_t totp_step_ms = 30 * second_ms;

std::int64_t totp_step(Instant now);
// `secret`: bytes, as they are.
std::string totp_code(std::string_view secret, std::int64_t step);
// The step of which `code` is, this one or one beside it, if it comes after `last`: a code is worth
// something once.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t last);

// RFC 4648, without padding.
std::string to_base32(std::string_view bytes);
// "otpauth://totp/...", that apps read from a QR code.  `account`: who, `issuer`: where.
std::string otpauth_uri(std::string_view secret, std::string_view account, std::string_view issuer);

}  // namespace digue::server
