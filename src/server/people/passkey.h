// Passkeys and security keys (WebAuthn level 2): what a browser brings back is compared with what
// it was asked, and libfido2 reads the key and verifies the signature.  No attestation is asked
// for: which make of key it is does not matter here.  Bytes come as base64url without padding.
// Thread-safe.
#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace digue::server {

// COSE (RFC 9053, RFC 8812): ES256, EdDSA, RS256; the first are preferred.
inline constexpr std::array<int, 3> passkey_algorithms = {-7, -8, -257};
inline constexpr std::size_t max_passkey_field_bytes = 8192;

struct Passkey {
  std::string credential;  // its id, base64url
  std::string person, name;
  std::string site;  // the name of the server that it is for
  int algorithm = 0;
  std::string public_key;  // bytes, as libfido2 gives them
  std::uint32_t uses = 0;  // its own count of signatures; 0 when it keeps none
  Instant made;
};

// What was asked of a browser.
struct Ceremony {
  std::string challenge;  // base64url
  std::string origin;     // "https://digue.example.org:8440"
  std::string site;       // "digue.example.org"
};

struct Registration {
  std::string client_data, authenticator_data;  // base64url
};
struct Assertion {
  std::string credential, client_data, authenticator_data, signature;  // base64url
};

// Credential, algorithm, key, uses and site are filled.  bad_input: not what was asked for.
Result<Passkey> read_registration(const Ceremony& asked, const Registration& given);
// How often the key says that it signed.  bad_input: not what was asked for, or not signed by that
// key; refused: it counted backwards, so there are two of them.
Result<std::uint32_t> verify_assertion(const Ceremony& asked, const Passkey& kept,
                                       const Assertion& given);

}  // namespace digue::server
