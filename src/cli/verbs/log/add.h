// `digue log add`: a line by hand, with what it names.
#pragma once
#include "cli/verb.h"
#include "cli/verbs/log/options.h"

namespace digue::cli::verbs::log {

void declare_add(CLI::App& app, Options& options, Language language);
Exit add(Session& session, const Options& options);

}  // namespace digue::cli::verbs::log
