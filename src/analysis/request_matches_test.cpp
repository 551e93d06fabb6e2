#include "analysis/request_matches.h"

#include <doctest/doctest.h>

#include "analysis/wire_sink.h"
#include "analysis/wire_testing.h"
#include "detect/sigma/loading.h"

namespace digue::read {
const Format& access_log_format();
}

namespace digue::analysis {

namespace {

namespace sigma = detect::sigma;
using read::Traffic;

sigma::Loaded rule_of(std::string_view category, std::string_view detection) {
  sigma::Loader loader({});
  loader.add("title: T\nid: r-1\nlogsource: {category: " + std::string(category) +
                 "}\ndetection:\n  s: {" + std::string(detection) + "}\n  condition: s\n",
             "r.yml");
  return loader.finish();
}

RequestRules asked(const sigma::Loaded& loaded) {
  return request_rules([&](std::string_view) -> const auto& { return loaded.rules; });
}

bool matches(std::string_view category, std::string_view detection, const Traffic& traffic) {
  const auto loaded = rule_of(category, detection);
  REQUIRE(loaded.rules.rules().size() == 1);
  RequestMatcher matcher(asked(loaded));
  return matcher.match(traffic) != nullptr && !matcher.matched().empty();
}

const Traffic download{.client = "10.0.1.2",
                       .account = "jdoe",
                       .destination = "evil.example",
                       .url = "http://evil.example:8080/a/b.EXE?x=1#y",
                       .method = "GET",
                       .content_type = "",
                       .referer = "http://mail.example/",
                       .bytes_out = 120,
                       .bytes_in = 8123,
                       .status = 200,
                       .agent = "curl/8"};

}  // namespace

TEST_CASE("the parts of a request to a proxy stand under the names of Sigma's taxonomy") {
  for (const auto* detection :
       {"c-uri|contains: ':8080/a/'", "cs-uri-stem: /a/b.exe", "c-uri-query: x=1",
        "c-uri-extension: exe", "c-useragent|startswith: curl", "cs-method: GET",
        "cs-host: evil.example", "r-dns: evil.example", "sc-status: 200",
        "cs-referrer|contains: mail", "cs-username: JDOE", "c-ip|cidr: 10.0.0.0/8",
        "cs-bytes|lt: 121", "sc-bytes|gte: 8000"}) {
    CAPTURE(detection);
    CHECK(matches("proxy", detection, download));
  }
  CHECK_FALSE(matches("proxy", "dst_ip|exists: true", download));
  CHECK_FALSE(matches("proxy", "cs-cookie|exists: true", download));
  CHECK_FALSE(matches("webserver", "cs-method: GET", download));
  CHECK_FALSE(matches("dns", "query: evil.example", download));
}

TEST_CASE("of what a server is asked, rules look for paths in the query too") {
  const Traffic probe{.client = "203.0.113.9",
                      .account = "",
                      .destination = "",
                      .url = "/vpn/../vpns/cfg/smb.conf?a=b",
                      .method = "GET",
                      .content_type = "",
                      .referer = {},
                      .bytes_out = {},
                      .bytes_in = {},
                      .is_served = true};
  CHECK(matches("webserver", "cs-uri-query|contains: /../vpns/", probe));
  CHECK(matches("webserver", "cs-uri-query: a=b", probe));
  CHECK(matches("webserver", "cs-uri-stem|endswith: smb.conf", probe));
  CHECK_FALSE(matches("proxy", "cs-method: GET", probe));
}

TEST_CASE("a question to a name server is asked of the rules of names") {
  const Traffic question{.client = "10.0.0.7",
                         .account = "",
                         .destination = "a.evil.example",
                         .url = "",
                         .method = "",
                         .content_type = "",
                         .referer = {},
                         .bytes_out = {},
                         .bytes_in = {},
                         .is_question = true};
  CHECK(matches("dns", "query|endswith: .evil.example", question));
  CHECK_FALSE(matches("dns", "answer|exists: true", question));
}

TEST_CASE("what a firewall lets through without looking inside is no request") {
  Traffic flow = download;
  flow.url = "";
  CHECK_FALSE(matches("proxy", "cs-host: evil.example", flow));
}

TEST_CASE("a host alone has no path, whatever its name ends in") {
  Traffic tunnel = download;
  tunnel.method = "CONNECT";
  tunnel.destination = "files.zip";
  for (const std::string_view url : {"files.zip", "files.zip:443"}) {
    tunnel.url = url;
    CHECK_FALSE(matches("proxy", "c-uri-extension|startswith: zip", tunnel));
    CHECK(matches("proxy", "c-uri|contains: files.zip", tunnel));
  }
  tunnel.url = "files.zip/a.zip";
  CHECK(matches("proxy", "c-uri-extension: zip", tunnel));
}

TEST_CASE("a request is known by all that it says") {
  const Instant time{1'000'000};
  Traffic other = download;
  CHECK(request_id(other, time) == request_id(download, time));
  CHECK(request_id(other, {1'000'001}) != request_id(download, time));
  other.status = 404;
  CHECK(request_id(other, time) != request_id(download, time));
  other = download;
  other.url = "http://evil.example:8080/a/c.EXE";
  CHECK(request_id(other, time) != request_id(download, time));
}

TEST_CASE("each match is an event beside that of its line, with what made it match") {
  const auto loaded = rule_of("webserver", "cs-user-agent|contains: sqlmap");
  const auto frames = wire::written([&](wire::Writer& writer) {
    writer.source_begin("access.log", "access-log", event::Family::none);
    WireSink sink(writer, read::access_log_format(), [](std::size_t) {});
    sink.watch({.site = {}, .rules = asked(loaded)});
    const std::string head =
        "203.0.113.9 - - [08/Mar/2026:02:11:07 +0100] \"GET /a HTTP/1.1\" 200 ";
    read::access_log_format().read(
        head + "1 \"-\" \"Mozilla\"\n" + head + "1 \"-\" \"sqlmap/1.7\"\n", {}, sink);
    sink.finish();
    writer.source_end("", 0, sink.rows(), 0);
  });
  event::Symbols symbols;
  wire::Notes notes;
  REQUIRE(wire::Reader(symbols, notes).take(frames));
  const auto found = std::find_if(notes.events.begin(), notes.events.end(), [](const auto& event) {
    return event.action == event::Action::rule_matched;
  });
  REQUIRE(found != notes.events.end());
  CHECK(symbols.text(found->object) == "r-1");
  CHECK(symbols.text(found->address) == "203.0.113.9");
  CHECK(found->place.line == 2);
  CHECK(found->place.record == 2);
  REQUIRE(found->details_count == 1);
  const auto& detail = notes.details[found->details_begin];
  CHECK(symbols.text(detail.name) == "cs-user-agent");
  CHECK(symbols.text(detail.value) == "sqlmap/1.7");
}

}  // namespace digue::analysis
