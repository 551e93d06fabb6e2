#include "analysis/wire.h"

#include <doctest/doctest.h>

#include <random>

#include "analysis/wire_testing.h"

namespace digue::analysis::wire {

namespace {

std::string a_conversation() {
  return written([](Writer& writer) {
    event::Trail trail;
    writer.source_begin("a.csv", "m365-audit-csv", event::Family::audit_log);
    for (const char* account : {"alice", "bob", "alice"}) {
      trail.begin_event().account = trail.symbols.intern(account);
      trail.add_detail("Name", account);
    }
    writer.batch(trail);
    writer.unreadable(7, 2, 1, Message{"cassé", "broken"});
    writer.source_end("00", 10, 4, 1);
    writer.done();
  });
}

}  // namespace

TEST_CASE("what a worker says arrives, however the pipe cuts it") {
  const auto bytes = a_conversation();
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
    event::Symbols symbols;
    symbols.intern("already there");  // the two tables do not agree, and need not
    Notes notes;
    Reader reader(symbols, notes);
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      REQUIRE(reader.take(std::string_view(bytes).substr(at, piece)));
    CHECK(reader.finished());
    CHECK(notes.heard ==
          std::vector<std::string>{"begin a.csv m365-audit-csv", "unreadable 7 cassé", "end 4"});
    REQUIRE(notes.events.size() == 3);
    CHECK(symbols.text(notes.events[1].account) == "bob");
    CHECK(symbols.text(notes.details[notes.events[2].details_begin].value) == "alice");
  }
}

TEST_CASE("each file that a worker unfolds has texts of its own") {
  const auto bytes = written([](Writer& writer) {
    for (const char* account : {"alice", "bob"}) {
      event::Trail trail;
      writer.source_begin(account, "made", event::Family::none);
      trail.begin_event().account = trail.symbols.intern(account);
      writer.batch(trail);
      writer.source_end("00", 1, 1, 0);
    }
    writer.done();
  });
  event::Symbols symbols;
  Notes notes;
  CHECK(Reader(symbols, notes).take(bytes));
  REQUIRE(notes.events.size() == 2);
  CHECK(symbols.text(notes.events[0].account) == "alice");
  CHECK(symbols.text(notes.events[1].account) == "bob");
}

TEST_CASE("no worker, however hostile, makes the analysis read out of bounds") {
  const auto good = a_conversation();
  std::mt19937 random(1);
  for (int run = 0; run < 20000; ++run) {
    std::string bytes = good;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    event::Symbols symbols;
    Notes notes;
    Reader reader(symbols, notes);
    reader.take(bytes);
    for (const auto& event : notes.events) {
      CHECK(event.account < symbols.size());
      CHECK(event.details_begin + event.details_count <= notes.details.size());
    }
  }
}

TEST_CASE("events outside a source, and lengths over the cap, end the conversation") {
  const auto refused = [](const std::string& bytes) {
    event::Symbols symbols;
    Notes notes;
    return !Reader(symbols, notes).take(bytes);
  };
  CHECK(refused(written([](Writer& writer) {
    event::Trail trail;
    trail.begin_event();
    writer.batch(trail);
  })));
  CHECK(refused(std::string("\x01\0\0\0\xff\xff\xff\xff", 8)));
  CHECK(refused(std::string("\x63\0\0\0\0\0\0\0", 8)));
}

TEST_CASE("a moment that no calendar shows ends the conversation") {
  const auto refused = [](std::int64_t milliseconds) {
    event::Symbols symbols;
    Notes notes;
    return !Reader(symbols, notes).take(written([&](Writer& writer) {
      event::Trail trail;
      writer.source_begin("a.csv", "m365-audit-csv", event::Family::audit_log);
      trail.begin_event().time = Instant{milliseconds};
      writer.batch(trail);
    }));
  };
  CHECK(refused(std::numeric_limits<std::int64_t>::max()));
  CHECK(refused(std::numeric_limits<std::int64_t>::min() + 1));
  CHECK_FALSE(refused(Instant::unknown.milliseconds));
  CHECK_FALSE(refused(parse_rfc3339("9999-12-31T23:59:59-23:59")->milliseconds));
  CHECK_FALSE(refused(parse_rfc3339("1601-01-01T00:00:00+23:59")->milliseconds));
}

