// Taking in the lines of a second machine: a copy of the incident that went on apart, or a fresh
// incident opened elsewhere for the same attack.  docs/decisions/0007 says why it is so.
//
// Each of its entries becomes one of ours, with its own author, time and names, and where it comes
// from: the other logbook's incident, the entry's number, its leaf, when it was written there.
// Nothing is taken twice.  What would overturn what we hold (another answer to the same question,
// another state of the same step) is kept to be read, has no effect, and is told: a person decides.
//
// The plan is pure; thread-safe.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "incident/acts.h"
#include "logbook/logbook.h"
#include "logbook/verify.h"

namespace digue::incident {

// Two sides that do not say the same thing.
struct MergeConflict {
  std::string about;              // the step, the account, the indicator...
  std::uint64_t other_entry = 0;  // theirs, in their logbook
  std::uint64_t our_entry = 0;
  std::string theirs, ours;  // values
};

struct MergePlan {
  std::string incident;               // theirs
  std::uint64_t entries = 0;          // in the other logbook
  std::uint64_t shared = 0;           // from before the two went apart
  std::uint64_t known = 0;            // taken in already, or ours in the first place
  std::uint64_t skipped = 0;          // keys and redactions: the other logbook's own business
  std::uint64_t inert = 0;            // kept to be read, without effect
  std::uint64_t ahead = 0;            // dated after our clock
  std::vector<std::string> evidence;  // SHA-256 of the pieces that only they have
  std::vector<MergeConflict> conflicts;
  std::vector<logbook::Draft> drafts;  // in their order
};

// `ours` and `theirs`: all entries, in order.
MergePlan plan_merge(std::span<const logbook::Entry> ours, const std::string& their_incident,
                     std::span<const logbook::Entry> theirs, Instant now);

// Writes who merged what, with the other logbook's checkpoint, then the entries, in one commit.
// Nothing when there is nothing to take.
Result<std::vector<logbook::Receipt>> merge(logbook::Logbook& logbook, const MergePlan& plan,
                                            const logbook::Verdict& verdict,
                                            const std::string& checkpoint, const Speaker& speaker);

}  // namespace digue::incident
