// `digue log merge`: the lines of a second machine.
#pragma once
#include "cli/verb.h"
#include "cli/verbs/log/options.h"

namespace digue::cli::verbs::log {

void declare_merge(CLI::App& app, Options& options, Language language);
Exit merge(Session& session, const Options& options);

}  // namespace digue::cli::verbs::log
