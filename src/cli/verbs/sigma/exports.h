// What rules find in exports of Microsoft 365 and Entra, and in Windows events in JSON, record by
// record.
#pragma once
#include <vector>

#include "cli/event_logs/logs.h"
#include "cli/verbs/sigma/collector.h"

namespace digue::cli::verbs::sigma {

// In the order of the files; the process is shut in already.
void match_exports(const std::vector<event_logs::Export>& exports,
                   const detect::sigma::RuleSet& rules, const Session& session,
                   Collector& collector);

}  // namespace digue::cli::verbs::sigma
