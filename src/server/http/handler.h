// What the server does with requests.  Both functions are called on workers' threads, several at a
// time; they must not throw, and what does is answered with 500.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "server/http/request.h"
#include "server/http/response.h"

namespace digue::server::http {

// How a request's body is taken, decided from its head.
struct Reception {
  std::optional<Response> refusal = std::nullopt;  // answered at once, the body unread
  std::uint64_t body_limit = 0;
  std::shared_ptr<BodySink> sink = nullptr;  // else the body is kept in memory
};

class Handler {
 public:
  virtual ~Handler() = default;
  virtual Reception receive(const Request& request) = 0;
  virtual Response answer(const Request& request) = 0;
  // Of a request that the policy refused.
  virtual Response refused(Refusal refusal, const Head& head) = 0;
};

}  // namespace digue::server::http
