// Correlations: what rules matched, counted, summed or put in order within a span of time.
//
// Matches may come in any order; they are put in that of their times at the end, so the same logs
// give the same outcomes however they were read.  One outcome a burst: it goes on as long as the
// condition holds.  Conditions that fewer matches may meet (lt, lte, eq, neq), averages and
// percentiles are asked once for each span, which begins with its first match.  Not thread-safe.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "detect/sigma/rule.h"
#include "event/symbols.h"

namespace digue::detect::sigma {

// A correlation whose rules are found.
struct Correlating {
  Correlation written;
  struct Source {
    bool is_correlation = false;
    std::uint32_t index = 0;  // of the rules, or of the correlations before this one
    // Where the values stand among those that are kept of a match.
    std::vector<std::uint32_t> group, counted;
  };
  std::vector<Source> sources;  // in the order written
  bool silent = false;          // only other correlations ask for it
};

// One match of a rule that a correlation asks for.
struct Occurrence {
  Instant time;
  std::uint32_t rule = 0;  // index of the rule
  std::uint32_t log = 0, record = 0;
  std::uint64_t offset = 0;
  std::string_view host;
  std::span<const std::string> values;  // those that are kept of the rule, in their order
};

struct Outcome {
  std::uint32_t correlation = 0;
  Instant first, last;
  std::uint64_t matches = 0;
  double value = 0;                     // that met the condition last
  std::vector<std::string> group;       // values of the fields that it groups by
  std::vector<std::uint32_t> examples;  // Correlator::occurrence()
};

class Correlator {
 public:
  explicit Correlator(const std::vector<Correlating>& correlations) : correlations_(correlations) {}

  void add(const Occurrence& occurrence);
  // Matches that came after max_occurrences and are not counted.
  std::uint64_t left_out() const { return left_out_; }
  // Sorted by their first moment, then by correlation.
  std::vector<Outcome> finish();

  struct Kept {
    Instant time;
    std::uint32_t rule = 0;
    bool of_correlation = false;
    std::uint32_t log = 0, record = 0;
    std::uint64_t offset = 0;
    event::Symbol host = event::no_symbol;
    std::uint32_t values = 0;  // where they begin in values_
  };
  // A match, as one correlation sees it.
  struct Seen {
    Instant time;
    std::uint32_t source = 0;               // which of its rules
    std::uint32_t kept = 0;                 // occurrence()
    event::Symbol text = event::no_symbol;  // of the field that is counted
    double number = 0;                      // of the field that is summed
  };
  const Kept& occurrence(std::uint32_t index) const { return kept_[index]; }
  std::string_view text(event::Symbol symbol) const { return symbols_.text(symbol); }

 private:
  bool see(const Correlating& correlation, std::uint32_t source, std::uint32_t at,
           std::vector<event::Symbol>& group, Seen& seen);
  void run(std::uint32_t index, std::vector<Outcome>& outcomes);
  void keep_outcome(const Outcome& outcome);

  const std::vector<Correlating>& correlations_;
  event::Symbols symbols_;
  std::vector<Kept> kept_;
  std::vector<event::Symbol> values_;
  std::uint64_t left_out_ = 0;
};

}  // namespace digue::detect::sigma
