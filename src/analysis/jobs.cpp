#include "analysis/jobs.h"

#include "analysis/sentences.h"

namespace digue::analysis {

digue::Result<std::vector<Job>> jobs_of(const evidence::Walk& walk,
                                        const std::vector<std::filesystem::path>& paths,
                                        const std::vector<NamedFile>& files) {
  std::vector<Job> jobs;
  for (const auto& file : walk.files) jobs.push_back({file.path, file.name});
  for (const auto& file : files) jobs.push_back({file.path, file.name});
  if (!jobs.empty()) return jobs;
  return fail<sentences::nothing_to_read>(Error::Kind::not_found,
                                          paths.empty() ? "." : paths.front().string());
}

}  // namespace digue::analysis
