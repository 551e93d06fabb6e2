// A paper that was written, as one line of JSON (docs/command-line.md).
#pragma once
#include <string>
#include <string_view>

#include "cli/verb.h"

namespace digue::cli::casework {

// Nothing without --json.  `kind`: "print-kit", "logbook", "report".
void tell_paper(Session& session, std::string_view kind, const std::string& file,
                std::string_view bytes);

}  // namespace digue::cli::casework
