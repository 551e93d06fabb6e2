// What an identity provider says of itself (OpenID Connect Discovery 1.0), and what its token
// endpoint answers.  Values; thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http/client.h"

namespace digue::server {

inline constexpr std::size_t max_discovery_bytes = 64 << 10;
inline constexpr std::size_t max_token_answer_bytes = 256 << 10;

struct Discovery {
  std::string sign_in;  // where a browser goes
  http::Url token, keys;
  bool posts_secret = false;  // the client's secret in the body; else by Basic
  bool names_issuer = false;  // the way back carries `iss` (RFC 9207)
};
// not_found: no such document, of another issuer, or addresses that are neither https nor of this
// machine.
Result<Discovery> read_discovery(std::string_view json, const std::string& issuer);

// The `id_token` of the answer.  not_found: there is none.
Result<std::string> id_token_of(std::string_view json);

}  // namespace digue::server
