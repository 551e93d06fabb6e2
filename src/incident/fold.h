// The fold: from the entries of a logbook to the state of the incident, now or at a past moment.
//
// An entry that a later one supersedes counts for nothing; the later one counts where it stands.
// What was known at a moment is what had been recorded by then.  A body that can't be read, or that
// was redacted, changes nothing and is counted.  Entries come from a file that others may have
// written: nothing in them is trusted to be sane.
#pragma once
#include <memory>
#include <span>

#include "incident/state.h"
#include "logbook/logbook.h"

namespace digue::sheet {
struct Library;
}

namespace digue::incident {

// Caps on what one entry holds, and on what a file of others can make us keep.  What is over a cap
// stays with the evidence, and in the output of the analysis.
inline constexpr std::size_t max_evidence_rows = 2000;  // of one finding
inline constexpr std::size_t max_subjects = 2000;       // of one finding
inline constexpr std::size_t max_facts = 500;           // of one finding: its `why`
inline constexpr std::size_t max_sources = 5000;        // of one analysis
inline constexpr std::size_t max_gaps = 100;            // of one source
inline constexpr std::size_t max_view_members = 64;     // inputs and settings of one severity
inline constexpr std::size_t max_kept = 100'000;        // of each kind of thing

State fold(const std::string& incident, std::span<const logbook::Entry> entries,
           Instant at = Instant::unknown, const sheet::Library* library = nullptr);
// Of the whole logbook; `at` unknown: now.  With a library, the lines tell steps by their titles.
Result<State> state_of(const logbook::Logbook& logbook, Instant at = Instant::unknown,
                       const sheet::Library* library = nullptr);

// A fold that goes on as entries arrive.  Not thread-safe.
class LiveFold {
 public:
  // From what the entries so far gave.
  explicit LiveFold(State so_far);
  LiveFold(LiveFold&&) noexcept;
  LiveFold& operator=(LiveFold&&) noexcept;
  ~LiveFold();

  // False, and nothing was done, for an entry that changes what earlier ones meant (it corrects,
  // withdraws or redacts one): fold all of them again.
  bool add(const logbook::Entry& entry);
  const State& state() const;

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace digue::incident
