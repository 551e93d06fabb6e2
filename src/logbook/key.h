// Ed25519 keys (RFC 8032, through libsodium): who signed an entry.
//
// A person's key is made at their first entry and kept in the incident's file, sealed by their
// password (Argon2id, then XSalsa20-Poly1305).  A machine's key stays on the machine, in a file
// that only its user can read, and signs the checkpoints and what the machine writes.
//
// Secrets are wiped when they go.  A SigningKey is thread-safe to use, not to move.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace digue::logbook {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

// 16 hex digits: the start of the SHA-256 of the public key.
std::string key_id(const PublicKey& key);
bool is_signed_by(const PublicKey& key, std::string_view message, std::string_view signature);

std::string random_bytes(std::size_t count);

class SigningKey {
 public:
  static SigningKey make();
  // 32 bytes, as RFC 8032 calls the private key.
  static Result<SigningKey> from_seed(std::string_view seed);
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  const std::string& id() const { return id_; }
  Signature sign(std::string_view message) const;
  std::string_view seed() const;

 private:
  SigningKey() = default;
  std::array<std::uint8_t, 64> secret_{};  // seed, then public key
  PublicKey public_{};
  std::string id_;
};

// What a password costs to try.  `quick` is for tests.
enum class SealCost : std::uint8_t { quick, normal };

struct SealedKey {
  std::string salt;
  std::int64_t operations = 0, memory = 0;  // Argon2id; memory in bytes
  std::string nonce, box;
};
inline constexpr std::int64_t max_seal_operations = 16;
inline constexpr std::int64_t max_seal_memory = std::int64_t{1} << 30;

Result<SealedKey> seal(const SigningKey& key, std::string_view password, SealCost cost);
// Refused when the password is wrong, or when the file asks for more work than the caps.
Result<SigningKey> unseal(const SealedKey& sealed, std::string_view password);

// The machine's key, made and synced to disk at its first use.
Result<SigningKey> machine_key(const std::filesystem::path& folder);

}  // namespace digue::logbook
