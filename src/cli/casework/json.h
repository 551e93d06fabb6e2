// The incident, its logbook and its plan as JSON Lines (docs/command-line.md).
#pragma once
#include <string>

#include "incident/plan.h"
#include "incident/state.h"
#include "logbook/verify.h"

namespace digue::cli::casework {

std::string incident_json(const incident::State& state);
std::string log_line_json(const incident::LogLine& line, Language language);
std::string verdict_json(const logbook::Verdict& verdict);
std::string problem_json(const logbook::Problem& problem, Language language);
std::string plan_line_json(const incident::PlanLine& line, Language language);

}  // namespace digue::cli::casework
