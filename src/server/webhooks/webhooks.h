// The webhooks of the incidents, and what became of each delivery: a small SQLite file of the data
// folder.  A webhook knows up to which entry it was told; so nothing is queued, nothing is told out
// of order, and what came while the server was down, or from the terminal, is told all the same.
// Thread-safe.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/webhooks/webhook.h"
#include "store/connection.h"

namespace digue::server {

inline constexpr std::size_t max_webhooks = 10;         // of an incident
inline constexpr std::int64_t max_attempts_kept = 500;  // of a webhook: the last ones

// One entry told to one webhook, or not.
struct Attempt {
  std::string webhook;
  std::uint64_t entry = 0;
  std::string state;   // "delivered", "waiting" (it is tried again), "given-up"
  std::string reason;  // "" or "unreachable", "untrusted", "unreadable", "too-slow", "status"
  int status = 0;      // that was answered; 0: none
  int tries = 0;
  Instant at;     // of the last try
  Instant again;  // of the next; unknown when there is none
};

struct AttemptPage {
  std::size_t total = 0;
  std::vector<Attempt> attempts;  // the last first
};

class Webhooks {
 public:
  static Result<std::unique_ptr<Webhooks>> open(const std::filesystem::path& file, Clock& clock);

  // Id, secret and moment are filled.  refused: too many.
  Result<Webhook> add(Webhook webhook);
  std::vector<Webhook> of(const std::string& incident) const;  // by name
  std::vector<Webhook> all() const;
  // not_found when it is none of that incident.
  Outcome remove(const std::string& incident, const std::string& id);

  // What became of a try; when it is not tried again, the webhook goes on with the next entry.
  Outcome tell(const Attempt& attempt);
  // The one of `entry` that waits; nothing when it was not tried yet.
  Result<std::optional<Attempt>> waiting(const std::string& webhook, std::uint64_t entry);
  Result<AttemptPage> attempts(const std::string& webhook, std::size_t first, std::size_t count);

 private:
  Webhooks(store::Connection connection, Clock& clock)
      : connection_(std::move(connection)), clock_(clock) {}
  Outcome load();

  mutable std::mutex mutex_;
  store::Connection connection_;
  Clock& clock_;
  std::map<std::string, Webhook> webhooks_;  // by id
};

}  // namespace digue::server
