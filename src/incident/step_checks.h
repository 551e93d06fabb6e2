// What every act on a step is checked for first, and how its entry names the step.
#pragma once
#include "base/json_writer.h"
#include "base/result.h"
#include "incident/state.h"
#include "sheet/sheet.h"

namespace digue::incident {

// The step, when it is one that can be acted on for that account; else bad_input.
Result<const sheet::Step*> step_of(const sheet::Sheet& sheet, const Target& target);
// bad_input when the step is per account and the account is missing, or outside the perimeter.
Outcome check_account(const State& state, const sheet::Step& step, const Target& target);

// `item`, `account` and `title`: the line can be read by whoever does not have the sheet.
void write_step(JsonWriter& json, const sheet::Step& step, const Target& target);

}  // namespace digue::incident
