// What ties a hunt to an incident: its indicators, whom it knows already, and the line that is
// kept.
#pragma once
#include <set>
#include <string>

#include "cli/casework/casework.h"
#include "cli/verbs/hunt/show.h"
#include "incident/state.h"

namespace digue::cli::verbs {

// Adds what the incident observes or blocks, then what its lines name as an indicator.
void take_indicators(const incident::State& state, hunt::List& list);
// Accounts and hosts of the sightings that are not in the incident yet: for a person to judge.
Newcomers newcomers_of(const incident::State& state, const analysis::HuntResult& result);
// Writes what was looked for, where, and what was seen, as one line; with what it names.
Result<logbook::Receipt> keep_hunt(Session& session, casework::Case& open, const Hunt& hunt);

}  // namespace digue::cli::verbs
