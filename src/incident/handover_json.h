// The hand-over between shifts as one JSON object (docs/command-line.md).
#pragma once
#include <string>

#include "incident/handover.h"
#include "incident/state.h"

namespace digue::incident {

// The summary, and every hand-over of the incident, in the order that they were proposed.
std::string handover_json(const HandoverPage& page, const State& state, Language language);

}  // namespace digue::incident
