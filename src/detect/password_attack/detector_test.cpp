#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& password_attack_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&password_attack_detector()};
constexpr std::string_view victim = "anne@hopital.example";
constexpr std::string_view start = "2026-03-04T09:00:00Z";

Story sprayed(std::int32_t code = 50126) {
  auto story = ordinary_month();
  for (int i = 0; i < 8; ++i)
    story.add(
        failure(after(start, i), "user" + std::to_string(i) + "@hopital.example", rented, code));
  return story;
}

Story guessed(int failures, std::string_view from, std::string_view agent) {
  auto story = ordinary_month();
  for (int i = 0; i < failures; ++i)
    story.add(failure(after(start, 0, 30 * i), victim, from, 50126));
  story.add(sign_in(after(start, 20), victim, from, agent, "guessed"));
  return story;
}

}  // namespace

TEST_CASE("one address that tries many accounts and enters one is high, and is followed") {
  auto story = sprayed();
  story.add(sign_in(after(start, 20), victim, rented, linux_firefox, "entered"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity >= Severity::high);
  CHECK(findings.front().seeds_intruder);
  CHECK(findings.front().title.english.find(victim) != std::string::npos);
  CHECK(findings.front().indicators == std::vector<std::string>{std::string(rented)});
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("many accounts tried without success is told, and low") {
  const auto findings = sprayed().findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::low);
  CHECK_FALSE(findings.front().seeds_intruder);
}

TEST_CASE("prompts, consents and other interrupts are no wrong passwords") {
  for (const auto code : {50058, 50072, 50140, 65001, 50011, 50173})
    CHECK(sprayed(code).findings(rule).empty());
}

TEST_CASE("an office whose people mistype on a Monday is no spray") {
  Story story;
  story.sites = ordinary_month().sites;
  for (int i = 0; i < 8; ++i) {
    const auto account = "user" + std::to_string(i) + "@hopital.example";
    story.ordinary_days(account, office, "2026-02-02T08:00:00Z", 30, windows_edge);
    story.add(failure(after(start, i), account, office, 50126));
    story.add(sign_in(after(start, i, 30), account, office, windows_edge));
  }
  CHECK(story.findings(rule).empty());
}

TEST_CASE("a password mistyped on one's own machine, then got right, is not raised") {
  CHECK(guessed(6, office, windows_edge).findings(rule).empty());
}

TEST_CASE("a stranger who guesses, then enters with a new client, is high") {
  const auto story = guessed(12, rented, linux_firefox);
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity >= Severity::high);
  CHECK(findings.front().seeds_intruder);
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("guessing without a success is low, and too few failures are nothing") {
  const auto only_failures = [](int count) {
    auto story = ordinary_month();
    for (int i = 0; i < count; ++i)
      story.add(failure(after(start, 0, 30 * i), victim, rented, 50126));
    return story.findings(rule);
  };
  REQUIRE(only_failures(12).size() == 1);
  CHECK(only_failures(12).front().severity == Severity::low);
  CHECK(only_failures(4).empty());
}

TEST_CASE("a script that changes address at each try is still one source") {
  auto story = ordinary_month();
  for (int i = 0; i < 12; ++i)
    story.add(failure(after(start, i), "user" + std::to_string(i) + "@hopital.example",
                      "203.0.113." + std::to_string(i + 1), 50126, "python-requests/2.31.0"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(says(findings.front(), "12 accounts"));
}

TEST_CASE("one spray by a script from one address is told once") {
  auto story = ordinary_month();
  for (int i = 0; i < 8; ++i)
    story.add(failure(after(start, i), "user" + std::to_string(i) + "@hopital.example", rented,
                      50126, "python-requests/2.31.0"));
  CHECK(story.findings(rule).size() == 1);
}

TEST_CASE("the exit of a relay is nobody's own: it is followed as probable only") {
  auto story = sprayed();
  for (auto& [address, site] : story.sites.known)
    if (address == rented) site.as_name = "Cloudflare, Inc.";
  story.add(sign_in(after(start, 20), victim, rented, linux_firefox, "entered"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  for (const auto& pivot : findings.front().pivots)
    if (pivot.kind == finding::Pivot::Kind::address)
      CHECK(pivot.certainty == finding::Pivot::Certainty::probable);
}

}  // namespace digue::detect
