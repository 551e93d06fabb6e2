// A clock of an incident as one line of JSON (docs/command-line.md).
#pragma once
#include <string>

#include "incident/clocks.h"

namespace digue::incident {

std::string clock_state_json(const ClockState& clock, Language language);

}  // namespace digue::incident
