// The hand-over between shifts, on one page: for a person at a terminal, or as one line of JSON.
#pragma once
#include <vector>

#include "cli/verb.h"
#include "incident/handover.h"
#include "incident/state.h"

namespace digue::cli::casework {

// The summary, and the last hand-over that was proposed if there is one.  `file`: the incident's.
void show_handover(Session& session, const std::vector<incident::HandoverPart>& parts,
                   const incident::State& state, const std::string& file);

}  // namespace digue::cli::casework