namespace {

// One that asked for a hunt.
struct HuntNotes : Receiver {
  std::vector<finding::Sighting> seen;
  std::vector<finding::Encounter> met;

  void source_begin(std::string, std::string, event::Family) override {}
  void batch(std::span<const event::Event>, std::span<const event::Detail>) override {}
  void unreadable(std::uint64_t, std::uint64_t, std::uint32_t, Message) override {}
  void remark(Message) override {}
  void source_end(std::string, std::uint64_t, std::uint64_t, std::uint64_t) override {}
  bool sightings(std::vector<finding::Sighting>&& sightings) override {
    seen = std::move(sightings);
    return true;
  }
  bool encounters(std::vector<finding::Encounter>&& encounters) override {
    met = std::move(encounters);
    return true;
  }
};

std::string a_hunt(Instant time) {
  return written([&](Writer& writer) {
    writer.source_begin("a.log", "squid", event::Family::none);
    finding::Sighting sighting{3, {}, time, true, "alice", "10.0.0.1"};
    sighting.place.line = 7;
    sighting.place.offset = 1ULL << 40;
    writer.sightings({sighting});
    writer.encounters({{3, "alice", "10.0.0.1", 12, time, time}});
    writer.source_end("00", 10, 0, 0);
    writer.done();
  });
}

}  // namespace

TEST_CASE("what a hunt saw arrives, and only at who asked for one") {
  const Instant noon{1'772'971'200'000};
  event::Symbols symbols;
  HuntNotes hunter;
  Reader reader(symbols, hunter);
  REQUIRE(reader.take(a_hunt(noon)));
  CHECK(reader.finished());
  REQUIRE(hunter.seen.size() == 1);
  CHECK(hunter.seen[0].place.offset == 1ULL << 40);
  CHECK(hunter.seen[0].place.line == 7);
  CHECK(hunter.seen[0].time_is_local);
  CHECK(hunter.seen[0].account == "alice");
  REQUIRE(hunter.met.size() == 1);
  CHECK(hunter.met[0] == finding::Encounter{3, "alice", "10.0.0.1", 12, noon, noon});

  Notes analyst;
  CHECK_FALSE(Reader(symbols, analyst).take(a_hunt(noon)));
  CHECK_FALSE(Reader(symbols, hunter).take(a_hunt(Instant{1LL << 60})));
}

namespace {

// One that analyses.
struct LogNotes final : HuntNotes {
  std::vector<LoggedChannel> channels;
  bool logged(std::vector<LoggedChannel>&& more) override {
    channels = std::move(more);
    return true;
  }
};

std::string a_log(const LoggedChannel& channel) {
  return written([&](Writer& writer) {
    writer.source_begin("a.evtx", "evtx", event::Family::windows_log);
    writer.logged({channel});
    writer.source_end("00", 10, 3, 0);
    writer.done();
  });
}

}  // namespace

TEST_CASE("what a log holds arrives; days that no calendar shows, or that go back, do not") {
  const Instant noon{1'772'971'200'000};
  const LoggedChannel channel{
      "srv1", "Security", {{4624, 3, 0, noon, noon}, {4688, 2, 1, noon, noon}}, {-1, 20'520}};
  event::Symbols symbols;
  LogNotes analyst;
  REQUIRE(Reader(symbols, analyst).take(a_log(channel)));
  CHECK(analyst.channels == std::vector{channel});

  Notes hunter;
  CHECK_FALSE(Reader(symbols, hunter).take(a_log(channel)));
  auto wrong = channel;
  wrong.days = {20'520, 20'520};
  CHECK_FALSE(Reader(symbols, analyst).take(a_log(wrong)));
  wrong.days = {2'000'000'000};
  CHECK_FALSE(Reader(symbols, analyst).take(a_log(wrong)));
  wrong = channel;
  wrong.events[0].last = Instant{1LL << 60};
  CHECK_FALSE(Reader(symbols, analyst).take(a_log(wrong)));
}

}  // namespace digue::analysis::wire
