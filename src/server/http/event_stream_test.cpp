#include "server/http/event_stream.h"

#include <doctest/doctest.h>

using namespace digue::server::http;

TEST_CASE("an event is written as browsers read it") {
  CHECK(event_text({"entry", 12, "{}"}) == "event: entry\nid: 12\ndata: {}\n\n");
  CHECK(event_text({"analysis", std::nullopt, "a\r\nb"}) ==
        "event: analysis\ndata: a\ndata: b\n\n");
}

TEST_CASE("a reader who leaves too much unread is cut off, and woken to be told") {
  int woken = 0;
  EventStream stream([&] { ++woken; });
  const std::string piece(max_waiting_bytes / 4, 'x');
  for (int i = 0; i < 4; ++i) CHECK(stream.send(piece));
  CHECK_FALSE(stream.send(piece));
  CHECK(stream.is_closed());
  CHECK(woken == 5);
  CHECK_FALSE(stream.send("more"));
  CHECK(woken == 5);
}

TEST_CASE("what waits is taken once, and nothing is taken after the end") {
  EventStream stream([] {});
  CHECK(stream.send("a"));
  CHECK(stream.send("b"));
  CHECK(stream.take() == "ab");
  CHECK(stream.take().empty());
  stream.close();
  CHECK_FALSE(stream.send("c"));
  CHECK(stream.take().empty());
}
