#include "server/http/event_stream.h"

#include <doctest/doctest.h>

#include <vector>

using namespace digue::server::http;

TEST_CASE("an event is written as browsers read it") {
  CHECK(event_text({"entry", 12, "{}"}) == "event: entry\nid: 12\ndata: {}\n\n");
  CHECK(event_text({"analysis", std::nullopt, "a\r\nb"}) ==
        "event: analysis\ndata: a\ndata: b\n\n");
}

TEST_CASE("a reader who leaves too much unread is cut off, and woken to be told") {
  int woken = 0;
  EventStream stream([&] { ++woken; });
  const auto piece = frame_of(std::string(max_waiting_bytes / 4, 'x'));
  for (int i = 0; i < 4; ++i) CHECK(stream.send(piece));
  CHECK(woken == 1);
  CHECK_FALSE(stream.send(piece));
  CHECK(stream.is_closed());
  CHECK(woken == 2);
  CHECK_FALSE(stream.send(frame_of("more")));
  CHECK(woken == 2);
}

TEST_CASE("a reader who takes what waits may be sent as much again") {
  EventStream stream([] {});
  const auto piece = frame_of(std::string(max_waiting_bytes, 'x'));
  for (int i = 0; i < 3; ++i) {
    CHECK(stream.send(piece));
    CHECK(stream.take().size() == 1);
  }
}

TEST_CASE("what waits is taken once, woken for once, and nothing is taken after the end") {
  int woken = 0;
  EventStream stream([&] { ++woken; });
  const auto first = frame_of("a"), second = frame_of("b");
  CHECK(stream.send(first));
  CHECK(stream.send(second));
  CHECK(woken == 1);
  CHECK(stream.take() == std::vector{first, second});
  CHECK(stream.take().empty());
  CHECK(stream.send(first));
  CHECK(woken == 2);
  stream.close();
  CHECK_FALSE(stream.send(second));
  CHECK(stream.take().empty());
}

TEST_CASE("a frame is shared by the streams that it is sent to") {
  EventStream one([] {}), other([] {});
  const auto frame = frame_of("a");
  CHECK(one.send(frame));
  CHECK(other.send(frame));
  CHECK(one.take().front().get() == other.take().front().get());
}
