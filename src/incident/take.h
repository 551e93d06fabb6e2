// Findings reach the incident as entries: the program says what it found, in what evidence; a
// person decides.  What was already taken over, unchanged, is not said again.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "finding/sign_in_counts.h"
#include "incident/acts.h"
#include "logbook/logbook.h"

namespace digue::incident {

// What an analysis gave.  Places in the findings' evidence count in `sources`.
struct Analysis {
  std::span<const finding::Finding> findings = {};
  std::span<const finding::Answer> answers = {};
  std::span<const finding::Source> sources = {};
  std::uint64_t unreadable = 0;                        // stretches that could not be read
  std::vector<std::string> compromised_accounts = {};  // enter the perimeter
  std::vector<std::string> intruder_addresses = {};    // are put under observation
  finding::SignInCounts sign_ins = {};                 // replace those of the run before
};

struct TakenOver {
  std::size_t findings = 0;  // new or changed
  std::size_t known = 0;     // taken over before, unchanged
  std::size_t answers = 0, accounts = 0, indicators = 0;
};

Result<TakenOver> take_findings(logbook::Logbook& logbook, const Analysis& analysis);

}  // namespace digue::incident
