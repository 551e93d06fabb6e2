#include "analysis/local_times.h"

#include <doctest/doctest.h>

namespace digue::analysis {

namespace {

event::Event event_at(std::uint32_t source, Instant time, bool is_local) {
  event::Event event;
  event.place.source = source;
  event.time = time;
  event.time_is_local = is_local;
  return event;
}

finding::Finding finding_at(std::uint32_t source, Instant time, Instant end = {}) {
  finding::Finding finding;
  finding.time = time;
  finding.time_end = end;
  finding.evidence = {{{.source = source}}};
  return finding;
}

}  // namespace

TEST_CASE("a time is local when one of its rows' file wrote it without a zone") {
  const Instant noon{1'000'000}, later{2'000'000};
  event::Trail trail;
  trail.events = {event_at(0, noon, true), event_at(1, noon, false), event_at(1, later, false)};
  const LocalTimes times(trail);
  const auto is_local = [&](finding::Finding finding) {
    times.mark(finding);
    return finding.time_is_local;
  };
  CHECK(is_local(finding_at(0, noon)));
  CHECK(is_local(finding_at(0, later, noon)));
  CHECK_FALSE(is_local(finding_at(1, noon, later)));
  CHECK_FALSE(is_local(finding_at(0, later)));
  CHECK_FALSE(is_local(finding_at(0, Instant::unknown)));
}

TEST_CASE("sentences tell a time without a zone as one") {
  event::Trail trail;
  trail.events = {event_at(0, *parse_rfc3339("2026-03-08T02:11:07Z"), true)};
  auto finding = finding_at(0, trail.events.front().time);
  finding.why = {as_message("2026-03-08T02:11:07Z marc, 2026-03-08T02:11:08Z, 2026-03-08T02:11")};
  LocalTimes(trail).mark(finding);
  CHECK(finding.why[0].english ==
        "2026-03-08 02:11:07 (zone unknown) marc, 2026-03-08T02:11:08Z, 2026-03-08T02:11");
  CHECK(finding.why[0].french.starts_with("2026-03-08 02:11:07 (fuseau inconnu) marc"));
}

}  // namespace digue::analysis
