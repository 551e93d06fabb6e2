// One request to another server, one answer.  No redirection is followed, no proxy asked.  Under
// TLS its certificate must hold for its name, by the system's authorities (or those of
// $SSL_CERT_FILE), or by those that the caller names and no other.  Thread-safe.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/policy.h"

namespace digue::server::http {

struct Url {
  bool secure = true;
  std::string host;  // lower case, without brackets
  std::uint16_t port = 443;
  std::string path = "/";  // and query

  bool has_usual_port() const { return port == (secure ? 443 : 80); }
};
// "https://host[:port]/path"; http for the loopback only.  Nothing with a user, a fragment, or any
// character that is not visible ASCII.
std::optional<Url> read_url(std::string_view text);

enum class Delivery : std::uint8_t {
  answered,     // with `status`
  unreachable,  // no such name, or nobody listens
  untrusted,    // its certificate does not hold
  unreadable,   // no HTTP came back, or more of it than was asked for
  too_slow,
};
struct Posted {
  Delivery delivery = Delivery::unreachable;
  int status = 0;
};
struct Fetched {
  Delivery delivery = Delivery::unreachable;
  int status = 0;
  std::string body;
};

// What is asked of another server.
struct Errand {
  Method method = Method::get;
  std::vector<Field> fields = {};
  std::string body = {};
  std::filesystem::path authorities = {};  // PEM; empty: the system's
  std::size_t max_answer_bytes = 0;        // of the body; 0: it is not read
};
// `stop` ends it at once, as too_slow.
Fetched fetch(const Url& url, const Errand& errand, std::chrono::milliseconds limit,
              const std::stop_token& stop);
// JSON, of whose answer the status is all that is looked at.
Posted post(const Url& url, std::span<const Field> fields, std::string_view body,
            std::chrono::milliseconds limit, const std::stop_token& stop);

}  // namespace digue::server::http
