// A request of a client to a server or a proxy, as a line of an access log tells it.
#pragma once
#include "base/text.h"
#include "read/lines.h"

namespace digue::read {

struct WebRequest {
  Instant time;
  std::string_view client, user, method;  // views into the line; "" when not said
  std::int32_t status = 0;
  bool denied = false;  // by the proxy's own rules, whatever the status
};

inline void add_event(Filler& filler, const Line& line, const WebRequest& request) {
  auto& event = begin_event(filler, line);
  event.time = request.time;
  if (!filler.is_kept()) return;
  event.operation = filler.text(request.method);
  event.account = filler.name(request.user);
  event.address = filler.address(request.client);
  event.error_code = request.status;
  const bool failed = request.denied || request.status >= 400;
  event.verdict = failed ? event::Verdict::failure : event::Verdict::success;
  if (event.address == event::no_symbol) filler.detail("Host", lower(request.client));
}

}  // namespace digue::read
