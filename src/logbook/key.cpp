#include "logbook/key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/sentences.h"
#include "base/text.h"
#include "logbook/sentences.h"

namespace digue::logbook {

// Safe to call from any thread, any number of times.
static void prepare_sodium() {
  static const int ready = sodium_init();
  static_cast<void>(ready);
}

static const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string key_id(const PublicKey& key) {
  return to_hex(sha256(as_text(key))).substr(0, 16);
}

bool is_signed_by(const PublicKey& key, std::string_view message, std::string_view signature) {
  if (signature.size() != crypto_sign_BYTES) return false;
  return crypto_sign_verify_detached(raw(signature), raw(message), message.size(), key.data()) == 0;
}

std::string random_bytes(std::size_t count) {
  prepare_sodium();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), count);
  return bytes;
}

SigningKey SigningKey::make() {
  std::string seed = random_bytes(crypto_sign_SEEDBYTES);
  auto key = from_seed(seed);
  sodium_memzero(seed.data(), seed.size());
  return std::move(*key);
}

Result<SigningKey> SigningKey::from_seed(std::string_view seed) {
  prepare_sodium();
  if (seed.size() != crypto_sign_SEEDBYTES)
    return fail<sentences::key_of_wrong_size>(Error::Kind::bad_input);
  SigningKey key;
  crypto_sign_seed_keypair(key.public_.data(), key.secret_.data(), raw(seed));
  key.id_ = key_id(key.public_);
  return key;
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : secret_(other.secret_), public_(other.public_), id_(std::move(other.id_)) {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  std::swap(secret_, other.secret_);
  std::swap(public_, other.public_);
  std::swap(id_, other.id_);
  return *this;
}

SigningKey::~SigningKey() {
  sodium_memzero(secret_.data(), secret_.size());
}

Signature SigningKey::sign(std::string_view message) const {
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(), secret_.data());
  return signature;
}

std::string_view SigningKey::seed() const {
  return as_text(std::span(secret_).first(crypto_sign_SEEDBYTES));
}

// The key that the password opens the box with.
static bool derive(const SealedKey& sealed, std::string_view password, std::string& key) {
  key.assign(crypto_secretbox_KEYBYTES, '\0');
  return crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), password.data(),
                       password.size(), raw(sealed.salt),
                       static_cast<unsigned long long>(sealed.operations),
                       static_cast<std::size_t>(sealed.memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Result<SealedKey> seal(const SigningKey& key, std::string_view password, SealCost cost) {
  const bool quick = cost == SealCost::quick;
  SealedKey sealed;
  sealed.salt = random_bytes(crypto_pwhash_SALTBYTES);
  sealed.nonce = random_bytes(crypto_secretbox_NONCEBYTES);
  sealed.operations = quick ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE;
  sealed.memory = static_cast<std::int64_t>(quick ? crypto_pwhash_MEMLIMIT_MIN
                                                  : crypto_pwhash_MEMLIMIT_INTERACTIVE);
  std::string box_key;
  if (!derive(sealed, password, box_key))
    return fail<sentences::no_memory_to_seal>(Error::Kind::storage);
  sealed.box.assign(key.seed().size() + crypto_secretbox_MACBYTES, '\0');
  crypto_secretbox_easy(reinterpret_cast<unsigned char*>(sealed.box.data()), raw(key.seed()),
                        key.seed().size(), raw(sealed.nonce), raw(box_key));
  sodium_memzero(box_key.data(), box_key.size());
  return sealed;
}

static bool is_sane(const SealedKey& sealed) {
  return sealed.salt.size() == crypto_pwhash_SALTBYTES &&
         sealed.nonce.size() == crypto_secretbox_NONCEBYTES &&
         sealed.box.size() == crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES &&
         sealed.operations > 0 && sealed.operations <= max_seal_operations && sealed.memory > 0 &&
         sealed.memory <= max_seal_memory;
}

Result<SigningKey> unseal(const SealedKey& sealed, std::string_view password) {
  prepare_sodium();
  if (!is_sane(sealed)) return fail<sentences::sealed_key_broken>(Error::Kind::bad_input);
  std::string box_key;
  if (!derive(sealed, password, box_key))
    return fail<sentences::no_memory_to_seal>(Error::Kind::storage);
  std::string seed(crypto_sign_SEEDBYTES, '\0');
  const bool opened =
      crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(seed.data()), raw(sealed.box),
                                 sealed.box.size(), raw(sealed.nonce), raw(box_key)) == 0;
  sodium_memzero(box_key.data(), box_key.size());
  if (!opened) return fail<sentences::wrong_password>(Error::Kind::refused);
  auto key = SigningKey::from_seed(seed);
  sodium_memzero(seed.data(), seed.size());
  return key;
}

static Outcome write_secret(const std::filesystem::path& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<::ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  const int reason = errno;
  if (file >= 0) ::close(file);
  if (written) return {};
  return fail<digue::sentences::cannot_write>(Error::Kind::storage, path.string(),
                                              std::strerror(reason));
}

static Outcome make_machine_key(const std::filesystem::path& folder,
                                const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  const auto key = SigningKey::make();
  const auto seed = key.seed();
  const std::filesystem::path beside =
      path.string() + "." + to_hex(std::span(key.public_key()).first(4));
  DIGUE_CHECK(write_secret(
      beside, to_hex({reinterpret_cast<const std::uint8_t*>(seed.data()), seed.size()}) + "\n"));
  // link() fails when another process made the key meanwhile: that one is as good.
  const int linked = ::link(beside.c_str(), path.c_str());
  const int reason = errno;
  ::unlink(beside.c_str());
  if (linked == 0 || reason == EEXIST) return {};
  return fail<digue::sentences::cannot_write>(Error::Kind::storage, path.string(),
                                              std::strerror(reason));
}

Result<SigningKey> machine_key(const std::filesystem::path& folder) {
  const auto path = folder / "machine.key";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) DIGUE_CHECK(make_machine_key(folder, path));
  DIGUE_TRY(const std::string text, DiskFiles().read(path));
  const auto seed = from_hex(trimmed(text));
  if (!seed) return fail<sentences::machine_key_broken>(Error::Kind::bad_input, path.string());
  return SigningKey::from_seed(*seed);
}

}  // namespace digue::logbook
