// Signing in by an identity provider (OpenID Connect: authorization code with PKCE).
//
// A browser begins, and gets a key to keep in a cookie; what is begun is in memory only, for
// attempt_ms.  It goes to the provider, comes back with a code, and takes the outcome, once.  What
// must be asked of the provider is asked by threads of its own: whoever waits, asks again how it
// stands, and no thread that answers requests ever waits for the network.  Thread-safe.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/http/client.h"
#include "server/oidc/discovery.h"
#include "server/oidc/id_token.h"
#include "server/oidc/keys.h"
#include "server/oidc/settings.h"

namespace digue::server {

inline constexpr std::int64_t attempt_ms = 10 * minute_ms;
inline constexpr std::size_t max_attempts = 1000;
inline constexpr std::size_t max_attempts_of_an_address = 50;
inline constexpr std::size_t max_code_bytes = 4096;
inline constexpr std::chrono::seconds provider_limit{10};  // of one answer
inline constexpr unsigned provider_threads = 4;
// What the provider says of itself is asked again after so long; its keys, sooner when a token is
// signed by one that we do not know.
inline constexpr std::int64_t provider_kept_ms = hour_ms;
inline constexpr std::int64_t keys_again_ms = minute_ms;
inline constexpr std::int64_t failure_kept_ms = 5 * second_ms;

// How the sign-in of a browser stands.
enum class Standing : std::uint8_t {
  none,
  asking,    // what the provider says of itself
  go,        // the browser may go there
  checking,  // what the provider says of the person
  done,      // well or not: to be taken
};
std::string_view standing_name(Standing standing);
struct Progress {
  Standing standing = Standing::none;
  std::string url = {};  // where to go, when it may
};

// What the way back carries.
struct WayBack {
  std::string state, code, error, issuer;
};

class Provider {
 public:
  using Fetch = std::function<http::Fetched(const http::Url& url, const http::Errand& errand,
                                            const std::stop_token& stop)>;
  // `clock` outlives it.
  Provider(ProviderSettings settings, Clock& clock, Fetch fetch);
  ~Provider() { stop(); }
  Provider(const Provider&) = delete;
  Provider& operator=(const Provider&) = delete;

  void start();  // the threads
  void stop();

  const ProviderSettings& settings() const { return settings_; }
  // `redirect`: where the provider sends the browser back.  `peer`: the address that asks.  What
  // `before` had begun is forgotten.  The key that the browser is to keep.
  std::string begin(const std::string& redirect, const std::string& peer, std::string_view before);
  Progress progress(std::string_view browser) const;
  // False when this browser did not begin that, or came back already: nothing changes.
  bool came_back(std::string_view browser, const WayBack& said);
  // What the provider said of the person, once.  not_found: it did not answer as it must;
  // bad_input: what it said is not accepted; refused: nothing is to be taken.
  Result<Claims> take(std::string_view browser);

 private:
  struct Attempt {
    std::string peer, redirect, state, nonce, verifier;
    Instant begun;
    Standing standing = Standing::asking;
    std::string url = {}, code = {};
    Result<Claims> outcome = Claims{};
  };
  using Known = std::shared_ptr<const Discovery>;

  void work(const std::stop_token& stop);
  void work_on(const std::string& browser, const std::stop_token& stop);
  void let_go(Attempt& attempt, const Discovery& discovery) const;
  void settle(const std::string& browser, Result<Claims> outcome);
  void forget_old(Instant now);
  void forget_one_of(const std::string& peer);
  Known known() const;
  Attempt* find(std::string_view browser);

  Result<std::string> ask(const http::Url& url, http::Errand errand, std::size_t most,
                          const std::stop_token& stop) const;
  Result<Known> discover(const std::stop_token& stop);
  Result<Known> discover_now(const std::stop_token& stop);
  Result<ProviderKey> key_of(const IdToken& token, const Discovery& discovery,
                             const std::stop_token& stop);
  Outcome ask_keys(const Discovery& discovery, const std::stop_token& stop);
  http::Errand code_errand(const Attempt& attempt, const Discovery& discovery) const;
  Result<Claims> claims_of(const Attempt& attempt, const std::stop_token& stop);

  ProviderSettings settings_;
  Clock& clock_;
  Fetch fetch_;

  mutable std::mutex mutex_;                              // of these:
  std::map<std::string, Attempt, std::less<>> attempts_;  // by what the browser keeps
  std::deque<std::string> waiting_;                       // for a thread
  Known discovery_;
  Instant discovered_;
  std::condition_variable_any something_;

  std::mutex asking_;  // of these; held while the provider is asked of itself
  std::vector<ProviderKey> keys_;
  Instant keys_asked_, discovery_failed_;
  Error discovery_error_ = {};

  std::vector<std::jthread> threads_;
};

}  // namespace digue::server
