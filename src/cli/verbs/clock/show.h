// The clocks of an incident: for a person at a terminal, or as JSON Lines.
#pragma once
#include <string>
#include <vector>

#include "cli/verb.h"
#include "incident/clocks.h"

namespace digue::cli::verbs::clocks {

struct View {
  const sheet::Library& library;
  const incident::State& state;
  const std::vector<incident::ClockState>& clocks;
  const organisation::Organisation* organisation;  // may be null
  std::string file;                                // the incident's, for the commands
  std::string only;                                // one clock, with all its details; empty: all
  bool all = false;                                // also those that do not concern us
  Instant now;
};

void show(Session& session, const View& view);

}  // namespace digue::cli::verbs::clocks
