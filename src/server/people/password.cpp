#include "server/people/password.h"

#include <sodium.h>

#include <array>
#include <semaphore>

#include "base/hash.h"
#include "logbook/key.h"

namespace digue::server {

static std::counting_semaphore<max_passwords_at_once>& places() {
  static std::counting_semaphore<max_passwords_at_once> semaphore(max_passwords_at_once);
  return semaphore;
}

namespace {

class Place {
 public:
  Place() { places().acquire(); }
  ~Place() { places().release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

}  // namespace

std::string hash_password(std::string_view password) {
  const Place place;
  if (sodium_init() < 0) return {};
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const int done = crypto_pwhash_str_alg(
      out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  return done == 0 ? std::string(out.data()) : std::string();
}

bool is_password(const std::string& hash, std::string_view password) {
  const Place place;
  if (sodium_init() < 0 || password.empty() || hash.empty()) return false;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& nobodys_hash() {
  static const std::string hash = hash_password(logbook::random_bytes(32));
  return hash;
}

}  // namespace digue::server
