// What stands beside the plan, of all the sheets in play: calls, clocks, and what is owed once
// steps are done.  Pure; pointers live as long as the library and the state.
#pragma once
#include <vector>

#include "incident/alerts.h"
#include "incident/clocks.h"
#include "incident/follow_up.h"

namespace digue::incident {

struct Beside {
  Alerts alerts;  // its clocks: those that nobody has settled
  FollowUp follow_up;
  const sheet::Directory* directory = nullptr;  // of the library: whom to call, and the numbers
  sheet::Profile profile;                       // of the organisation
  std::vector<ClockState> clocks;               // every one
  std::vector<Message> clock_lines;             // of those that press, in their order
};
// `organisation` is null when nothing is known of it.
Beside beside_plan(const sheet::Library& library, const State& state, Instant now,
                   const organisation::Organisation* organisation);
// Which contacts are for it.
sheet::Profile profile_of(const organisation::Organisation* organisation);

}  // namespace digue::incident
