// `digue log print`: the lines on paper.
#pragma once
#include "cli/verb.h"
#include "cli/verbs/log/options.h"

namespace digue::cli::verbs::log {

void declare_print(CLI::App& app, Options& options, Language language);
Exit print(Session& session, const Options& options);

}  // namespace digue::cli::verbs::log
