#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& session_theft_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&session_theft_detector()};
constexpr std::string_view victim = "anne@hopital.example";

Row rule_made(std::string_view time, std::string_view address, std::string_view session) {
  Row row{.action = event::Action::inbox_rule_set,
          .time = std::string(time),
          .account = std::string(victim),
          .target = std::string(victim)};
  row.operation = "New-InboxRule";
  row.address = address;
  row.session = session;
  return row;
}

Story stolen_session() {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "stolen"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, rented, linux_firefox, "stolen"));
  story.add(rule_made("2026-03-04T09:31:00Z", rented, "stolen"));
  return story;
}

}  // namespace

TEST_CASE("a session replayed from a rented machine with another browser is theft") {
  const auto story = stolen_session();
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  const auto& theft = findings.front();
  CHECK(theft.severity == Severity::critical);
  CHECK(theft.accounts == std::vector<std::string>{std::string(victim)});
  CHECK(theft.addresses == std::vector<std::string>{std::string(rented)});
  CHECK(theft.seeds_intruder);
  CHECK(theft.subjects.front().kind == "session");
  CHECK(theft.subjects.front().identity == "stolen");
  CHECK(says(theft, "Example Hosting"));
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("the owner's own address is never followed, and the shared session is probable only") {
  const auto theft = stolen_session().findings(rule).front();
  for (const auto& pivot : theft.pivots) {
    CHECK(pivot.value != office);
    if (pivot.kind == finding::Pivot::Kind::session)
      CHECK(pivot.certainty == finding::Pivot::Certainty::probable);
    if (pivot.kind == finding::Pivot::Kind::address)
      CHECK(pivot.certainty == finding::Pivot::Certainty::proven);
  }
}

TEST_CASE("without the replay nothing is raised") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "stolen"));
  CHECK(story.findings(rule).empty());
}

TEST_CASE("a laptop that goes home keeps its session and accuses nobody") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "kept"));
  story.add(sign_in("2026-03-04T19:00:00Z", victim, home, windows_edge, "kept"));
  CHECK(story.findings(rule).empty());
}

TEST_CASE("a traveller whose own laptop keeps its session is not accused, even making a rule") {
  auto story = ordinary_month();
  auto there = sign_in("2026-03-04T02:00:00Z", victim, hotel, windows_edge, "kept");
  auto here = sign_in("2026-03-03T09:00:00Z", victim, office, windows_edge, "kept");
  story.add(here).add(there).add(rule_made("2026-03-04T02:10:00Z", hotel, "kept"));
  for (const auto& finding : story.findings(rule)) CHECK(finding.severity <= Severity::medium);
  here.device = there.device = "9d1c6c0a-0000-4000-8000-000000000001";
  auto vouched = ordinary_month();
  vouched.add(here).add(there).add(rule_made("2026-03-04T02:10:00Z", hotel, "kept"));
  CHECK(vouched.findings(rule).empty());
}

TEST_CASE("two operators and two clients, with no history to compare, stay below high") {
  Story story;
  story.sites = ordinary_month().sites;
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge, "short"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, home, linux_firefox, "short"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::medium);
  CHECK_FALSE(findings.front().seeds_intruder);
  CHECK(says(findings.front(), "too short"));
}

TEST_CASE("without any database and without operators in the records nothing is said") {
  auto story = stolen_session();
  story.sites.known.clear();
  CHECK(story.findings(rule).empty());
}

TEST_CASE("what rests on the fallback database says so, with its date") {
  auto story = stolen_session();
  for (auto& [address, site] : story.sites.known) {
    site.place_from_fallback = site.operator_from_fallback = true;
    site.database_date = "2026-06-17";
  }
  const auto theft = story.findings(rule).front();
  CHECK(says(theft, "2026-06-17"));
}

TEST_CASE("a session that lives only at strange addresses is the intruder's own") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, stranger, windows_edge, "phished"));
  story.add(sign_in("2026-03-04T09:20:00Z", victim, rented, linux_firefox, "phished"));
  story.add(rule_made("2026-03-04T09:31:00Z", rented, "phished"));
  const auto theft = story.findings(rule).front();
  CHECK(theft.severity == Severity::critical);
  CHECK(theft.addresses == std::vector<std::string>{std::string(stranger), std::string(rented)});
}

TEST_CASE(
    "two sign-ins at once, one from a strange network and client, are told without a session") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge));
  story.add(sign_in("2026-03-04T09:00:20Z", victim, rented, linux_firefox));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::high);
  CHECK(findings.front().addresses == std::vector<std::string>{std::string(rented)});
  CHECK(says(findings.front(), "20 seconds"));
  CHECK(story.order_does_not_show(rule));
}

TEST_CASE("two sign-ins at once from two usual places, or minutes apart, are nothing") {
  auto both = ordinary_month();
  both.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge));
  both.add(sign_in("2026-03-04T09:00:20Z", victim, home, iphone_safari));
  CHECK(both.findings(rule).empty());
  auto apart = ordinary_month();
  apart.add(sign_in("2026-03-04T09:00:00Z", victim, office, windows_edge));
  apart.add(sign_in("2026-03-04T09:05:00Z", victim, rented, linux_firefox));
  CHECK(apart.findings(rule).empty());
}

TEST_CASE("one request with 0, 50140 and 50074 from a strange address has the shape of a relay") {
  const auto relayed = [](std::string_view address, std::string_view agent,
                          std::initializer_list<std::int32_t> codes) {
    auto story = ordinary_month();
    for (const auto code : codes) {
      auto row = sign_in("2026-03-04T09:00:00Z", victim, address, agent);
      row.error_code = code;
      if (code != 0) row.verdict = event::Verdict::interrupted;
      row.details.emplace_back("CorrelationId", "c-1");
      story.add(row);
    }
    return story.findings(rule);
  };
  REQUIRE(relayed(rented, linux_firefox, {50074, 50140, 0}).size() == 1);
  CHECK(relayed(rented, linux_firefox, {50074, 50140, 0}).front().severity == Severity::high);
  CHECK(relayed(rented, linux_firefox, {50074, 0}).empty());
  CHECK(relayed(office, windows_edge, {50074, 50140, 0}).empty());
}

}  // namespace digue::detect
