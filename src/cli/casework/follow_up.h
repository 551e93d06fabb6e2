// Who must be called, which clocks are proposed, and what is owed once steps are done: for a person
// at a terminal, or as JSON Lines.
#pragma once
#include <string>

#include "cli/casework/show.h"
#include "cli/verb.h"
#include "incident/alerts.h"
#include "incident/follow_up.h"

namespace digue::cli::casework {

// What stands beside the plan, of all the sheets in play.
struct Beside {
  incident::Alerts alerts;
  incident::FollowUp follow_up;
  const sheet::Directory* directory = nullptr;  // of the library: whom to call, and the numbers
};
Beside beside_plan(const sheet::Library& library, const incident::State& state, Instant now);

// Before the plan: calls that are owed, clocks that are proposed.  JSON: `call`, `clock-proposed`.
void show_alerts(Session& session, const Beside& beside, const PlanView& view);
// After it: `temporary`, `proof`, `conclusion`.  With `view.next`, only what presses.
void show_follow_up(Session& session, const Beside& beside, const incident::State& state,
                    const PlanView& view);

// Tells, as notes, the calls and the clocks that were not asked for in `before`.
void tell_new_alerts(Session& session, const sheet::Library& library, const incident::State& before,
                     const incident::State& after);

}  // namespace digue::cli::casework
