#include "server/oidc/provider.h"

#include <doctest/doctest.h>

#include <atomic>

#include "server/base64url.h"

using namespace digue;
using namespace digue::server;

namespace {

// A provider that stands still: what it answers, and what it was asked.
struct Desk {
  Desk() { provider.start(); }

  http::Fetched answer(const http::Url& url, const http::Errand& errand) {
    if (url.path == "/keys") {
      ++keys_asked;
      return {http::Delivery::answered, 200, R"({"keys":[]})"};
    }
    if (url.path == "/token") {
      bodies.push_back(errand.body);
      const auto header = to_base64url(R"({"alg":"RS256","kid":"new"})");
      return {http::Delivery::answered, 200, R"({"id_token":")" + header + R"(.e30.AAAA"})"};
    }
    ++discovered;
    return {http::Delivery::answered, discovery_status,
            R"({"issuer":"https://i","authorization_endpoint":"https://i/go",)"
            R"("token_endpoint":"https://i/token","jwks_uri":"https://i/keys"})"};
  }

  static ProviderSettings settings() {
    ProviderSettings out;
    out.name = "I";
    out.issuer = "https://i";
    out.client = "a client";
    return out;
  }

  void wait_for(const std::string& browser, Standing standing) const {
    while (provider.progress(browser).standing != standing)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  std::string state_of(const std::string& browser) const {
    const auto url = provider.progress(browser).url;
    const auto start = url.find("&state=") + 7;
    return url.substr(start, url.find('&', start) - start);
  }
  std::string begun(const std::string& peer = "::1") {
    auto browser = provider.begin("https://d/back", peer, "");
    wait_for(browser, Standing::go);
    return browser;
  }
  // The whole way, with a token that no key signed.
  void try_once() {
    const auto browser = begun();
    CHECK(provider.came_back(browser, {state_of(browser), "c", "", ""}));
    wait_for(browser, Standing::done);
    const auto claims = provider.take(browser);
    REQUIRE_FALSE(claims);
    CHECK(claims.error().message.english.find("does not publish") != std::string::npos);
  }

  FixedClock clock{Instant{1'773'000'000'000}};
  std::atomic<int> keys_asked = 0, discovered = 0, discovery_status = 200;
  std::vector<std::string> bodies;
  Provider provider{settings(), clock,
                    [this](const http::Url& url, const http::Errand& errand,
                           const std::stop_token&) { return answer(url, errand); }};
};

}  // namespace

TEST_CASE("keys that are not known are asked for, at most once a minute") {
  Desk desk;
  desk.try_once();
  CHECK(desk.keys_asked == 1);
  desk.clock.tick(keys_again_ms - 1);
  desk.try_once();
  CHECK(desk.keys_asked == 1);
  desk.clock.tick(1);
  desk.try_once();
  CHECK(desk.keys_asked == 2);
  CHECK(desk.discovered == 1);
  desk.clock.tick(provider_kept_ms);
  desk.try_once();
  CHECK(desk.discovered == 2);
}

TEST_CASE("without a secret the client names itself, and PKCE stands for it") {
  Desk desk;
  desk.try_once();
  REQUIRE(desk.bodies.size() == 1);
  CHECK(desk.bodies.front().find("client_id=a%20client") != std::string::npos);
  CHECK(desk.bodies.front().find("client_secret") == std::string::npos);
  CHECK(desk.bodies.front().find("code_verifier=") != std::string::npos);
}

TEST_CASE("what was begun is over after ten minutes") {
  Desk desk;
  const auto browser = desk.begun();
  const auto state = desk.state_of(browser);
  desk.clock.tick(attempt_ms + 1);
  CHECK(desk.provider.progress(browser).standing == Standing::none);
  CHECK_FALSE(desk.provider.came_back(browser, {state, "c", "", ""}));
  CHECK_FALSE(desk.provider.take(browser));
}

TEST_CASE("who begins too often loses the oldest of their own") {
  Desk desk;
  const auto other = desk.begun("192.0.2.1");
  const auto first = desk.begun("192.0.2.2");
  desk.clock.tick(1);
  for (std::size_t i = 0; i < max_attempts_of_an_address; ++i) desk.begun("192.0.2.2");
  CHECK(desk.provider.progress(first).standing == Standing::none);
  CHECK(desk.provider.progress(other).standing == Standing::go);
}

TEST_CASE("a failure is remembered for some seconds") {
  Desk desk;
  desk.discovery_status = 503;
  const auto ask = [&] {
    const auto browser = desk.provider.begin("https://d/back", "::1", "");
    desk.wait_for(browser, Standing::done);
    CHECK(desk.provider.take(browser).error().message.english.find("503") != std::string::npos);
  };
  ask();
  ask();
  CHECK(desk.discovered == 1);
  desk.clock.tick(failure_kept_ms + 1);
  ask();
  CHECK(desk.discovered == 2);
}
