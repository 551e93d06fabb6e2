#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& new_source_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&new_source_detector()};
constexpr std::string_view victim = "anne@hopital.example";

std::vector<finding::Finding> after_sign_in(std::string_view address, std::string_view agent) {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, address, agent, "new"));
  return story.findings(rule);
}

}  // namespace

TEST_CASE("a script that signs in with a person's account is high, whatever the address") {
  for (const auto agent : {"python-requests/2.31.0", "axios/1.6.8", "node-fetch", "BAV2ROPC",
                           "fasthttp", "Go-http-client/2.0"})
    for (const auto address : {rented, stranger, office}) {
      const auto findings = after_sign_in(address, agent);
      REQUIRE(findings.size() == 1);
      CHECK(findings.front().severity == Severity::high);
      CHECK(findings.front().seeds_intruder);
    }
}

TEST_CASE("an account that a program drives every day is an automaton, low") {
  auto story = ordinary_month();
  story.ordinary_days("scan@hopital.example", office, "2026-02-02T08:00:00Z", 20,
                      "python-requests/2.31.0");
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::low);
  CHECK_FALSE(findings.front().seeds_intruder);
}

TEST_CASE("a new network alone is information, with a new client medium") {
  CHECK(after_sign_in(stranger, windows_edge).front().severity == Severity::info);
  CHECK(after_sign_in(stranger, linux_firefox).front().severity == Severity::medium);
  CHECK(after_sign_in(office, windows_edge).empty());
  CHECK(after_sign_in(home, windows_edge).empty());
}

TEST_CASE("a rented machine is medium, with a client new for the account high") {
  CHECK(after_sign_in(rented, windows_edge).front().severity == Severity::medium);
  CHECK(after_sign_in(rented, linux_firefox).front().severity == Severity::high);
}

TEST_CASE("what only the fallback says of a rented machine stays below high") {
  auto story = ordinary_month();
  for (auto& [address, site] : story.sites.known) {
    site.place_from_fallback = site.operator_from_fallback = true;
    site.database_date = "2026-06-05";
  }
  story.add(sign_in("2026-03-04T09:00:00Z", victim, rented, windows_edge, "new"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity <= Severity::medium);
  CHECK(says(findings.front(), "2026-06-05"));
}

TEST_CASE("with a day of history nothing can be called new, and it is said") {
  Story story;
  story.sites = ordinary_month().sites;
  story.add(sign_in("2026-03-03T09:00:00Z", victim, office, windows_edge));
  story.add(sign_in("2026-03-04T09:00:00Z", victim, stranger, linux_firefox));
  CHECK(story.findings(rule).empty());
  story.add(sign_in("2026-03-04T10:00:00Z", victim, rented, linux_firefox));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity <= Severity::medium);
  CHECK(says(findings.front(), "too short"));
}

}  // namespace digue::detect
