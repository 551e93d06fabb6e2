// What people say of a clock: each becomes one entry, on disk when the function returns.
//
// Errors: bad_input for a clock or an entry that is not there, a reason that is missing, a moment
// in the future; refused for what the clock's own state forbids.
#pragma once
#include <optional>
#include <string>

#include "incident/acts.h"
#include "sheet/clocks.h"

namespace digue::incident {

// Dates the starting fact.  A clock that already runs is dated again; what was said stays in its
// history.
struct ClockStart {
  std::string clock;
  Instant at = Instant::unknown;  // else when the fact's entry says that it happened, else now
  std::optional<std::uint64_t> fact = std::nullopt;  // the entry that tells it
  std::string why;                                   // required
};
Result<logbook::Receipt> start_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                     const State& state, const ClockStart& start, Instant now,
                                     const Speaker& speaker);

// It was declared.  Said again, it is a complement.
struct ClockMet {
  std::string clock;
  Instant at = Instant::unknown;  // now, when not given
  std::string reference;          // the receipt, the case number; may be empty
  std::string why;                // what was sent; may be empty
};
Result<logbook::Receipt> meet_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                    const State& state, const ClockMet& met, Instant now,
                                    const Speaker& speaker);

// It is not required: the speaker says so, and why.
Result<logbook::Receipt> waive_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                     const State& state, const std::string& clock,
                                     const std::string& why, const Speaker& speaker);

}  // namespace digue::incident
