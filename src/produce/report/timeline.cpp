// What happened and what was done about it, in one order.
#include <algorithm>

#include "produce/report/compose.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {
namespace {
struct Moment {
  Instant time;
  bool is_local = false;  // as a file wrote it, in a zone nobody told
  bool ours = false;
  bool grave = false;
  std::string finding;  // its number
  Line fact;
};
}  // namespace

static std::vector<Moment> moments_of(const Writing& writing) {
  std::vector<Moment> moments;
  for (const finding::Finding& finding : writing.report.findings) {
    if (!finding.time.known() || finding.severity < finding::Severity::medium) continue;
    Line fact{severity_badge(finding.severity, writing.language),
              plain(" " + writing.say(finding.title))};
    moments.push_back({finding.time, finding.time_is_local, false, is_serious(finding),
                       writing.number_of(finding.id), std::move(fact)});
  }
  for (const Entry& entry : writing.report.logbook) {
    if (!entry.is_act || !entry.occurred.known()) continue;
    Line fact{plain(writing.say(entry.text))};
    if (!entry.author.empty()) fact.push_back(quiet(" (" + entry.author + ")"));
    moments.push_back({entry.occurred, false, true, false, "", std::move(fact)});
  }
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.time < b.time; });
  return moments;
}

// A tick at each midnight of the zone when there are few days, else at even steps.
static void add_ticks(Lanes& lanes, const Zone& zone) {
  const std::int64_t days = (lanes.to - lanes.from) / day_ms + 1;
  const std::int64_t step = std::max<std::int64_t>(1, (days + 7) / 8) * day_ms;
  const std::int64_t offset = zone.offset_minutes(lanes.from) * minute_ms;
  std::int64_t at = (lanes.from.milliseconds + offset) / day_ms * day_ms - offset;
  for (; at <= lanes.to.milliseconds; at += step)
    if (at >= lanes.from.milliseconds)
      lanes.ticks.emplace_back(Instant{at}, zone.show(Instant{at}).substr(0, 10));
}

static Lanes lanes_of(const Writing& writing, const std::vector<Moment>& moments) {
  Lanes lanes;
  std::size_t ours = 0;
  for (const Moment& moment : moments) {
    ours += moment.ours ? 1 : 0;
    lanes.marks.push_back({moment.time, moment.ours, moment.grave});
  }
  lanes.upper = writing.say<sentences::lane_them>();
  lanes.lower = writing.say<sentences::lane_us>();
  const Instant first = moments.front().time, last = moments.back().time;
  const std::int64_t margin = std::max((last - first) / 30, hour_ms);
  lanes.from = first - margin;
  lanes.to = last + margin;
  lanes.description = writing.say<sentences::lane_picture>(
      moments.size() - ours, ours, writing.long_time(first), writing.long_time(last));
  add_ticks(lanes, writing.report.zone);
  return lanes;
}

static Table table_of(const Writing& writing, const std::vector<Moment>& moments) {
  Table table;
  table.caption = writing.say<sentences::section_timeline>();
  table.columns = {{writing.say<sentences::column_time>(), 6},
                   {writing.say<sentences::column_side>(), 3},
                   {writing.say<sentences::column_fact>(), 15}};
  for (std::size_t i = 0; i < std::min(moments.size(), most_timeline_rows); ++i) {
    const Moment& moment = moments[i];
    table.rows.push_back({{plain(writing.table_time(moment.time, moment.is_local))},
                          {moment.ours ? strong(writing.say<sentences::by_us>())
                                       : plain(writing.say<sentences::by_them>(moment.finding))},
                          moment.fact});
  }
  return table;
}

void add_timeline(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_timeline>())}, "timeline", true});
  const auto moments = moments_of(writing);
  if (moments.empty()) {
    writing.add(Paragraph{{plain(writing.say<sentences::nothing_dated>())}});
    return;
  }
  writing.add(
      Paragraph{{plain(writing.say<sentences::timeline_intro>(writing.report.zone.name()))}});
  writing.add(lanes_of(writing, moments));
  writing.add(table_of(writing, moments));
  if (moments.size() > most_timeline_rows)
    writing.add(Paragraph{{plain(writing.say<sentences::timeline_cut>(
                              most_timeline_rows, writing.number(moments.size())))},
                          Paragraph::Role::note});
}

}  // namespace digue::produce::report
