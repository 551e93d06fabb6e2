#include "analysis/traffic_tally.h"

#include <doctest/doctest.h>

#include "analysis/standing_out.h"
#include "base/time.h"

namespace digue::analysis {

namespace {

struct Log {
  event::Trail trail;
  TrafficTally tally;

  void add(std::string_view time, std::string_view client, read::Traffic traffic) {
    auto& event = trail.begin_event();
    event.time = parse_rfc3339(std::string(time)).value_or(Instant::unknown);
    traffic.client = client;
    event.place.line = static_cast<std::uint32_t>(trail.events.size());
    tally.add(event, traffic);
  }
  // "CLIENT DESTINATION name=value..." of every sum and request.
  std::vector<std::string> given() {
    event::Trail out;
    tally.give(out, [] {});
    std::vector<std::string> lines;
    for (const auto& event : out.events) {
      auto line = std::string(out.text(event.address)) + " " + std::string(out.text(event.object));
      for (const auto& detail : out.details_of(event))
        line +=
            " " + std::string(out.text(detail.name)) + "=" + std::string(out.text(detail.value));
      lines.push_back(line + " @" + std::to_string(event.place.line));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
};

read::Traffic sent(std::string_view destination, std::uint64_t out) {
  read::Traffic traffic;
  traffic.destination = destination;
  traffic.bytes_out = out;
  return traffic;
}

}  // namespace

TEST_CASE("traffic is summed by day, by client, by destination, and by both where much went out") {
  Log log;
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", sent("Host.Example", 1 << 20));
  log.add("2026-03-28T03:00:00Z", "10.0.0.1", sent("host.example", 2 << 20));
  log.add("2026-03-28T04:00:00Z", "10.0.0.2", sent("host.example", 10));
  log.add("2026-03-29T04:00:00Z", "10.0.0.2", sent("203.0.113.7", 10));
  CHECK(log.given() == std::vector<std::string>{
                           " 203.0.113.7 BytesOut=10 Requests=1 Clients=1 @4",
                           " host.example BytesOut=3145738 Requests=3 Clients=2 @2",
                           "10.0.0.1  BytesOut=3145728 Requests=2 @2",
                           "10.0.0.1 host.example BytesOut=3145728 Requests=2 @2",
                           "10.0.0.2  BytesOut=10 Requests=1 @3",
                           "10.0.0.2  BytesOut=10 Requests=1 @4",
                       });
  CHECK(log.given().empty());
}

TEST_CASE("what stays inside, is refused or has no name outside is no traffic to the Internet") {
  Log log;
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", sent("10.1.2.3", 1 << 30));
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", sent("intranet", 1 << 30));
  auto refused = sent("203.0.113.7", 60);
  refused.refused = true;
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", refused);
  CHECK(log.given().empty());
}

TEST_CASE("a question to a name server makes a destination known, and sends nothing") {
  Log log;
  auto question = sent("host.example.", 0);
  question.bytes_out.reset();
  question.is_question = true;
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", question);
  CHECK(log.given() == std::vector<std::string>{" host.example Clients=1 @1"});
}

TEST_CASE("downloads and complex addresses without referer are kept one by one, once each") {
  Log log;
  read::Traffic traffic;
  traffic.destination = "evil.example";
  traffic.method = "GET";
  traffic.url = "http://evil.example/a/facture.zip?x=1";
  for (int i = 0; i < 3; ++i) log.add("2026-03-28T02:00:00Z", "10.0.0.1", traffic);
  traffic.url =
      "http://evil.example/portail/connexion/8f2a91c0b7d34e65a1f0/?u=a.martin@chv.example";
  log.add("2026-03-28T02:01:00Z", "10.0.0.1", traffic);  // the log tells no referer
  traffic.referer = "https://search.example/";
  log.add("2026-03-28T02:01:00Z", "10.0.0.1", traffic);
  traffic.referer = "";
  log.add("2026-03-28T02:02:00Z", "10.0.0.1", traffic);
  const auto given = log.given();
  REQUIRE(given.size() == 4);  // with the two sums
  CHECK(given[2] == "10.0.0.1 http://evil.example/a/facture.zip?x=1 Why=download @1");
  CHECK(given[3].find("Why=no-referer Referer= @6") != std::string::npos);
}

TEST_CASE("of a log that tells the path alone, the whole address is kept") {
  Log log;
  auto traffic = sent("evil.example", 90);
  traffic.method = "GET";
  traffic.url = "/a/facture.zip";
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", traffic);
  const auto given = log.given();
  REQUIRE(given.size() == 3);
  CHECK(given[2].starts_with("10.0.0.1 evil.example/a/facture.zip Why=download"));
}

TEST_CASE("a method is told in capitals, however the log writes it") {
  Log log;
  auto traffic = sent("evil.example", 90);
  traffic.method = "post";
  traffic.url = "http://evil.example/a/facture.zip";
  log.tally.watch("evil.example");
  log.add("2026-03-28T02:00:00Z", "10.0.0.1", traffic);
  event::Trail out;
  log.tally.give(out, [] {});
  CHECK(out.text(out.events.back().operation) == "POST");
}

TEST_CASE("of a site that is watched every kind of request is kept, refused or asked for too") {
  Log log;
  log.tally.watch("lure.example");
  read::Traffic traffic;
  traffic.destination = "portail.lure.example";
  traffic.method = "GET";
  traffic.url = "http://portail.lure.example/a";
  traffic.account = "CHV\\\\a.martin";
  for (int i = 0; i < 3; ++i) log.add("2026-03-28T02:00:00Z", "10.0.0.1", traffic);
  traffic.refused = true;
  log.add("2026-03-28T02:00:01Z", "10.0.0.1", traffic);
  read::Traffic question;
  question.destination = "lure.example";
  question.is_question = true;
  log.add("2026-03-28T02:00:02Z", "10.0.0.2", question);
  traffic.destination = "notlure.example";
  log.add("2026-03-28T02:00:03Z", "10.0.0.1", traffic);
  std::size_t watched = 0;
  for (const auto& line : log.given()) watched += line.find("Why=link") != line.npos ? 1 : 0;
  CHECK(watched == 3);
}

TEST_CASE("what is risky to fetch is told by its type or its name, not by the host's") {
  const auto risky = [](std::string_view url, std::string_view type) {
    read::Traffic traffic;
    traffic.method = "GET";
    traffic.url = url;
    traffic.content_type = type;
    return is_risky_download(traffic);
  };
  CHECK(risky("http://h.example/a.EXE?b", ""));
  CHECK(risky("http://h.example/get?id=3", "application/x-msdownload; charset=x"));
  CHECK_FALSE(risky("http://h.example/app.js", "text/javascript"));
  CHECK_FALSE(risky("http://www.exe/", "text/html"));
  CHECK_FALSE(risky("http://h.example/page.html?f=a.exe", "text/html"));
}

}  // namespace digue::analysis
