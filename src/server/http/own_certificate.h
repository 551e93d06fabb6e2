// The organisation's own certificate, from its PEM files, looked at before it is used: what a
// browser would refuse is said here, with the file.  Thread-safe.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/sentence.h"
#include "base/time.h"
#include "server/http/server.h"

namespace digue::server::http {

inline constexpr std::size_t max_pem_bytes = 1 << 20;
inline constexpr std::size_t max_chain = 10;
inline constexpr int warn_before_days = 14;

struct OwnCertificate {
  Certificate certificate;
  std::vector<std::string> names;  // host names and addresses for which it holds; no wildcard
};

// `chain`: the certificate, then those that signed it; `key`: without password, and may be the same
// file.  bad_input: no certificate or key there, another key, a chain that breaks, over, not yet
// valid, or not for a server.  `warn`: a key that others may read, an end that is near, no name.
Result<OwnCertificate> read_own_certificate(const std::filesystem::path& chain,
                                            const std::filesystem::path& key, Instant now,
                                            const std::function<void(const Message&)>& warn);

}  // namespace digue::server::http
