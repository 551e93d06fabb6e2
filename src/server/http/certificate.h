// A certificate made on the spot, for the addresses of this machine: P-256, signed by itself.
// Thread-safe.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/http/server.h"

namespace digue::server::http {

inline constexpr int certificate_days = 397;

// `names`: addresses and host names, for which it holds.
Result<Certificate> make_certificate(const std::vector<std::string>& names, Instant now);
// It can be read, is not over, and holds for these names.
bool serves(const Certificate& certificate, const std::vector<std::string>& names, Instant now);
// SHA-256 of it, as browsers show: "3F:9A:...".
std::string fingerprint_of(const Certificate& certificate);

}  // namespace digue::server::http
