#include "server/http/reader.h"

#include <doctest/doctest.h>

using namespace digue::server::http;
using Status = RequestReader::Status;

namespace {

struct Read {
  std::string body;
  std::string end;  // "done", "more", or the refusal
};

// The whole of `bytes`, `step` at a time; the first request of them.
Read read_all(std::string_view bytes, std::size_t step, std::uint64_t limit = 1 << 20) {
  RequestReader reader;
  Read out;
  for (;;) {
    const auto status = reader.read();
    if (status == Status::head) reader.expect_body(limit);
    if (status == Status::body) out.body += reader.body();
    if (status == Status::done) return out.end = "done", out;
    if (status == Status::refused) return out.end = refusal_name(reader.refusal()), out;
    if (status != Status::more) continue;
    if (bytes.empty()) return out.end = "more", out;
    reader.feed(bytes.substr(0, step));
    bytes.remove_prefix(std::min(step, bytes.size()));
  }
}

const std::string chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
std::string with_length(std::size_t length) {
  return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a body reads the same however its bytes come") {
  const std::string body = "{\"text\":\"hello\"}";
  const std::string pieces = chunked + "5\r\n{\"tex\r\nb\r\nt\":\"hello\"}\r\n0\r\n\r\n";
  for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) {
    CHECK(read_all(with_length(body.size()) + body, step).body == body);
    const auto read = read_all(pieces, step);
    CHECK(read.body == body);
    CHECK(read.end == "done");
  }
}

TEST_CASE("a request without a body is whole at once, and the next one follows") {
  RequestReader reader;
  reader.feed("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
  for (const auto* target : {"/a", "/b"}) {
    REQUIRE(reader.read() == Status::head);
    CHECK(reader.head().target == target);
    reader.expect_body(0);
    REQUIRE(reader.read() == Status::done);
    reader.next();
  }
  CHECK(reader.is_idle());
  CHECK(reader.read() == Status::more);
}

TEST_CASE("a body over its limit is refused, with a length before it is read") {
  CHECK(read_all(with_length(11) + "hello world", 5, 10).end == "body-too-big");
  CHECK(read_all(with_length(10) + "hello worl", 5, 10).end == "done");
  CHECK(read_all(chunked + "b\r\nhello world\r\n0\r\n\r\n", 5, 10).end == "body-too-big");
  CHECK(read_all(chunked + "ffffffffffffffff\r\nhello", 5, 10).end != "done");
}

TEST_CASE("extensions and trailers are bounded") {
  const std::string junk(20'000, 'x');
  CHECK(read_all(chunked + "5;" + junk + "\r\nhello\r\n0\r\n\r\n", 100).end == "malformed");
  CHECK(read_all(chunked + "5;" + junk + "\r\nhello\r\n0\r\n\r\n", 100'000).end != "done");
  CHECK(read_all(chunked + "5\r\nhello\r\n0\r\nX: " + junk + "\r\n\r\n", 100).end == "malformed");
  CHECK(read_all(chunked + "5\r\nhello\r\n0\r\nX: " + junk + "\r\n\r\n", 100'000).end != "done");
  std::string many = chunked;
  for (int i = 0; i < 10'000; ++i) many += "1;abcdefghijklmnopq\r\nx\r\n";
  CHECK(read_all(many + "0\r\n\r\n", 1000).end == "malformed");
}

TEST_CASE("chunks that are none are refused") {
  for (const auto* bad :
       {"x\r\n", "5\r\nhelloX0\r\n\r\n", "-1\r\n", "5\nhello\n0\n\n", " 5\r\nhello\r\n"})
    CHECK_MESSAGE(read_all(chunked + bad, 3).end != "done", bad);
}

TEST_CASE("a head without an end is refused at its limit") {
  CHECK(read_all("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a'), 512).end == "head-too-big");
  CHECK(read_all("GET / HTTP/1.1\r\nHost: a\r\n", 512).end == "more");
}
