#include "analysis/wire_sink.h"

#include <doctest/doctest.h>

#include "analysis/wire_testing.h"
#include "base/time.h"

namespace digue::analysis {

namespace {

using event::Action;

class OfLines final : public read::Format {
 public:
  std::string_view name() const override { return "lines"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view) const override { return 0; }
  void read(std::string_view, const read::Told&, read::Sink&) const override {}
};

// What arrives of a file whose rows are told by `tell_rows`.
struct Arrived {
  wire::Notes notes;
  std::uint64_t rows = 0, rejected = 0;
};
template <class TellRows>
Arrived arrived(TellRows tell_rows, std::uint64_t most = max_events) {
  Arrived out;
  const auto bytes = wire::written([&](wire::Writer& writer) {
    WireSink sink(writer, OfLines(), [](std::size_t) {}, most);
    writer.source_begin("a.log", "lines", event::Family::none);
    tell_rows(sink);
    sink.finish();
    out.rows = sink.rows();
    out.rejected = sink.rejected_rows();
  });
  event::Symbols symbols;
  wire::Reader reader(symbols, out.notes);
  CHECK(reader.take(bytes));
  return out;
}

void tell_row(WireSink& sink, Action action, std::string_view account, std::int64_t minute) {
  sink.row();
  auto& event = sink.trail().begin_event();
  event.action = action;
  event.time = Instant{minute * minute_ms};
  event.account = sink.trail().symbols.intern(account);
  event.place.offset = static_cast<std::uint64_t>(minute) * 100;
  sink.commit();
}

}  // namespace

TEST_CASE("what two machines say alike at one moment are two records") {
  const auto ids_of = [](std::string_view one, std::string_view other) {
    std::vector<event::RecordId> ids;
    arrived([&](WireSink& sink) {
      for (const auto device : {one, other}) {
        sink.row();
        auto& event = sink.trail().begin_event();
        event.action = Action::malware_found;
        event.device = sink.trail().symbols.intern(device);
        sink.commit();
        ids.push_back(sink.trail().events.back().id);
      }
    });
    return ids;
  };
  const auto two = ids_of("srv-sauv", "srv-fichiers"), same = ids_of("srv-sauv", "srv-sauv");
  CHECK(two[0] != two[1]);
  CHECK(same[0] == same[1]);
}

TEST_CASE("of what no detector looks at, the first of each hour is sent") {
  const auto out = arrived([](WireSink& sink) {
    for (int minute = 0; minute < 180; ++minute) {
      CHECK(sink.keeps(Action::other, Instant{minute * minute_ms}) == (minute % 60 == 0));
      tell_row(sink, Action::other, "alice", minute);
    }
  });
  CHECK(out.rows == 180);
  CHECK(out.rejected == 0);
  CHECK(out.notes.events.size() == 3);
}

TEST_CASE("what says the same too often within an hour is counted, and told") {
  const auto out = arrived([](WireSink& sink) {
    for (unsigned i = 0; i < max_repeats + 7; ++i) tell_row(sink, Action::sign_in, "alice", 1);
    tell_row(sink, Action::sign_in, "bob", 1);
    tell_row(sink, Action::sign_in, "alice", 61);
  });
  CHECK(out.notes.events.size() == max_repeats + 2);
  CHECK(out.notes.heard.back().starts_with("remark 7 records were not kept"));
}

TEST_CASE(
    "beyond the most events of a file, the place is told once and the rest is lost, counted") {
  const auto out = arrived(
      [](WireSink& sink) {
        for (int i = 0; i < 10; ++i) tell_row(sink, Action::sign_in, "user" + std::to_string(i), i);
      },
      4);
  CHECK(out.notes.events.size() == 4);
  CHECK(out.rows == 10);
  CHECK(out.rejected == 6);
  REQUIRE(out.notes.heard.size() == 2);
  CHECK(out.notes.heard.at(1).starts_with("unreadable 400 "));
}

}  // namespace digue::analysis
