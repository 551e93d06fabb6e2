// The result of an analysis, for a person in front of a terminal.
#pragma once
#include "analysis/analysis.h"
#include "base/time.h"
#include "cli/verb.h"

namespace digue::cli::verbs {

// Worst first, in the zone given, always printed.
void show_analysis(Session& session, const analysis::Result& result, const Zone& zone);
// The same as JSON Lines: findings, answers, sources, unreadable, summary.
void print_analysis(Session& session, const analysis::Result& result);

}  // namespace digue::cli::verbs
