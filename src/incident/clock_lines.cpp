// The clocks that press, one line each.
#include <algorithm>

#include "incident/clocks.h"
#include "incident/sentences.h"

namespace digue::incident {

Message span_of(std::int64_t milliseconds) {
  const auto minutes = std::max<std::int64_t>(milliseconds, 0) / minute_ms;
  const auto hours = minutes / 60;
  if (hours >= 96) return tell<sentences::span_days>(hours / 24, hours % 24);
  if (hours > 0) return tell<sentences::span_hours>(hours, minutes % 60);
  return tell<sentences::span_minutes>(minutes);
}

// Decided before proposed; then what has no count, which is to be done at once; then by due date.
static bool presses_more(const ClockState* a, const ClockState* b) {
  const bool a_open = a->status == ClockStatus::proposed;
  const bool b_open = b->status == ClockStatus::proposed;
  return a_open != b_open ? b_open : a->moments.due < b->moments.due;
}

std::vector<const ClockState*> pressing_clocks(const std::vector<ClockState>& clocks) {
  std::vector<const ClockState*> out;
  for (const auto& clock : clocks)
    if (clock.status == ClockStatus::running || clock.status == ClockStatus::overdue ||
        clock.status == ClockStatus::proposed)
      out.push_back(&clock);
  std::stable_sort(out.begin(), out.end(), presses_more);
  return out;
}

static Message with_alert(const ClockState& clock, Message line) {
  if (clock.alert == ClockAlert::half) return tell<sentences::line_half_gone>(line);
  if (clock.alert == ClockAlert::last_hours) return tell<sentences::line_last_hours>(line);
  return line;
}

static Message line_of(const ClockState& clock, const Zone& zone, Instant now) {
  const auto& title = clock.clock->title;
  const auto& due = clock.moments.due;
  if (due.known() && now > due)
    return tell<sentences::line_overdue>(title, zone.show(due), span_of(now - due));
  if (due.known()) return tell<sentences::line_running>(title, zone.show(due), span_of(due - now));
  if (!clock.start.known()) return title;
  const auto since = zone.show(clock.start);
  const auto ago = span_of(now - clock.start);
  if (clock.regime == nullptr) return tell<sentences::line_no_regime>(title, since, ago);
  if (clock.regime->limit.kind == sheet::TimeLimit::Kind::contract)
    return tell<sentences::line_by_contract>(title, since, ago);
  return tell<sentences::line_at_once>(title, since, ago);
}

std::vector<Message> clock_lines(const std::vector<ClockState>& clocks, const Zone& zone,
                                 Instant now) {
  std::vector<Message> out;
  for (const auto* clock : pressing_clocks(clocks)) {
    const auto line = with_alert(*clock, line_of(*clock, zone, now));
    out.push_back(clock->status == ClockStatus::proposed ? tell<sentences::line_to_decide>(line)
                                                         : line);
  }
  return out;
}

}  // namespace digue::incident
