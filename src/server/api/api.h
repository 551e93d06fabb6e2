// The API under /api/v1, and the interface's files under everything else.  Thread-safe.
//
// In this order, for each request: the route (404, 405), who is signed in (401), the incident that
// the path names and one's role in it (404), whether the table of routes lets them (403), the guard
// of writes (403), the body (400, 413, 415); then the route's function.  What carries an
// idempotency key is written once.  What was read or taken out, the access log says.
#pragma once
#include <mutex>
#include <set>
#include <string>

#include "server/api/call.h"
#include "server/api/routes.h"
#include "server/http/handler.h"

namespace digue::server {

// The cookie of a session.
inline constexpr std::string_view session_cookie = "digue-session";

class Api final : public http::Handler {
 public:
  explicit Api(Services& services) : services_(services) {}

  http::Reception receive(const http::Request& request) override;
  http::Response answer(const http::Request& request) override;
  http::Response refused(http::Refusal refusal, const http::Head& head) override;

 private:
  // A call that is allowed, with its route; or the answer that says why it is not.
  struct Admitted {
    const Route* route = nullptr;
    Call call;
  };
  tl::expected<Admitted, http::Response> admit(const http::Request& request);
  http::Response answer_once(const Admitted& admitted);
  http::Response answer_traced(const Admitted& admitted);
  http::Response answer_api(const http::Request& request);

  Services& services_;
  std::mutex mutex_;
  std::set<std::string> under_way_;  // person and idempotency key
};

}  // namespace digue::server
