// What an authenticator says of its new key: libfido2 reads it, after our own words about it fit.
#include <cstdint>
#include <string>

#include "base/hash.h"
#include "server/base64url.h"
#include "server/people/passkey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace digue::server;
  const auto site = digue::sha256("s");
  const std::string said = R"({"type":"webauthn.create","challenge":"c","origin":"o"})";
  std::string bytes(site.begin(), site.end());
  bytes.append(reinterpret_cast<const char*>(data), size);
  static_cast<void>(read_registration({"c", "o", "s"}, {to_base64url(said), to_base64url(bytes)}));
  return 0;
}
