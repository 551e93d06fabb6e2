// What there is to read, one job a file.  Inside the room only.
#pragma once
#include "analysis/analysis.h"
#include "analysis/workers.h"
#include "evidence/walk.h"

namespace digue::analysis {

// The files of the walk, then those that were named.  not_found when there is none.
digue::Result<std::vector<Job>> jobs_of(const evidence::Walk& walk,
                                        const std::vector<std::filesystem::path>& paths,
                                        const std::vector<NamedFile>& files);

}  // namespace digue::analysis
