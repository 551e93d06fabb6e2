// What an identity provider, or somebody in its place, answers: what it says of itself, its keys,
// its token, and the token's claims once their signature was taken for good.
#include <cstring>
#include <memory>

#include "server/oidc/discovery.h"
#include "server/oidc/id_token.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace digue::server;
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const std::string_view bytes(exact.get(), size);
  static_cast<void>(read_discovery(bytes, "https://i"));
  static_cast<void>(id_token_of(bytes));
  static_cast<void>(read_claims(bytes, {"https://i", "c", "n", {1'800'000'000'000}, "groups"}));
  if (const auto keys = read_provider_keys(bytes); keys && !keys->empty())
    static_cast<void>(verifies(keys->front(), SignatureKind::es256, bytes, bytes.substr(0, 64)));
  static_cast<void>(read_id_token(bytes));
  return 0;
}
