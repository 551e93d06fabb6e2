// The HTTP server: one thread moves bytes, workers answer.  HTTP/1.1, in clear on the loopback,
// else under TLS 1.2 or later.
//
// Bounded: connections in all and from one address, the size of heads and bodies, the time of each
// phase (connection.h).  Made and run by one thread; stop() may be called from any.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "server/http/connection.h"
#include "server/http/handler.h"

namespace digue::server::http {

// PEM texts.
struct Certificate {
  std::string chain, key;
};

// What a server shows itself as.
struct Identity {
  Certificate certificate;
  std::vector<std::string> names;  // under which it is served
};

struct Settings {
  std::string address;                  // numeric: "127.0.0.1", "::1"
  std::uint16_t port = 0;               // 0: any that is free
  std::vector<std::string> names = {};  // served under, without port; the address is one of them
  const Certificate* certificate = nullptr;  // in clear when there is none
  TimeLimits limits = {};
  std::size_t max_connections = 2048;
  std::size_t max_from_one_address = 64;  // the loopback excepted
  unsigned workers = 24;                  // those that wait for the disk together share a commit
  // Asked at SIGHUP, by a worker: who it is from now on.  Not given: SIGHUP ends the server.
  std::function<Result<Identity>()> renew = {};
  std::function<void(const Message&)> tell = {};  // what became of it; with `renew`
};

class Server {
 public:
  // Listens; nothing is answered before run().
  static Result<std::unique_ptr<Server>> listen(const Settings& settings, Handler& handler);
  ~Server();

  std::uint16_t port() const;
  // Until stop(), SIGINT or SIGTERM; then what workers are doing is done, and every connection
  // closed.
  void run();
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace digue::server::http
