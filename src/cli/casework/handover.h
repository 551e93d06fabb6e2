// The hand-over between shifts, on one page: for a person at a terminal, or as one line of JSON.
#pragma once

#include "cli/verb.h"
#include "incident/handover.h"
#include "incident/state.h"

namespace digue::cli::casework {

// The summary, and the last hand-over that was proposed if there is one.  `file`: the incident's.
void show_handover(Session& session, const incident::HandoverPage& summary,
                   const incident::State& state, const std::string& file);

}  // namespace digue::cli::casework
