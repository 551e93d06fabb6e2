// The result of an analysis, for a person in front of a terminal.
#pragma once
#include "analysis/analysis.h"
#include "base/time.h"
#include "cli/verb.h"

namespace digue::cli::verbs {

// How much of it a person wants to see.
enum class Detail { brief, whole };
// Worst first, in the zone given, always printed.  Brief: what happened, one line for each grave
// finding, what is answered, and what to know.
void show_analysis(Session& session, const analysis::Result& result, const Zone& zone,
                   Detail detail, const std::string& link = {});
// `link`: the one that was asked about; empty when none was.
// The same as JSON Lines: findings, users of the link, answers, sources, unreadable, summary.
void print_analysis(Session& session, const analysis::Result& result, const std::string& link = {});

}  // namespace digue::cli::verbs
