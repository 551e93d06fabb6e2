// The line of the logbook, as it will be written: shown first, completed or corrected, then sent.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "cli/verbs/guide/dialogue.h"
#include "incident/acts.h"

namespace digue::cli::verbs {

struct EntryLine {
  Message what;                             // what was done, and how it stands
  std::string words = {};                   // a person's own; editable
  std::string author = {};                  // editable
  std::optional<logbook::Moment> occurred;  // now, when not given; editable
};

// Enter sends it; "@02:40" says when it happened, "=Name" who says so, "-" gives up, anything else
// replaces the words.  False when it was given up.
bool confirm(Dialogue& dialogue, const Zone& zone, Clock& clock, EntryLine& line);

// The last time before `now` that clocks of the zone showed "02:40" or "2:40"; nothing when it is
// no time of day.
std::optional<logbook::Moment> moment_today(std::string_view typed, const Zone& zone, Instant now);

}  // namespace digue::cli::verbs
