#include "server/oidc/provider.h"

#include <sodium.h>

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "base/url.h"
#include "logbook/key.h"
#include "server/base64url.h"
#include "server/oidc/sentences.h"

namespace digue::server {

namespace {

constexpr std::size_t random_size = 32;

std::string random_text() {
  return to_base64url(logbook::random_bytes(random_size));
}

using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

std::string form_of(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    if (!out.empty()) out += '&';
    out += std::string(name) + "=" + percent_encoded(value);
  }
  return out;
}

// RFC 7636: S256.
std::string challenge_of(const std::string& verifier) {
  return to_base64url(as_text(sha256(verifier)));
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Message reason_of(const http::Fetched& fetched) {
  switch (fetched.delivery) {
    case http::Delivery::answered:
      return tell<sentences::says_status>(fetched.status);
    case http::Delivery::untrusted:
      return tell<sentences::says_untrusted>();
    case http::Delivery::unreadable:
      return tell<sentences::says_unreadable>();
    case http::Delivery::too_slow:
      return tell<sentences::says_slow>();
    case http::Delivery::unreachable:
      break;
  }
  return tell<sentences::says_no_answer>();
}

std::string address_of_discovery(std::string issuer) {
  while (issuer.ends_with('/')) issuer.pop_back();
  return issuer + "/.well-known/openid-configuration";
}

// RFC 6749 lets a provider answer with a word; nothing else of it is shown.
std::string shown(const std::string& error) {
  const bool plain = error.size() <= 100 && std::all_of(error.begin(), error.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
                     });
  return plain ? error : "error";
}

}  // namespace

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::asking:
      return "asking";
    case Standing::go:
      return "go";
    case Standing::checking:
      return "checking";
    case Standing::done:
      return "done";
    case Standing::none:
      break;
  }
  return "none";
}

Provider::Provider(ProviderSettings settings, Clock& clock, Fetch fetch)
    : settings_(std::move(settings)), clock_(clock), fetch_(std::move(fetch)) {}

