// The keys with which an identity provider signs (JSON Web Key Set, RFC 7517), and signatures by
// them (RFC 7518), verified by OpenSSL.  Values; thread-safe to use.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct evp_pkey_st;  // OpenSSL's

namespace digue::server {

inline constexpr std::size_t max_key_set_bytes = 256 << 10;
inline constexpr std::size_t max_provider_keys = 100;
inline constexpr std::size_t max_key_id_bytes = 256;
inline constexpr int min_rsa_bits = 2048, max_rsa_bits = 8192;

// No other: `none` signs nothing, and with HS* whoever knows the public key could sign.
enum class SignatureKind : std::uint8_t { rs256, ps256, es256 };
std::optional<SignatureKind> signature_kind_named(std::string_view name);

struct ProviderKey {
  std::string id;
  bool is_elliptic = false;                    // P-256; else RSA
  std::optional<SignatureKind> only = {};      // what it is for, when it says so
  std::shared_ptr<evp_pkey_st> key = nullptr;  // public
};

// Those that we can verify with; the others (encryption, other curves, short ones, without id) are
// left out.  not_found: no key set, or more keys than max_provider_keys.
Result<std::vector<ProviderKey>> read_provider_keys(std::string_view json);

// The one of that id that makes such signatures; null when there is none.
const ProviderKey* find_key(const std::vector<ProviderKey>& keys, std::string_view id,
                            SignatureKind kind);
// `signature`: bytes as RFC 7518 writes them: of ES256, r and s.
bool verifies(const ProviderKey& key, SignatureKind kind, std::string_view message,
              std::string_view signature);

}  // namespace digue::server
