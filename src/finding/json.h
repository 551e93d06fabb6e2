// Findings and what goes with them as JSON Lines, one object a line (docs/command-line.md).
#pragma once
#include <span>
#include <string>

#include "finding/finding.h"

namespace digue::finding {

// `sources` gives the names of the files that evidence rows point into.
std::string to_json(const Finding& finding, std::span<const Source> sources, Language language);
std::string to_json(const Answer& answer, Language language);
std::string to_json(const Source& source, Language language);
std::string to_json(const Unreadable& unreadable, Language language);

}  // namespace digue::finding
