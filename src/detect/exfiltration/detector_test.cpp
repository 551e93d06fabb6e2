#include "detect/detector.h"

#include <doctest/doctest.h>

#include "detect/testing.h"
#include "detect/traffic.h"

namespace digue::detect {

const Detector& exfiltration_detector();

namespace {

using testing::Row;
using testing::says;
using testing::Story;

constexpr std::uint64_t mega = 1'000'000;

Row sum(int day, std::string_view client, std::string_view destination, std::uint64_t out) {
  const auto begin = parse_rfc3339("2026-03-01T03:00:00Z").value_or(Instant::unknown);
  Row row{.action = event::Action::traffic, .time = rfc3339(begin + day * day_ms)};
  row.address = client;
  row.object = destination;
  row.family = event::Family::none;
  row.details = {{"BytesOut", std::to_string(out)}, {"Requests", "10"}};
  return row;
}

// As a tally gives it: the client's day, the destination's, and both.
Story& send(Story& story, int day, std::string_view client, std::string_view destination,
            std::uint64_t out) {
  auto of_destination = sum(day, "", destination, out);
  of_destination.details.emplace_back("Clients", "1");
  return story.add(sum(day, client, "", out))
      .add(sum(day, client, destination, out))
      .add(of_destination);
}

// Twenty days of ordinary work.
Story ordinary() {
  Story story;
  for (int day = 0; day < 20; ++day) send(story, day, "10.0.0.5", "www.partner.example", 20 * mega);
  return story;
}

std::vector<finding::Finding> findings_of(const Story& story) {
  return story.findings({&exfiltration_detector()});
}

}  // namespace

TEST_CASE("far more than usual to a destination that nobody knew is told") {
  auto story = ordinary();
  send(story, 15, "10.0.0.5", "drop.evil.example", 12'300 * mega);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  const auto& found = findings.front();
  CHECK(found.title.english == "10.0.0.5 sent 12.3 GB to evil.example in one day.");
  CHECK(found.severity == finding::Severity::critical);
  CHECK(found.items == std::vector<std::string>{"ransomware/1.c.6"});
  CHECK(found.indicators == std::vector<std::string>{"evil.example"});
  CHECK(says(found, "On 2026-03-16"));
  CHECK(says(found, "20 MB a day"));
  CHECK(says(found, "Nobody had contacted evil.example in the 15 days before."));
  CHECK(story.order_does_not_show({&exfiltration_detector()}));
}

TEST_CASE("a destination that is known weighs less") {
  auto story = ordinary();
  send(story, 15, "10.0.0.5", "www.partner.example", 900 * mega);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::medium);
}

TEST_CASE("a log too short to know what is usual finds nothing, and says so") {
  Story story;
  for (int day = 0; day < 5; ++day) send(story, day, "10.0.0.5", "www.partner.example", mega);
  send(story, 4, "10.0.0.5", "drop.evil.example", 5000 * mega);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::info);
  CHECK(findings[0].items.empty());
  CHECK(says(findings[0], "4 days of traffic stand before"));
  CHECK(says(findings[0], "5.0 GB, from 10.0.0.5 to evil.example"));
}

TEST_CASE("logs that do not tell the bytes sent are said to be silent") {
  Story story;
  for (int day = 0; day < 20; ++day) {
    auto row = sum(day, "", "www.partner.example", 0);
    row.details = {{"Requests", "10"}};
    story.add(row);
  }
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == finding::Severity::info);
  CHECK(says(findings[0], "tells the bytes sent"));
}

TEST_CASE("a regular backup, a busy client, our own networks and visitors are no exfiltration") {
  auto backup = ordinary();
  for (const int day : {2, 5, 8, 15})
    send(backup, day, "10.0.0.5", "backup.cloud.example", 800 * mega);
  CHECK(findings_of(backup).empty());

  auto busy = ordinary();
  for (int day = 0; day < 20; ++day)
    send(busy, day, "10.0.0.9", "u" + std::to_string(day) + ".example", 700 * mega);
  CHECK(findings_of(busy).empty());

  auto ours = ordinary();
  send(ours, 15, "10.0.0.5", "203.0.113.9", 5000 * mega);
  CHECK(findings_of(ours).size() == 1);
  ours.organisation.known_networks = {*organisation::Network::parse("203.0.113.0/24")};
  CHECK(findings_of(ours).empty());

  auto visitor = ordinary();
  send(visitor, 15, "198.51.100.4", "srv.other.example", 5000 * mega);
  CHECK(findings_of(visitor).empty());

  auto small = ordinary();
  send(small, 15, "10.0.0.5", "drop.evil.example", 499 * mega);
  CHECK(findings_of(small).empty());
}

TEST_CASE("many clients that send a little each are seen together") {
  auto story = ordinary();
  for (int client = 0; client < 10; ++client)
    story.add(sum(15, "10.0.1." + std::to_string(client), "drop.evil.example", 90 * mega));
  auto all = sum(15, "", "drop.evil.example", 900 * mega);
  all.details.emplace_back("Clients", "10");
  story.add(all);
  const auto findings = findings_of(story);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].title.english.find("Several machines together sent 900 MB") == 0);
  CHECK(findings[0].evidence.size() == 10);
}

TEST_CASE("a domain is what a registrar sold; where anybody hosts, the name there") {
  CHECK(registered_domain("a.b.example.net") == "example.net");
  CHECK(registered_domain("www.sante.gouv.fr") == "sante.gouv.fr");
  CHECK(registered_domain("x.co.uk") == "x.co.uk");
  CHECK(registered_domain("impots.fr") == "impots.fr");
  CHECK(registered_domain("a.lure.pages.dev") == "lure.pages.dev");
  CHECK(registered_domain("203.0.113.9") == "203.0.113.9");
  CHECK(registered_domain("localhost") == "localhost");
  CHECK(host_of_url("https://u@Host.example:444/p") == "Host.example");
}

}  // namespace digue::detect
