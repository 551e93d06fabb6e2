// The incident, its logbook and its plan as JSON Lines (docs/command-line.md).
#pragma once
#include <string>

#include "incident/plan.h"
#include "incident/state.h"
#include "logbook/logbook.h"
#include "logbook/verify.h"

namespace digue {
class JsonWriter;
}

namespace digue::incident {

// The members by which an incident is known in any list: `id` to `severity`.
void write_heading(JsonWriter& json, const State& state);
std::string incident_json(const State& state);
// As in the lists of incident_json.
std::string member_json(const Member& member);
std::string indicator_json(const Indicator& indicator);
std::string piece_json(const Piece& piece);
std::string receipt_json(const logbook::Receipt& receipt);
std::string log_line_json(const LogLine& line, Language language);
std::string verdict_json(const logbook::Verdict& verdict);
std::string problem_json(const logbook::Problem& problem, Language language);
std::string plan_line_json(const PlanLine& line, Language language);

}  // namespace digue::incident
