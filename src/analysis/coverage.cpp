#include "analysis/coverage.h"

#include <algorithm>
#include <map>
#include <optional>

#include "analysis/sentences.h"
#include "base/text.h"

namespace digue::analysis {

// A family's first and last row may lag behind the whole by so much and still cover it: nobody
// works every hour.
static constexpr std::int64_t edge_slack = 12 * hour_ms;
// Silence is a hole when it lasts over a whole working day of a log that is busy on its other days.
static constexpr std::int64_t shortest_hole = day_ms;
static constexpr std::size_t busy_rows_per_day = 20;

static std::int64_t day_of(Instant instant) {
  const std::int64_t day = instant.milliseconds / day_ms;
  return instant.milliseconds % day_ms < 0 ? day - 1 : day;
}

static bool is_weekday(std::int64_t day) {
  return weekday_of(to_civil_utc(Instant{day * day_ms})) < 5;
}

static bool spans_a_working_day(Instant from, Instant to) {
  for (auto day = day_of(from) + 1; day < day_of(to); ++day)
    if (is_weekday(day)) return true;
  return false;
}

namespace {

// Moments in order.
using Timeline = std::vector<Instant>;
using Timelines = std::array<Timeline, event::family_count>;

}  // namespace

static bool is_busy(const Timeline& moments) {
  std::size_t days = 0;  // on which there is anything at all
  for (std::size_t i = 0; i < moments.size(); ++i)
    if (i == 0 || day_of(moments[i]) != day_of(moments[i - 1])) ++days;
  return days > 1 && moments.size() >= busy_rows_per_day * days;
}

static bool active_between(const Timeline& moments, Instant from, Instant to) {
  const auto next = std::upper_bound(moments.begin(), moments.end(), from);
  return next != moments.end() && *next < to;
}

static Timelines by_family(const std::vector<SourceNotes>& sources) {
  Timelines lines;
  for (const auto& notes : sources) {
    auto& line = lines[static_cast<std::size_t>(notes.source.family)];
    line.insert(line.end(), notes.moments.begin(), notes.moments.end());
  }
  for (auto& line : lines) std::sort(line.begin(), line.end());
  return lines;
}

static bool others_active(const Timelines& lines, event::Family family, Instant from, Instant to) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i != static_cast<std::size_t>(family) && active_between(lines[i], from, to)) return true;
  return false;
}

static std::vector<finding::Gap> silences(const Timeline& line, const Timelines& all,
                                          event::Family family) {
  std::vector<finding::Gap> gaps;
  if (!is_busy(line)) return gaps;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Instant from = line[i - 1], to = line[i];
    if (to - from < shortest_hole || !spans_a_working_day(from, to)) continue;
    gaps.push_back({from, to,
                    others_active(all, family, from, to) ? tell<sentences::gap_others_active>()
                                                         : tell<sentences::gap_all_silent>()});
  }
  return gaps;
}

// The stretches during which the tenant's audit log was switched off, as the log itself tells.
static std::vector<finding::Gap> switched_off(const event::Trail& trail, Instant end) {
  std::map<Instant, bool> switches;
  for (const auto& event : trail.events) {
    if (event.action != event::Action::audit_log_set || !event.time.known()) continue;
    const auto value = trail.detail(event, "UnifiedAuditLogIngestionEnabled");
    if (!value.empty()) switches[event.time] = equal_ignoring_case(value, "true");
  }
  std::vector<finding::Gap> gaps;
  Instant off;
  for (const auto& [time, on] : switches) {
    if (!on && !off.known()) off = time;
    if (on && off.known()) gaps.push_back({off, time, tell<sentences::gap_switched_off>()});
    if (on) off = Instant::unknown;
  }
  if (off.known()) gaps.push_back({off, std::max(end, off), tell<sentences::gap_switched_off>()});
  return gaps;
}

// Sign-ins that stop in an audit log which goes on: the collection lost a part, nobody stopped
// working.
static std::optional<finding::Gap> sign_ins_stop(const event::Trail& trail) {
  Instant last_sign_in, last;
  std::uint64_t sign_ins = 0;
  for (const auto& event : trail.events) {
    if (event.family != event::Family::audit_log || !event.time.known()) continue;
    last = std::max(last, event.time);
    if (event.action != event::Action::sign_in) continue;
    last_sign_in = std::max(last_sign_in, event.time);
    ++sign_ins;
  }
  if (sign_ins < 20 || last - last_sign_in < 3 * day_ms) return std::nullopt;
  return finding::Gap{last_sign_in, last, tell<sentences::gap_sign_ins_stop>()};
}

bool Coverage::whole(event::Family family) const {
  const auto& covered = of(family);
  if (!covered.present || covered.rejected != 0 || !covered.gaps.empty()) return false;
  if (!covered.has_times) return true;
  return covered.first <= first + edge_slack && covered.last >= last - edge_slack;
}

static void add_gaps(std::vector<finding::Gap>& gaps, std::vector<finding::Gap> more) {
  gaps.insert(gaps.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
  std::sort(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
}

Coverage measure_coverage(const event::Trail& trail, std::vector<SourceNotes>& sources,
                          Instant since, Instant until) {
  const auto lines = by_family(sources);
  Coverage coverage;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto& source = sources[i].source;
    source.gaps = silences(sources[i].moments, lines, source.family);
    auto& family = coverage.families[static_cast<std::size_t>(source.family)];
    family.present = family.present || source.rows > source.rejected;
    family.rejected += source.rejected;
  }
  for (std::size_t i = 0; i < event::family_count; ++i) {
    auto& family = coverage.families[i];
    const auto& moments = lines[i];
    family.has_times = !moments.empty();
    if (moments.empty()) continue;
    family.first = moments.front();
    family.last = moments.back();
    family.gaps = silences(moments, lines, static_cast<event::Family>(i));
    if (!coverage.first.known() || family.first < coverage.first) coverage.first = family.first;
    if (!coverage.last.known() || family.last > coverage.last) coverage.last = family.last;
  }
  auto& audit = coverage.families[static_cast<std::size_t>(event::Family::audit_log)];
  add_gaps(audit.gaps, switched_off(trail, coverage.last));
  if (auto stop = sign_ins_stop(trail)) add_gaps(audit.gaps, {*stop});
  for (auto& notes : sources)
    if (notes.source.family == event::Family::audit_log)
      add_gaps(notes.source.gaps, switched_off(trail, notes.source.last));
  if (since.known()) coverage.first = since;
  if (until.known()) coverage.last = until;
  return coverage;
}

}  // namespace digue::analysis
