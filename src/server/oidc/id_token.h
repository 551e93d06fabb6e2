// What an identity provider says of somebody (OpenID Connect Core 1.0, section 2): a JSON Web Token
// in its compact form, taken apart, and its claims compared with what was asked.  Whoever reads the
// claims has verified the signature first (keys.h).  Values; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/oidc/keys.h"

namespace digue::server {

inline constexpr std::size_t max_id_token_bytes = 64 << 10;
inline constexpr std::size_t max_claim_bytes = 255;
inline constexpr std::size_t max_groups = 2000;
inline constexpr std::int64_t clock_leeway_ms = minute_ms;
inline constexpr std::int64_t max_token_age_ms = 10 * minute_ms;

struct IdToken {
  SignatureKind kind = SignatureKind::rs256;
  std::string key_id;
  std::string signed_text;  // header and claims, as they were sent
  std::string claims;       // JSON
  std::string signature;    // bytes
};
// bad_input: no such token; an algorithm that is not taken; an extension that must be understood
// (`crit`); no key id.
Result<IdToken> read_id_token(std::string_view text);

// What was asked for.
struct Asked {
  std::string issuer, client, nonce;
  Instant now;
  std::string groups_claim;
};
struct Claims {
  std::string subject;
  std::string preferred_name;  // `preferred_username`, else `email`; may be empty
  std::string display_name;    // `name`, else the one before, else the subject
  std::vector<std::string> groups;
  std::vector<std::string> proofs;  // `amr` and `acr`: how they showed who they are
};
// bad_input: of another issuer, for another client, of another sign-in, over, not valid yet, or
// made too long ago.
Result<Claims> read_claims(std::string_view json, const Asked& asked);

}  // namespace digue::server
