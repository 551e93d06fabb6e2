// What is due, to whom, and until when?  Each clock of the library, as it stands at a moment.
//
// A person dates the starting fact of a clock, and says why; said again, the last date holds, and
// the others stay in the history.  Until then the clock is at most proposed: by the rules of the
// sheets in play, or because the clock that it waits for is met.  A proposal counts from what it
// rests on, so that its end is seen before anyone decides.
//
// Hours are calendar hours, in UTC: no change of hour alters them.  Months end with the last hour
// of the day of the same number in the incident's zone, or of the last day of the month (Regulation
// 1182/71, article 3(2)(c)).  Nothing is put off because of a weekend or a holiday: that is the
// prudent reading.  Pure; thread-safe; pointers live as long as the library and the state.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incident/alerts.h"
#include "incident/state.h"
#include "organisation/organisation.h"
#include "sheet/library.h"

namespace digue::incident {

// When the time limit ends.  Unknown for what has no count: at once, or a contract whose hours
// (`contract_hours`, 0) nobody has told.
Instant due_at(const sheet::TimeLimit& limit, Instant start, const Zone& zone,
               int contract_hours = 0);

inline constexpr std::int64_t last_hours_ms = 6 * hour_ms;

enum class ClockStatus : std::uint8_t {
  off,           // ready, but not turned on; or no regime is in force
  not_due,       // by what the organisation says of itself
  not_started,   //
  proposed,      // to be decided by a person
  running,       //
  overdue,       //
  met,           //
  not_required,  // a person said so, and why
};
std::string_view clock_status_name(ClockStatus status);  // "off", "not-due", "not-started"...
const Sentence& clock_status_label(ClockStatus status);

// How much a clock that runs, or is proposed, presses.
enum class ClockAlert : std::uint8_t {
  none,
  half,        // half of its time is gone
  last_hours,  // six hours are left, or less
  overdue,
  at_once,  // there is no time limit to wait for
};
std::string_view clock_alert_name(ClockAlert alert);  // "none", "half", "last-hours"...

// Is the clock for this organisation?
enum class Concern : std::uint8_t { unknown, yes, no };
std::string_view concern_name(Concern concern);
struct Concerned {
  Concern value = Concern::unknown;
  Message why;
};
// `organisation` may be null: nothing is known of it.
Concerned concerned(const sheet::Scope& scope, const organisation::Organisation* organisation);

// The moments when someone should look; unknown when there is none.
struct ClockMoments {
  Instant half, last_hours, due;
};

struct ClockState {
  const sheet::Clock* clock = nullptr;
  const sheet::Regime* regime = nullptr;  // of the day of `start`, else of today; null: none
  ClockStatus status = ClockStatus::not_started;
  ClockAlert alert = ClockAlert::none;
  Concerned concerned;
  Instant start;                         // of the starting fact; of a proposal, what it counts from
  std::optional<std::uint64_t> fact;     // the entry that tells it
  bool fact_gone = false;                // that entry was corrected or withdrawn since
  std::vector<Message> proposed_why;     // what the rules say, whatever the status
  std::vector<std::string> items;        // steps whose rules propose it
  ClockMoments moments;                  // all unknown when there is no start or no count
  const ClockAct* started = nullptr;     // the date that holds
  const ClockAct* met = nullptr;         // the first declaration: later ones complete it
  const ClockAct* waived = nullptr;      // not required
  std::string reference;                 // the last one received
  bool late = false;                     // met after the time limit
  std::vector<const ClockAct*> history;  // all that people said of it, in order
};

// In the library's order.  `organisation` may be null.
std::vector<ClockState> clock_states(const sheet::Library& library, const State& state,
                                     const organisation::Organisation* organisation, Instant now);

// What presses, one line each, the most pressing first: overdue, then by due date, then what is to
// be decided.  Times are in the incident's zone.
std::vector<Message> clock_lines(const std::vector<ClockState>& clocks, const Zone& zone,
                                 Instant now);
// The clocks of those lines, in the same order.
std::vector<const ClockState*> pressing_clocks(const std::vector<ClockState>& clocks);
// "71 h 20 min", "28 d 3 h".
Message span_of(std::int64_t milliseconds);

}  // namespace digue::incident
