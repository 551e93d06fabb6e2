#include "analysis/merge.h"

#include <doctest/doctest.h>

namespace digue::analysis {

namespace {

struct Row {
  std::uint64_t id;
  event::Family family = event::Family::audit_log;
  const char* session = "";
  const char* city = "";
};

// Has a worker say these rows, all of one family, for a job.
void say(Merger& merger, std::size_t job, const std::vector<Row>& rows) {
  auto listener = merger.listen(job, "file " + std::to_string(job));
  listener->source_begin("file " + std::to_string(job), "made", rows.front().family);
  std::vector<event::Event> events;
  std::vector<event::Detail> details;
  for (const auto& row : rows) {
    auto& event = events.emplace_back();
    event.id.low = row.id;
    event.action = event::Action::sign_in;
    event.family = row.family;
    event.time = Instant{static_cast<std::int64_t>(row.id)};
    event.place.record = static_cast<std::uint32_t>(events.size());
    event.session = merger.symbols().intern(row.session);
    event.details_begin = static_cast<std::uint32_t>(details.size());
    if (*row.city != '\0') {
      details.push_back({merger.symbols().intern("City"), merger.symbols().intern(row.city)});
      event.details_count = 1;
    }
  }
  listener->batch(events, details);
  listener->source_end("00", 1, rows.size(), 0);
}

}  // namespace

TEST_CASE("a record that stands twice is one event, and the later row a duplicate") {
  Merger merger(2);
  say(merger, 1, {{2}, {3}});  // the second file's worker answers first
  say(merger, 0, {{1}, {2}, {2}});
  merger.finish();
  CHECK(merger.trail().events.size() == 3);
  CHECK(merger.sources()[0].source.file == "file 0");
  CHECK(merger.sources()[0].source.duplicates == 1);
  CHECK(merger.sources()[0].source.records == 2);
  CHECK(merger.sources()[1].source.duplicates == 1);
  CHECK(merger.sources()[1].source.rows == 2);
}

TEST_CASE("one sign-in in two exports is one event that knows what both say") {
  Merger merger(2);
  say(merger, 0, {{1, event::Family::audit_log, "session-a", ""}});
  say(merger, 1, {{1, event::Family::sign_ins, "", "Lyon"}});
  merger.finish();
  REQUIRE(merger.trail().events.size() == 1);
  const auto& event = merger.trail().events[0];
  CHECK(merger.trail().text(event.session) == "session-a");
  CHECK(merger.trail().detail(event, "City") == "Lyon");
  CHECK(merger.sources()[0].source.duplicates == 0);
  CHECK(merger.sources()[1].source.duplicates == 0);
  CHECK(merger.sources()[1].source.records == 1);
}

TEST_CASE("a poor row that comes first is filled from the richer one of the same family") {
  Merger merger(2);
  say(merger, 0, {{1, event::Family::sign_ins, "", ""}, {2, event::Family::sign_ins, "s", "Lyon"}});
  say(merger, 1,
      {{1, event::Family::sign_ins, "session-a", "Lyon"},
       {2, event::Family::sign_ins, "s", "Lyon"}});
  merger.finish();
  REQUIRE(merger.trail().events.size() == 2);
  const auto& event = merger.trail().events[0];
  CHECK(merger.trail().text(event.session) == "session-a");
  CHECK(merger.trail().detail(event, "City") == "Lyon");
  CHECK(merger.trail().events[1].details_count == 1);
  CHECK(merger.sources()[1].source.duplicates == 2);
}

TEST_CASE("a worker that is lost leaves what it said, and the reason") {
  Merger merger(1);
  auto listener = merger.listen(0, "bad.csv");
  listener->source_begin("bad.csv", "made", event::Family::audit_log);
  const event::Event event;
  listener->batch({&event, 1}, {});
  listener->lost(Message{"perdu", "lost"});
  merger.finish();
  CHECK(merger.trail().events.size() == 1);
  REQUIRE(merger.sources().size() == 1);
  CHECK(merger.sources()[0].unreadable[0].reason.english == "lost");
}

}  // namespace digue::analysis
