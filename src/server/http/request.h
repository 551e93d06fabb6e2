// A request, as the handler sees it.  Values; a request belongs to one thread at a time.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http/policy.h"
#include "server/http/target.h"

namespace digue::server::http {

// Takes a body piece by piece, on a worker's thread: evidence, to disk.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual Outcome add(std::string_view bytes) = 0;
};

struct Request {
  Head head;
  Target target;
  std::string peer;     // the address that it came from
  bool secure = false;  // under TLS
  std::string body;     // empty when a sink took it
  std::shared_ptr<BodySink> sink = nullptr;
  std::optional<Error> sink_error = std::nullopt;  // the sink could not take it all

  std::string_view field(std::string_view lower_case_name) const {
    return head.field(lower_case_name);
  }
  // The first of that name.
  std::optional<std::string_view> parameter(std::string_view name) const;
  // RFC 6265; "" when it is not there.
  std::string_view cookie(std::string_view name) const;
};

}  // namespace digue::server::http
