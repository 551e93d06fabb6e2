#include "produce/calendar/calendar.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"

namespace digue::produce::calendar {

namespace {

using incident::ClockAct;
using incident::ClockState;
using incident::ClockStatus;

Instant at(std::string_view text) {
  return *parse_rfc3339(text);
}

// A clock of 72 hours that runs since 2026-03-27T17:00:00Z.
struct Bench {
  incident::State state;
  sheet::Clock clock;
  sheet::Regime regime;
  ClockAct started{
      incident::ClockStep::start, at("2026-03-27T17:00:00Z"), 4, "vu; par Ève", "", {}};
  std::vector<ClockState> clocks;

  Bench() {
    state.id = "2026-03-27-1f3a9c";
    state.zone = *Zone::named("Europe/Paris");
    clock.id = "cnil";
    clock.title = {"Notifier, à la CNIL", "Notify, to the CNIL"};
    clock.whom = {"Nous.", "Us."};
    // Long enough to be folded more than once, with letters of two bytes at every place.
    for (int i = 0; i < 40; ++i) clock.how.french += "éà ç";
    clock.how.english = "So.";
    regime.source = {"RGPD", "GDPR"};
    regime.checked = "2026-11-22";
    regime.limit = {sheet::TimeLimit::Kind::hours, 72};
    ClockState one;
    one.clock = &clock;
    one.regime = &regime;
    one.status = ClockStatus::running;
    one.start = started.at;
    one.started = &started;
    one.history = {&started};
    one.moments = {at("2026-03-29T05:00:00Z"), at("2026-03-30T11:00:00Z"),
                   at("2026-03-30T17:00:00Z")};
    clocks = {one};
  }

  // Unfolded.
  std::vector<std::string> lines(std::string_view now = "2026-03-27T18:00:00Z",
                                 Language language = Language::french) const {
    std::string bytes = calendar_of(state, clocks, at(now), language).bytes;
    for (std::size_t fold = 0; (fold = bytes.find("\r\n ")) != std::string::npos;)
      bytes.erase(fold, 3);
    std::vector<std::string> out;
    for (auto line : split(bytes, '\n')) {
      if (line.empty()) continue;
      CHECK(line.ends_with('\r'));
      out.emplace_back(line.substr(0, line.size() - 1));
    }
    return out;
  }
  bool has(const std::string& wanted, std::string_view now = "2026-03-27T18:00:00Z") const {
    const auto all = lines(now);
    return std::find(all.begin(), all.end(), wanted) != all.end();
  }
};

std::size_t count(const std::vector<std::string>& lines, std::string_view wanted) {
  return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), wanted));
}

}  // namespace

TEST_CASE("an event stands at the end of the time limit, in UTC, with the alarms still to come") {
  const Bench bench;
  CHECK(bench.has("DTSTART:20260330T170000Z"));
  CHECK(bench.has("UID:cnil.2026-03-27-1f3a9c@digue"));
  CHECK(bench.has("DTSTAMP:20260327T180000Z"));
  CHECK(bench.has("SUMMARY:Échéance : Notifier\\, à la CNIL"));
  CHECK(bench.has("TRIGGER;VALUE=DATE-TIME:20260329T050000Z"));
  CHECK(bench.has("TRIGGER;VALUE=DATE-TIME:20260330T110000Z"));
  CHECK(bench.has("TRIGGER;VALUE=DATE-TIME:20260330T170000Z"));
  CHECK(count(bench.lines(), "BEGIN:VALARM") == 3);
  CHECK(count(bench.lines("2026-03-30T12:00:00Z"), "BEGIN:VALARM") == 1);
  const auto lines = bench.lines();
  const auto description = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
    return line.starts_with("DESCRIPTION:Incident");
  });
  REQUIRE(description != lines.end());
  // 17:00 in UTC is 18:00 in Paris, before the change of hour.
  CHECK(description->find("2026-03-27 18:00:00 +01:00 : vu\\; par Ève\\nNous.\\n") !=
        std::string::npos);
}

TEST_CASE(
    "what is proposed is tentative; what is met or not required is cancelled, without alarm") {
  Bench bench;
  bench.clocks[0].status = ClockStatus::proposed;
  bench.clocks[0].started = nullptr;
  CHECK(bench.has("STATUS:TENTATIVE"));
  CHECK(count(bench.lines(), "BEGIN:VALARM") == 3);
  for (const auto status : {ClockStatus::met, ClockStatus::not_required}) {
    bench.clocks[0].status = status;
    CHECK(bench.has("STATUS:CANCELLED"));
    CHECK(count(bench.lines(), "BEGIN:VALARM") == 0);
  }
}

TEST_CASE("a later export updates: the same UID, a higher sequence") {
  Bench bench;
  CHECK(bench.has("SEQUENCE:1"));
  bench.clocks[0].history.push_back(&bench.started);
  CHECK(bench.has("SEQUENCE:2"));
  CHECK(bench.has("UID:cnil.2026-03-27-1f3a9c@digue"));
}

TEST_CASE("what has no end is counted, and makes no event") {
  Bench bench;
  bench.clocks[0].moments = {};
  const auto calendar = calendar_of(bench.state, bench.clocks, bench.started.at, Language::english);
  CHECK(calendar.events == 0);
  CHECK(calendar.without_end == 1);
  CHECK(calendar.bytes.find("VEVENT") == std::string::npos);
}

TEST_CASE("lines have at most 75 octets, and no letter is cut") {
  const Bench bench;
  const auto bytes =
      calendar_of(bench.state, bench.clocks, bench.started.at, Language::french).bytes;
  for (auto line : split(bytes, '\n')) {
    CHECK(line.size() <= 76);  // with its CR
    CHECK(is_utf8(line));
  }
  std::string accents = "X:";
  for (int i = 0; i < 100; ++i) accents += "é";
  std::string folded = folded_line(accents);
  for (auto line : split(folded, '\n')) CHECK(is_utf8(line));
  for (std::size_t fold = 0; (fold = folded.find("\r\n ")) != std::string::npos;)
    folded.erase(fold, 3);
  CHECK(folded == accents + "\r\n");
}

TEST_CASE("text is escaped, and can't open a line of its own") {
  CHECK(escaped_text("a,b;c\\d") == "a\\,b\\;c\\\\d");
  CHECK(escaped_text("a\r\nEND:VEVENT") == "a\\nEND:VEVENT");
  CHECK(escaped_text("a\x01\x7f"
                     "b") == "ab");
}

}  // namespace digue::produce::calendar
