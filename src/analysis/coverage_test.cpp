#include "analysis/coverage.h"

#include <doctest/doctest.h>

#include "base/time.h"

namespace digue::analysis {

namespace {

// One row an hour, over whole days from Monday 2 March 2026, but for the days left out.
void fill(event::Trail& trail, event::Family family, int days, const std::vector<int>& without) {
  const Instant monday = *parse_rfc3339("2026-03-02T00:00:00Z");
  for (int hour = 0; hour < days * 24; ++hour) {
    if (std::find(without.begin(), without.end(), hour / 24) != without.end()) continue;
    auto& event = trail.begin_event();
    event.time = monday + hour * hour_ms;
    event.family = family;
    event.place.source = family == event::Family::audit_log ? 0 : 1;
  }
}

std::vector<SourceNotes> two_sources(const event::Trail& trail) {
  std::vector<SourceNotes> sources(2);
  sources[0].source.family = event::Family::audit_log;
  sources[1].source.family = event::Family::sign_ins;
  for (auto& notes : sources) notes.source.rows = 1;
  for (const auto& event : trail.events) sources[event.place.source].moments.push_back(event.time);
  return sources;
}

}  // namespace

TEST_CASE("a working day of silence in a busy log is a hole, a weekend is not") {
  event::Trail trail;
  fill(trail, event::Family::audit_log, 12, {5, 6});    // Saturday and Sunday
  fill(trail, event::Family::sign_ins, 12, {5, 6, 8});  // and a Tuesday
  auto sources = two_sources(trail);
  const auto coverage = measure_coverage(trail, sources, {}, {});
  CHECK(coverage.whole(event::Family::audit_log));
  CHECK_FALSE(coverage.whole(event::Family::sign_ins));
  REQUIRE(sources[1].source.gaps.size() == 1);
  CHECK(rfc3339(sources[1].source.gaps[0].from) == "2026-03-09T23:00:00Z");
  CHECK(sources[1].source.gaps[0].reason.english.find("other evidence shows") != std::string::npos);
}

TEST_CASE("a log that was switched off does not cover") {
  event::Trail trail;
  fill(trail, event::Family::audit_log, 5, {});
  trail.events[30].action = event::Action::audit_log_set;
  trail.events[30].details_begin = 0;
  trail.details.push_back(
      {trail.symbols.intern("UnifiedAuditLogIngestionEnabled"), trail.symbols.intern("False")});
  trail.events[30].details_count = 1;
  auto sources = two_sources(trail);
  const auto coverage = measure_coverage(trail, sources, {}, {});
  CHECK_FALSE(coverage.whole(event::Family::audit_log));
  CHECK(sources[0].source.gaps[0].reason.english.find("switched off") != std::string::npos);
}

TEST_CASE("an export that stops before the others does not cover the period") {
  event::Trail trail;
  fill(trail, event::Family::audit_log, 5, {});
  fill(trail, event::Family::sign_ins, 3, {});
  auto sources = two_sources(trail);
  const auto coverage = measure_coverage(trail, sources, {}, {});
  CHECK(coverage.whole(event::Family::audit_log));
  CHECK_FALSE(coverage.whole(event::Family::sign_ins));
  CHECK_FALSE(coverage.whole(event::Family::inbox_rules));
}

}  // namespace digue::analysis
