// Signing in by the organisation's identity provider, as a browser does it.
#pragma once
#include "server/api/call.h"

namespace digue {
class JsonWriter;
}

namespace digue::server {

// The cookie by which a browser is known that has begun.
inline constexpr std::string_view provider_cookie = "digue-provider";

// The member `provider` of the session: null when there is none.
void write_provider(JsonWriter& json, const Call& call);

}  // namespace digue::server
