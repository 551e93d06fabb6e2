// Who must be called, which clocks are proposed, and what is owed once steps are done: for a person
// at a terminal, or as JSON Lines.
#pragma once
#include <string>

#include "cli/casework/prepared.h"
#include "cli/casework/show.h"
#include "cli/verb.h"
#include "incident/beside.h"

namespace digue::cli::casework {

// Before the plan: calls that are owed, clocks that run or are proposed.  JSON: `call`, `clock` of
// what runs, `clock-proposed` of what nobody has settled.
void show_alerts(Session& session, const incident::Beside& beside, const PlanView& view);
// After it: `temporary`, `proof`, `conclusion`.  With `view.next`, only what presses.
void show_follow_up(Session& session, const incident::Beside& beside, const incident::State& state,
                    const PlanView& view);

// The clocks that press, one line each, below their heading; nothing when there is none.
void show_clocks(Session& session, const Prepared& prepared, const incident::State& state,
                 Instant now);

// Tells, as notes, the calls and the clocks that were not asked for in `before`.
void tell_new_alerts(Session& session, const Prepared& prepared, const incident::State& before,
                     const incident::State& after);

}  // namespace digue::cli::casework
