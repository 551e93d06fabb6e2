#include "analysis/visibility.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/merge.h"

namespace digue::analysis {

namespace {

constexpr std::string_view sysmon = "Microsoft-Windows-Sysmon/Operational";

// 2 March 2026 is a Monday.
Instant day(int number) {
  return *parse_rfc3339("2026-03-02T08:00:00Z") + (number - 2) * day_ms;
}

// One file, by its content.
SourceNotes file_of(LogTally& tally, std::string sha256) {
  SourceNotes notes;
  notes.source.sha256 = std::move(sha256);
  notes.logged = tally.take();
  return notes;
}

bool notes_say(const Visibility& visibility, std::string_view text) {
  return std::any_of(visibility.notes.begin(), visibility.notes.end(), [&](const Message& note) {
    return note.english.find(text) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a tally counts by host, channel and number, in any order of the records") {
  LogTally tally;
  tally.add("SRV1", "System", 7036, day(4), false);
  tally.add("srv1", "Security", 4624, day(3), false);
  tally.add("SRV1", "Security", 4624, day(2), false);
  tally.add("DC1", "Security", 4624, day(2), false);
  const auto logged = tally.take();
  REQUIRE(logged.size() == 3);
  CHECK(logged[0].host == "dc1");
  CHECK(logged[1].channel == "Security");
  REQUIRE(logged[1].events.size() == 1);
  CHECK(logged[1].events[0] == LoggedEvent{4624, 2, 0, day(2), day(3)});
  CHECK(logged[1].days.size() == 2);
  CHECK(logged[1].days[0] < logged[1].days[1]);
}

TEST_CASE("a log that names ever more hosts is counted up to a cap, and the rest told") {
  LogTally tally;
  for (std::size_t i = 0; i < max_logged_channels + 7; ++i)
    tally.add("host" + std::to_string(i), "Security", 4624, day(2), false);
  CHECK(tally.left_out() == 7);
  CHECK(tally.take().size() == max_logged_channels);
  for (std::uint32_t id = 0; id < max_logged_events + 5; ++id)
    tally.add("srv1", "Security", id, day(2), false);
  CHECK(tally.left_out() == 12);
}

TEST_CASE("of many hosts a few are named, and the others counted") {
  LogTally tally;
  for (const auto* host : {"a", "b", "c", "d", "e", "f", "g"})
    tally.add(host, "Security", 4624, day(2), false);
  const auto visibility = visibility_of({file_of(tally, "a")});
  CHECK(notes_say(visibility, ": a, b, c, d, e and others (+ 2)."));
  CHECK_FALSE(notes_say(visibility, "…"));
}

TEST_CASE("files add up, and one that was given twice counts once") {
  std::vector<SourceNotes> sources;
  for (const auto* content : {"a", "b", "a"}) {
    LogTally tally;
    tally.add("srv1", "Security", 4624, day(content[0] == 'a' ? 2 : 40), false);
    sources.push_back(file_of(tally, content));
  }
  const auto visibility = visibility_of(sources);
  REQUIRE(visibility.channels.size() == 1);
  const auto& view = visibility.channels.front();
  CHECK(view.records == 2);
  CHECK(view.first == day(2));
  CHECK(view.last == day(40));
  CHECK(view.reach == Reach::days_30);
}

TEST_CASE("a working day without a record is a gap, a weekend is not") {
  LogTally tally;
  for (const int number : {2, 3, 4, 5, 6, 9, 11})
    tally.add("srv1", "System", 6, day(number), false);
  const auto visibility = visibility_of({file_of(tally, "a")});
  const auto& gaps = visibility.channels.front().gaps;
  REQUIRE(gaps.size() == 1);
  CHECK(rfc3339(gaps[0].from) == "2026-03-10T00:00:00Z");
  CHECK(rfc3339(gaps[0].to) == "2026-03-11T00:00:00Z");
  CHECK(notes_say(visibility, "srv1 (System)"));
}

TEST_CASE("it is told whether programs are seen, and with their command lines") {
  LogTally none;
  none.add("srv1", "Security", 4624, day(2), false);
  CHECK(notes_say(visibility_of({file_of(none, "a")}), "No start of a program"));
  LogTally some;
  some.add("srv1", "Security", 4688, day(2), false);
  some.add("srv2", "Security", 4688, day(2), false);
  some.add("srv2", sysmon, 1, day(2), true);
  some.add("srv3", "Application", 1, day(2), true);  // another event of that number
  const auto visibility = visibility_of({file_of(some, "a")});
  CHECK(notes_say(visibility, "with their command lines (1): srv2."));
  CHECK(notes_say(visibility, "without command line (1): srv1;"));
  CHECK(notes_say(visibility, "without a Security log (1): srv3;"));
  CHECK_FALSE(notes_say(visibility, "No start of a program"));
}

TEST_CASE("short logs, logs without sign-ins and cleared ones are told") {
  LogTally tally;
  tally.add("dc1", "Security", 1102, day(2), false);
  tally.add("dc1", "Security", 4720, day(14), false);
  const auto visibility = visibility_of({file_of(tally, "a")});
  CHECK(notes_say(visibility, "less than 30 days (1; length in days): dc1 (12)."));
  CHECK(notes_say(visibility, "no sign-in at all, 4624 (1): dc1;"));
  CHECK(notes_say(visibility, "somebody cleared a log (1): dc1."));
}

TEST_CASE("it answers what means of observation there are, or nothing without a log") {
  CHECK_FALSE(answer_of(visibility_of({})));
  LogTally tally;
  tally.add("srv1", "Security", 4624, day(2), false);
  const auto answer = answer_of(visibility_of({file_of(tally, "a")}));
  REQUIRE(answer);
  CHECK(answer->item == "ransomware/1.a.1");
  CHECK(answer->value == finding::Value::yes);
  CHECK(answer->coverage.french.find("Machines dont les journaux Windows sont là (1) : srv1.") ==
        0);
}

}  // namespace digue::analysis
