// How a verb that reads event logs ends.
#pragma once
#include "cli/event_logs/decode.h"
#include "cli/verb.h"

namespace digue::cli::event_logs {

// `error` is errno of standard output, 0 when all was written.
Exit exit_of(Session& session, Ended ended, int error, bool lost);

}  // namespace digue::cli::event_logs
