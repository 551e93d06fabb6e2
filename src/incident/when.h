// When something happened, as people say it at night: "maintenant", "03:11", "hier 22:40",
// "2026-03-08", "2026-03-08 03:11", or RFC 3339.  What has no offset is in the incident's zone; how
// exact it is follows from how it was said.  Never in the future.
#pragma once
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "logbook/entry.h"

namespace digue::incident {

// Clocks of two machines may differ by this much before a fact is held to be in the future.
inline constexpr std::int64_t clock_slack_ms = 5 * minute_ms;

// "03:11" is the last one that was, today or yesterday.  An hour that the change of hour skips or
// repeats is refused: its offset must be given.
Result<logbook::Moment> read_when(std::string_view text, const Zone& zone, Instant now);

// As a person reads it, in that zone, no more exact than it was said: "2026-03-08 03:11 +01:00",
// "2026-03-08".
std::string show_when(Instant at, logbook::Precision precision, const Zone& zone);

}  // namespace digue::incident
