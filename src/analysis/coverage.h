// What the evidence covers: which exports came in, over which days, with which holes.  Absence in
// evidence is said here, so that it is never taken for innocence.
#pragma once
#include <array>
#include <vector>

#include "analysis/merge.h"
#include "event/event.h"
#include "finding/finding.h"

namespace digue::analysis {

// One family of export over the whole analysis.
struct FamilyCoverage {
  bool present = false;    // at least one row was read
  bool has_times = false;  // dated rows; a state export has none
  Instant first, last;
  std::uint64_t rejected = 0;
  std::vector<finding::Gap> gaps;
};

struct Coverage {
  std::array<FamilyCoverage, event::family_count> families;
  Instant first, last;  // of all dated events, or as asked for

  const FamilyCoverage& of(event::Family family) const {
    return families[static_cast<std::size_t>(family)];
  }
  // Present, over the whole period, without a hole or a rejected row.
  bool whole(event::Family family) const;
};

// Fills the gaps of each source, and tells ingestion switched off from nothing happening.
Coverage measure_coverage(const event::Trail& trail, std::vector<SourceNotes>& sources,
                          Instant since, Instant until);

}  // namespace digue::analysis
