// A whole Windows event log on disk.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exercise/evtx/event.h"

namespace digue::exercise::evtx {

// Writes the events, which are in time order, as one log of that computer; `first_record` is the
// number of the first, for a log is a window on what was written.  Makes the folders above.
Outcome write_log(const std::filesystem::path& path, std::string_view computer,
                  const std::vector<Event>& events, std::uint64_t first_record = 1);

}  // namespace digue::exercise::evtx
