// Tells webhooks what came, one entry after the other, each signed and tried again when it was not
// taken.  A thread of its own; the network is given, so that tests stand in for it.
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/client.h"
#include "server/incidents/incidents.h"
#include "server/webhooks/webhooks.h"

namespace digue::server {

// How long to wait after each failed try; after the last, the entry is given up.
inline constexpr std::int64_t retry_after_ms[] = {2 * second_ms,  10 * second_ms, minute_ms,
                                                  10 * minute_ms, hour_ms,        6 * hour_ms};
inline constexpr std::chrono::seconds delivery_limit{10};
// How often the incidents of webhooks are looked at.
inline constexpr std::chrono::milliseconds webhook_period{500};

// "host", of the usual port, or "host:port": those to which webhooks may go.
bool may_go_to(const http::Url& url, const std::vector<std::string>& hosts);

class Sender {
 public:
  using Post =
      std::function<http::Posted(const http::Url& url, const std::vector<http::Field>& fields,
                                 const std::string& body, const std::stop_token& stop)>;
  // All of it outlives the sender.
  Sender(Webhooks& webhooks, Incidents& incidents, Clock& clock, std::vector<std::string> hosts,
         Post post);
  ~Sender() { stop(); }
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  void start();  // the thread
  void stop();
  // One look at every webhook: at most one entry each.  True when something was told.
  bool step(const std::stop_token& stop);

 private:
  bool step(const Webhook& webhook, const std::stop_token& stop);
  Attempt attempt(const Webhook& webhook, std::uint64_t entry, const std::string& body,
                  const std::stop_token& stop);

  Webhooks& webhooks_;
  Incidents& incidents_;
  Clock& clock_;
  std::vector<std::string> hosts_;
  Post post_;
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

}  // namespace digue::server
