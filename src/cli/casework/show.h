// The incident, its logbook and its plan: for a person at a terminal, or as JSON Lines.
#pragma once
#include "cli/verb.h"
#include "incident/plan.h"
#include "incident/state.h"
#include "logbook/verify.h"

namespace digue::cli::casework {

void show_incident(Session& session, const incident::State& state);
void show_log(Session& session, const incident::State& state);
void show_verdict(Session& session, const logbook::Verdict& verdict, bool has_checkpoints);
// `all`: what is settled or set aside too.
void show_plan(Session& session, const incident::Plan& plan, const incident::State& state,
               bool all);
Message value_word(std::string_view value);

}  // namespace digue::cli::casework
