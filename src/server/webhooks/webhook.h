// What of an incident another program is told, and by which way.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/sentence.h"
#include "base/time.h"

namespace digue::server {

enum class Channel : std::uint8_t {
  in_band,      // may pass where the intruder reads: it says that something came, and nothing else
  out_of_band,  // cannot: it carries the line
};
std::string_view channel_name(Channel channel);

struct Webhook {
  std::string id, incident, name;
  std::string url;     // http/client.h
  std::string secret;  // "whsec_" and base64: it signs, so it can't be kept hashed
  Channel channel = Channel::in_band;
  Language language = Language::french;  // of the lines that it carries
  std::string made_by;                   // display name
  Instant made;
  std::uint64_t next = 0;  // position of the first entry that was not told yet
};

// Standard Webhooks: "v1," and the base64 of HMAC-SHA256 over "id.timestamp.body".
std::string signature_of(std::string_view secret, std::string_view id, std::int64_t seconds,
                         std::string_view body);

}  // namespace digue::server
