// The incident, its logbook and its plan: for a person at a terminal, or as JSON Lines.
#pragma once
#include "cli/verb.h"
#include "incident/plan.h"
#include "incident/state.h"
#include "logbook/verify.h"

namespace digue::cli::casework {

void show_incident(Session& session, const incident::State& state);
// `lines`: places in the log, in order.
void show_log(Session& session, const incident::State& state,
              const std::vector<std::size_t>& lines);
void show_verdict(Session& session, const logbook::Verdict& verdict, bool has_checkpoints);
// How much of the plan a person wants to see; JSON has it all.
struct PlanView {
  bool all = false;                // what is settled or set aside too
  std::size_t next = 0;            // only so many steps, with what to type; 0: every step, briefly
  std::string priority;            // only that one: "P0"; empty: every one
  std::string file;                // the incident's, for the commands
  Instant now = Instant::unknown;  // to tell what is late; nothing is when not known
  bool by_person = false;          // under the name of whoever has it
};
void show_plan(Session& session, const incident::Plan& plan, const incident::State& state,
               const PlanView& view);
Message value_word(std::string_view value);
Message priority_word(sheet::Priority priority);

}  // namespace digue::cli::casework
