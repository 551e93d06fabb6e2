// `digue log list`: the lines, all or those that are looked for.  `digue log print` shares the
// options.
#pragma once
#include "cli/verb.h"
#include "cli/verbs/log/options.h"
#include "incident/log_filter.h"
#include "logbook/logbook.h"

namespace digue::cli::verbs::log {

void declare_filter(CLI::App& app, Options& options, Language language);
Exit list(Session& session, const Options& options);

// The incident as known at the moment asked for, its lines with the steps' titles, and which of
// them are taken.
struct Found {
  incident::State state;
  incident::LogFilter filter;
  incident::Selection selection;
};
Result<Found> find_lines(Session& session, const Options& options, const logbook::Logbook& book);

}  // namespace digue::cli::verbs::log
