#include "server/http/policy.h"

#include <doctest/doctest.h>

#include "server/http/target.h"

using namespace digue::server::http;

namespace {

std::string get(const std::string& fields) {
  return "GET / HTTP/1.1\r\nHost: localhost:8440\r\n" + fields + "\r\n";
}
std::string post(const std::string& fields, const std::string& version = "1.1") {
  return "POST / HTTP/" + version + "\r\nHost: localhost:8440\r\n" + fields + "\r\n";
}
std::string refusal_of(const std::string& bytes) {
  const auto head = read_head(bytes);
  return head ? "taken" : std::string(refusal_name(head.error()));
}

}  // namespace

TEST_CASE("a plain request is taken, with its fields in lower case") {
  const auto head = read_head(
      "POST /api/v1/session?lang=fr HTTP/1.1\r\nHost: localhost\r\n"
      "Content-Length: 12\r\nX-Digue:  1 \r\n\r\n");
  REQUIRE(head);
  CHECK(head->method == Method::post);
  CHECK(head->target == "/api/v1/session?lang=fr");
  CHECK(head->field("x-digue") == "1");
  CHECK(head->length == 12);
  CHECK_FALSE(head->close);
  CHECK_FALSE(head->chunked);
}

TEST_CASE("what two programs could read differently is refused") {
  CHECK(refusal_of(post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Content-Length: 3\r\nContent-Length: 3\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Content-Length: 3, 3\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Content-Length: +3\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Content-Length: 99999999999999999999\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Content-Length:\r\n")) == "bad-framing");
  CHECK(refusal_of(post("Transfer-Encoding: gzip\r\n")) == "unknown-coding");
  CHECK(refusal_of(post("Transfer-Encoding: chunked, gzip\r\n")) == "unknown-coding");
  CHECK(refusal_of(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")) ==
        "bad-framing");
  CHECK(refusal_of(post("Transfer-Encoding: chunked\r\n", "1.0")) == "bad-framing");
  CHECK(refusal_of(post("Transfer-Encoding : chunked\r\n")) == "malformed");
  CHECK(refusal_of(get("X: a\r\n b\r\n")) == "malformed");  // folded
  CHECK(refusal_of(get("X: a\r\n\tb\r\n")) == "malformed");
  CHECK(refusal_of("GET / HTTP/1.1\nHost: localhost\n\n") == "malformed");
  CHECK(refusal_of(get("X: a\nY: b\r\n")) == "malformed");
  CHECK(refusal_of(get(std::string("X: a\0b\r\n", 8))) == "malformed");
  CHECK(refusal_of(get("X: a\x7f\r\n")) == "malformed");
  CHECK(refusal_of(get("Content-Length: 1\r\n")) == "body-not-meant");
  CHECK(refusal_of(get("Host: other\r\n")) == "malformed");
  CHECK(refusal_of("GET / HTTP/1.1\r\n\r\n") == "malformed");  // no Host
  CHECK(refusal_of(" GET / HTTP/1.1\r\nHost: a\r\n\r\n") == "malformed");
}

TEST_CASE("methods, versions, targets and expectations that we do not serve are refused") {
  CHECK(refusal_of("PUT / HTTP/1.1\r\nHost: a\r\n\r\n") == "unknown-method");
  CHECK(refusal_of("get / HTTP/1.1\r\nHost: a\r\n\r\n") == "unknown-method");
  CHECK(refusal_of("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == "unknown-version");
  CHECK(refusal_of("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n") == "malformed");
  CHECK(refusal_of("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n") == "unknown-version");
  CHECK(refusal_of("GET * HTTP/1.1\r\nHost: a\r\n\r\n") == "malformed");
  CHECK(refusal_of(post("Expect: tea\r\n")) == "bad-expectation");
  CHECK(refusal_of(get("X: " + std::string(max_head_bytes, 'a') + "\r\n")) == "head-too-big");
  std::string many;
  for (std::size_t i = 0; i <= max_fields; ++i) many += "A: b\r\n";
  CHECK(refusal_of(get(many)) == "head-too-big");
}

TEST_CASE("HTTP/1.0, and who asks for it, is closed after the answer") {
  CHECK(read_head("GET / HTTP/1.0\r\nHost: a\r\n\r\n")->close);
  CHECK(read_head(get("Connection: Keep-Alive, Close\r\n"))->close);
  CHECK_FALSE(read_head(get("Connection: keep-alive\r\n"))->close);
  CHECK(read_head(post("Expect: 100-Continue\r\nContent-Length: 3\r\n"))->waits);
  CHECK_FALSE(read_head(post("Expect: 100-Continue\r\nContent-Length: 0\r\n"))->waits);
}

TEST_CASE("only the names that are served are answered to") {
  const std::string served[] = {"127.0.0.1:8440", "localhost:8440", "[::1]:8440"};
  CHECK(is_served("LocalHost:8440", served));
  CHECK(is_served("[::1]:8440", served));
  CHECK_FALSE(is_served("localhost", served));
  CHECK_FALSE(is_served("evil.example:8440", served));
  CHECK_FALSE(is_served("localhost:8440.evil.example", served));
  CHECK_FALSE(is_served("", served));
}

TEST_CASE("a field that would begin another answer is not sent") {
  CHECK(is_sendable("Location", "/api/v1/incidents/a"));
  CHECK_FALSE(is_sendable("Location", "/a\r\nSet-Cookie: x=1"));
  CHECK_FALSE(is_sendable("Location", "/a\n"));
  CHECK_FALSE(is_sendable("Location", std::string_view("/a\0", 3)));
  CHECK_FALSE(is_sendable("Bad Name", "a"));
}

TEST_CASE("a path has no piece that means another folder or two things") {
  CHECK(read_target("/")->path.empty());
  CHECK(read_target("/api/v1")->path == std::vector<std::string>{"api", "v1"});
  CHECK(read_target("/a%20b")->path == std::vector<std::string>{"a b"});
  for (const auto* bad : {"/..", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%5cb", "/a%00", "/a//b",
                          "/a/", "/%zz", "/%f", "/%ff", "/a%0d%0a", "/."})
    CHECK_MESSAGE(!read_target(bad), bad);
}

TEST_CASE("parameters are decoded") {
  const auto target = read_target("/log?text=d%C3%A9j%C3%A0+vu&from=12&all");
  REQUIRE(target);
  REQUIRE(target->query.size() == 3);
  CHECK(target->query[0].value == "déjà vu");
  CHECK(target->query[1].value == "12");
  CHECK(target->query[2].name == "all");
  CHECK(!read_target("/log?=1"));
  CHECK(!read_target("/log?a=%0"));
}
