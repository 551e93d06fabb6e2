// One connection: reads requests, has them answered, writes the answers, one after the other.
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/http/handler.h"
#include "server/http/wire.h"

namespace digue::server::http {

// How long each phase may take.
struct TimeLimits {
  std::chrono::milliseconds handshake{10'000};
  std::chrono::milliseconds idle{75'000};  // between two requests
  std::chrono::milliseconds head{
      10'000};  // from the first byte of a request to the end of its head
  std::chrono::milliseconds piece{15'000};  // without a byte of the body
  std::chrono::milliseconds body{60'000};   // a body that is kept in memory, in all
  std::chrono::milliseconds write{30'000};  // without an answer being taken
  std::chrono::milliseconds heartbeat{15'000};
  std::chrono::milliseconds linger{2'000};  // for the rest of a request that was refused
};

// What all the connections of a server share.  Outlives them.
struct Shared {
  Handler& handler;
  Threads& threads;
  TimeLimits limits;
  std::vector<std::string> hosts;  // served under: "127.0.0.1:8440"
};

// Lives until the connection has ended; then calls `ended` on the loop's thread.
void serve_connection(std::unique_ptr<Wire> wire, const Shared& shared,
                      std::function<void()> ended);

}  // namespace digue::server::http
