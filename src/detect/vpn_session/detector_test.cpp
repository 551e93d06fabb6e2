#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"
#include "detect/vpn_sessions.h"

namespace digue::detect {

const Detector& vpn_session_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

Row vpn(event::Action action, std::string_view time, std::string_view account,
        std::string_view remote, std::string_view given) {
  Row row{.action = action, .time = "2026-03-28T" + std::string(time) + "Z"};
  row.account = account;
  row.address = remote;
  row.device = "fgt1";
  row.family = event::Family::none;
  if (!given.empty()) row.details = {{"GivenAddress", std::string(given)}};
  return row;
}
Row opened(std::string_view time, std::string_view account, std::string_view remote,
           std::string_view given = "10.8.0.6") {
  return vpn(event::Action::vpn_opened, time, account, remote, given);
}
Row closed(std::string_view time, std::string_view account, std::string_view given = "10.8.0.6") {
  return vpn(event::Action::vpn_closed, time, account, "", given);
}
Story& fail(Story& story, int count, std::string_view remote = "203.0.113.9") {
  for (int i = 0; i < count; ++i) {
    auto row = opened("01:5" + std::to_string(i % 10) + ":00", "a.martin", remote, "");
    row.verdict = event::Verdict::failure;
    row.session = std::to_string(i);
    story.add(row);
  }
  return story;
}
std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&vpn_session_detector()});
}
Site in(std::string_view country) {
  Site site;
  site.country = country;
  return site;
}

}  // namespace

TEST_CASE("a session after many refusals is told, with its address and what came from there") {
  Story story;
  fail(story, 12)
      .add(opened("02:00:00", "a.martin", "203.0.113.9"))
      .add(closed("03:00:00", "a.martin"));
  Row inside{.action = event::Action::logon, .time = "2026-03-28T02:30:00Z", .account = "adm"};
  inside.address = "10.8.0.6";
  inside.device = "dc1";
  story.add(inside);
  inside.time = "2026-03-28T03:30:00Z";  // somebody else's by then
  story.add(inside);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.severity == finding::Severity::high);
  CHECK(found.items.front() == "mail-malware/c.3.1");
  CHECK(found.accounts == std::vector<std::string>{"a.martin"});
  CHECK(says(found, "12 refusals"));
  CHECK(says(found, "address given: 10.8.0.6"));
  CHECK(says(found, "1 event comes from the address given"));
  CHECK(story.order_does_not_show({&vpn_session_detector()}));
}

TEST_CASE("a country that VPN users do not come from is told; the organisation's own is not") {
  Story story;
  story.sites.known = {{"203.0.113.9", in("BR")}, {"198.51.100.1", in("FR")}};
  story.organisation.home_countries = {"FR"};
  story.add(opened("08:00:00", "b.petit", "198.51.100.1", "10.8.0.2"))
      .add(opened("08:30:00", "a.martin", "203.0.113.9"));
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::medium);
  CHECK(says(findings[0], "From BR"));
  story.organisation.known_networks = {*organisation::Network::parse("203.0.113.0/24")};
  CHECK(findings_of(story).empty());
  story.organisation.known_networks.clear();
  story.organisation.home_countries.clear();  // two sessions are no habit
  CHECK(findings_of(story).empty());
}

TEST_CASE("several accounts from one new address are told, a household is not") {
  Story story;
  story.add(opened("08:00:00", "a.martin", "203.0.113.9", "10.8.0.2"))
      .add(opened("08:20:00", "b.petit", "203.0.113.9", "10.8.0.3"));
  CHECK(findings_of(story).empty());
  story.add(opened("08:40:00", "c.durand", "203.0.113.9", "10.8.0.4"));
  CHECK(findings_of(story).size() == 3);
}

TEST_CASE("a few mistyped passwords are not") {
  Story story;
  fail(story, 4).add(opened("02:00:00", "a.martin", "203.0.113.9"));
  CHECK(findings_of(story).empty());
}

TEST_CASE("whose address it was is known by the session that held it") {
  Story story;
  story.add(opened("08:00:00", "a.martin", "203.0.113.9", ""))
      .add(opened("08:00:02", "chv\\a.martin", "203.0.113.9"))
      .add(closed("09:00:00", "a.martin"))
      .add(opened("10:00:00", "b.petit", "203.0.113.7"))
      .add(opened("12:00:00", "c.durand", "203.0.113.8"));
  story.findings({}, [](const Scene& scene) {
    const VpnSessions sessions(scene);
    REQUIRE(sessions.all().size() == 3);
    const auto holder = [&](std::string_view time) {
      const auto moment =
          parse_rfc3339("2026-03-28T" + std::string(time) + "Z").value_or(Instant::unknown);
      const auto* session = sessions.holder_of("10.8.0.6", moment);
      return session == nullptr ? std::string_view() : scene.text(session->account);
    };
    CHECK(holder("08:30:00") == "a.martin");
    CHECK(holder("09:30:00").empty());
    CHECK(holder("11:00:00") == "b.petit");
    CHECK(holder("13:00:00") == "c.durand");
  });
}

}  // namespace digue::detect