void Provider::start() {
  for (unsigned i = 0; i < provider_threads; ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

void Provider::stop() {
  for (auto& thread : threads_) thread.request_stop();
  threads_.clear();
}

void Provider::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::string browser;
    {
      std::unique_lock lock(mutex_);
      if (!something_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
      browser = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work_on(browser, stop);
  }
}

void Provider::work_on(const std::string& browser, const std::stop_token& stop) {
  Attempt attempt;
  {
    const std::lock_guard lock(mutex_);
    const auto* found = find(browser);
    if (found == nullptr) return;
    attempt = *found;
  }
  if (attempt.standing == Standing::checking) return settle(browser, claims_of(attempt, stop));
  const auto discovery = discover(stop);
  if (!discovery) return settle(browser, fail(discovery.error()));
  const std::lock_guard lock(mutex_);
  if (auto* found = find(browser)) let_go(*found, **discovery);
}

void Provider::settle(const std::string& browser, Result<Claims> outcome) {
  const std::lock_guard lock(mutex_);
  auto* found = find(browser);
  if (found == nullptr) return;
  found->standing = Standing::done;
  found->outcome = std::move(outcome);
}

// mutex_ is held by whoever calls the next four.
Provider::Attempt* Provider::find(std::string_view browser) {
  const auto found = attempts_.find(browser);
  const bool known = found != attempts_.end() && clock_.now() - found->second.begun <= attempt_ms;
  return known ? &found->second : nullptr;
}

void Provider::forget_old(Instant now) {
  std::erase_if(attempts_, [&](const auto& one) { return now - one.second.begun > attempt_ms; });
}

// Of an address that begins too much, its own oldest; of too many addresses, the oldest.
void Provider::forget_one_of(const std::string& peer) {
  const auto is_older = [](const auto& a, const auto& b) {
    return a.second.begun < b.second.begun;
  };
  const auto of_peer = std::count_if(attempts_.begin(), attempts_.end(),
                                     [&](const auto& one) { return one.second.peer == peer; });
  if (static_cast<std::size_t>(of_peer) >= max_attempts_of_an_address)
    attempts_.erase(
        std::min_element(attempts_.begin(), attempts_.end(), [&](const auto& a, const auto& b) {
          if (a.second.peer != b.second.peer) return a.second.peer == peer;
          return a.second.peer == peer && is_older(a, b);
        }));
  if (attempts_.size() >= max_attempts)
    attempts_.erase(std::min_element(attempts_.begin(), attempts_.end(), is_older));
}

Provider::Known Provider::known() const {
  const bool fresh = discovery_ && clock_.now() - discovered_ <= provider_kept_ms;
  return fresh ? discovery_ : nullptr;
}

void Provider::let_go(Attempt& attempt, const Discovery& discovery) const {
  auto scopes = settings_.scopes;
  scopes.insert(scopes.begin(), "openid");
  const auto& to = discovery.sign_in;
  attempt.url = to + (to.find('?') == std::string::npos ? "?" : "&") +
                form_of({{"response_type", "code"},
                         {"client_id", settings_.client},
                         {"redirect_uri", attempt.redirect},
                         {"scope", join(scopes, " ")},
                         {"state", attempt.state},
                         {"nonce", attempt.nonce},
                         {"code_challenge", challenge_of(attempt.verifier)},
                         {"code_challenge_method", "S256"}});
  attempt.standing = Standing::go;
}

std::string Provider::begin(const std::string& redirect, const std::string& peer,
                            std::string_view before) {
  auto browser = random_text();
  const Instant now = clock_.now();
  Attempt attempt{peer, redirect, random_text(), random_text(), random_text(), now};
  const std::lock_guard lock(mutex_);
  if (const auto old = attempts_.find(before); old != attempts_.end()) attempts_.erase(old);
  forget_old(now);
  forget_one_of(peer);
  if (const auto discovery = known())
    let_go(attempt, *discovery);
  else
    waiting_.push_back(browser);
  attempts_.emplace(browser, std::move(attempt));
  something_.notify_one();
  return browser;
}

Progress Provider::progress(std::string_view browser) const {
  const std::lock_guard lock(mutex_);
  const auto found = attempts_.find(browser);
  if (found == attempts_.end() || clock_.now() - found->second.begun > attempt_ms) return {};
  const auto& attempt = found->second;
  return {attempt.standing, attempt.standing == Standing::go ? attempt.url : std::string()};
}

bool Provider::came_back(std::string_view browser, const WayBack& said) {
  const std::lock_guard lock(mutex_);
  auto* attempt = find(browser);
  if (attempt == nullptr || attempt->standing != Standing::go || !same(attempt->state, said.state))
    return false;
  const bool names_issuer = discovery_ && discovery_->names_issuer;
  attempt->standing = Standing::done;
  if ((names_issuer || !said.issuer.empty()) && said.issuer != settings_.issuer) {
    attempt->outcome =
        fail<sentences::token_refused>(Error::Kind::bad_input, tell<sentences::other_issuer>());
  } else if (said.code.empty() || said.code.size() > max_code_bytes) {
    attempt->outcome = fail<sentences::provider_said_no>(Error::Kind::bad_input, shown(said.error));
  } else {
    attempt->code = said.code;
    attempt->standing = Standing::checking;
    waiting_.emplace_back(browser);
    something_.notify_one();
  }
  return true;
}

Result<Claims> Provider::take(std::string_view browser) {
  const std::lock_guard lock(mutex_);
  const auto* attempt = find(browser);
  if (attempt == nullptr || attempt->standing != Standing::done)
    return fail<sentences::nothing_came_back>(Error::Kind::refused);
  auto outcome = attempt->outcome;
  attempts_.erase(attempts_.find(browser));
  return outcome;
}

Result<std::string> Provider::ask(const http::Url& url, http::Errand errand, std::size_t most,
                                  const std::stop_token& stop) const {
  errand.max_answer_bytes = most;
  errand.authorities = settings_.authorities;
  errand.fields.push_back({"accept", "application/json"});
  auto fetched = fetch_(url, errand, stop);
  if (fetched.delivery != http::Delivery::answered || fetched.status != 200)
    return fail<sentences::provider_unreachable>(Error::Kind::not_found, reason_of(fetched));
  return std::move(fetched.body);
}

// What failed is not asked again by each of those who wait.
Result<Provider::Known> Provider::discover(const std::stop_token& stop) {
  const std::lock_guard one_at_a_time(asking_);
  {
    const std::lock_guard lock(mutex_);
    if (auto discovery = known()) return discovery;
  }
  if (discovery_failed_.known() && clock_.now() - discovery_failed_ <= failure_kept_ms)
    return fail(discovery_error_);
  auto discovery = discover_now(stop);
  discovery_failed_ = discovery ? Instant::unknown : clock_.now();
  if (!discovery) discovery_error_ = discovery.error();
  return discovery;
}

Result<Provider::Known> Provider::discover_now(const std::stop_token& stop) {
  const auto url = http::read_url(address_of_discovery(settings_.issuer));
  if (!url) return fail<sentences::bad_endpoints>(Error::Kind::not_found);
  DIGUE_TRY(const auto json, ask(*url, {}, max_discovery_bytes, stop));
  DIGUE_TRY(auto read, read_discovery(json, settings_.issuer));
  auto discovery = std::make_shared<const Discovery>(std::move(read));
  const std::lock_guard lock(mutex_);
  discovery_ = discovery;
  discovered_ = clock_.now();
  return discovery;
}

Outcome Provider::ask_keys(const Discovery& discovery, const std::stop_token& stop) {
  DIGUE_TRY(const auto json, ask(discovery.keys, {}, max_key_set_bytes, stop));
  DIGUE_TRY(keys_, read_provider_keys(json));
  keys_asked_ = clock_.now();
  return {};
}

// A provider that changed its keys is asked for them, at most once in keys_again_ms.
Result<ProviderKey> Provider::key_of(const IdToken& token, const Discovery& discovery,
                                     const std::stop_token& stop) {
  const std::lock_guard one_at_a_time(asking_);
  const Instant now = clock_.now();
  const auto since = keys_asked_.known() ? now - keys_asked_ : provider_kept_ms + 1;
  const auto* key = find_key(keys_, token.key_id, token.kind);
  if (since > provider_kept_ms || (key == nullptr && since >= keys_again_ms)) {
    DIGUE_CHECK(ask_keys(discovery, stop));
    key = find_key(keys_, token.key_id, token.kind);
  }
  if (key == nullptr)
    return fail<sentences::token_refused>(Error::Kind::bad_input, tell<sentences::unknown_key>());
  return *key;
}

// RFC 6749, sections 2.3.1 and 4.1.3; RFC 7636, section 4.5.
http::Errand Provider::code_errand(const Attempt& attempt, const Discovery& discovery) const {
  Parameters parameters{{"grant_type", "authorization_code"},
                        {"code", attempt.code},
                        {"redirect_uri", attempt.redirect},
                        {"code_verifier", attempt.verifier}};
  http::Errand errand{.method = http::Method::post,
                      .fields = {{"content-type", "application/x-www-form-urlencoded"}}};
  const bool by_basic = !settings_.secret.empty() && !discovery.posts_secret;
  if (by_basic)
    errand.fields.push_back(
        {"authorization", "Basic " + to_base64(percent_encoded(settings_.client) + ":" +
                                               percent_encoded(settings_.secret))});
  else
    parameters.emplace_back("client_id", settings_.client);
  if (!by_basic && !settings_.secret.empty())
    parameters.emplace_back("client_secret", settings_.secret);
  errand.body = form_of(parameters);
  return errand;
}

Result<Claims> Provider::claims_of(const Attempt& attempt, const std::stop_token& stop) {
  DIGUE_TRY(const auto discovery, discover(stop));
  DIGUE_TRY(const auto json,
            ask(discovery->token, code_errand(attempt, *discovery), max_token_answer_bytes, stop));
  DIGUE_TRY(const auto text, id_token_of(json));
  DIGUE_TRY(const auto token, read_id_token(text));
  DIGUE_TRY(const auto key, key_of(token, *discovery, stop));
  if (!verifies(key, token.kind, token.signed_text, token.signature))
    return fail<sentences::token_refused>(Error::Kind::bad_input,
                                          tell<sentences::wrong_signature>());
  return read_claims(token.claims, {settings_.issuer, settings_.client, attempt.nonce, clock_.now(),
                                    settings_.groups_claim});
}

}  // namespace digue::server
