// An answer.  Values.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/event_stream.h"
#include "server/http/policy.h"

namespace digue::server::http {

struct Response {
  int status = 200;
  std::vector<Field> fields = {};
  std::string body = {};
  // Not empty: the answer is a stream of events, and this is called once it has begun.
  std::function<void(const std::shared_ptr<EventStream>&)> events = {};
  // Asked at each heartbeat of the stream, when it is not empty: once it says no, the stream ends.
  std::function<bool()> events_go_on = {};

  Response& with(std::string name, std::string value) {
    fields.push_back({std::move(name), std::move(value)});
    return *this;
  }
};

// Status line, fields, empty line.  An answer with a field that is_sendable() refuses becomes a 500
// with none: what was to be said must not become another answer.
std::string head_bytes(Response& response, bool close);

}  // namespace digue::server::http
