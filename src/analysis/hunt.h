// Indicators to sightings: every file is searched by a worker of its own (analysis/workers.h), shut
// in, all its processors on one file.  What comes back depends on the evidence only, in one order.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "finding/finding.h"
#include "finding/sighting.h"
#include "indicator/indicator.h"

namespace digue::analysis {

inline constexpr std::uint64_t default_listed = 1000;
inline constexpr std::size_t max_names_each = 10'000;  // accounts, hosts of one indicator

struct HuntRequest {
  std::vector<std::filesystem::path> paths;
  std::vector<NamedFile> files;  // after those of `paths`
  // Sightings of one indicator that are listed one by one; the rest is counted.
  std::uint64_t listed = default_listed;
  read::Told told;
  unsigned threads = 0;  // 0: one a core
  std::filesystem::path worker_program = "/proc/self/exe";
  unsigned hang_seconds = 300;
  std::uint64_t worker_memory_bytes = 512ULL << 20;
  std::function<bool(std::size_t read)> go_on = {};  // see Request::go_on
};

// One indicator that was seen.
struct Hunted {
  std::uint32_t indicator = 0;  // index among those hunted for
  std::uint64_t count = 0;      // sightings
  std::uint64_t listed = 0;     // of them, in HuntResult::sightings
  std::uint64_t files = 0;
  Instant first, last;                       // of the dated ones
  std::vector<std::string> accounts, hosts;  // sorted; at most max_names_each
  // What every account and host had to do with it, by account, then host.
  std::vector<finding::Encounter> encounters;
};

struct HuntResult {
  std::vector<Hunted> found;                 // in the order of the indicators
  std::vector<finding::Sighting> sightings;  // by indicator, then time, file and place
  std::vector<finding::Source> sources;      // without rows: nothing but hits is read
  std::vector<finding::Unreadable> unreadable;
  std::uint64_t bytes = 0;  // searched, archives unfolded
  double seconds = 0;       // the one thing that changes from run to run
};

// `indicators` in the form that compares.
digue::Result<HuntResult> hunt_for(std::span<const indicator::Indicator> indicators,
                                   const HuntRequest& request);

}  // namespace digue::analysis
