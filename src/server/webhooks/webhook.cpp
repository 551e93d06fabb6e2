#include "server/webhooks/webhook.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/hash.h"

namespace digue::server {

std::string_view channel_name(Channel channel) {
  return channel == Channel::in_band ? "in-band" : "out-of-band";
}

std::string signature_of(std::string_view secret, std::string_view id, std::int64_t seconds,
                         std::string_view body) {
  static constexpr std::string_view start = "whsec_";
  const auto key = from_base64(secret.substr(secret.starts_with(start) ? start.size() : 0));
  const std::string text =
      std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (!key || ::HMAC(EVP_sha256(), key->data(), static_cast<int>(key->size()),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     digest.data(), &size) == nullptr)
    return {};
  return "v1," + to_base64({reinterpret_cast<const char*>(digest.data()), size});
}

}  // namespace digue::server
