// The rules of the folders that were given.
#pragma once
#include "cli/event_logs/rule_files.h"
#include "cli/verb.h"
#include "cli/verbs/sigma/options.h"

namespace digue::cli::verbs::sigma {

finding::Severity severity_of(std::string_view name);

Result<event_logs::Rules> load_rules(Session& session, const Options& options);

}  // namespace digue::cli::verbs::sigma
