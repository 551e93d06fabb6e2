// What `digue sigma` tells once it has run, to a person or as JSON Lines.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/verb.h"
#include "cli/verbs/sigma/matching.h"
#include "detect/sigma/loading.h"

namespace digue::cli::verbs::sigma {

inline constexpr std::size_t examples_shown = 3;
inline constexpr std::size_t hosts_shown = 5;

// What a rule came to, over all logs.
struct Tally {
  std::uint64_t matches = 0;
  Instant first, last;
  std::vector<std::string> hosts;  // the first few, sorted at the end
  bool more_hosts = false;
  struct Example {
    std::string file;
    finding::Finding finding;
  };
  std::vector<Example> examples;
};

struct Totals {
  std::map<std::uint32_t, Tally> rules;         // of those that matched
  std::map<std::uint32_t, Tally> correlations;  // likewise
  std::uint64_t logs = 0, records = 0, asked = 0, given_up = 0;
  std::uint64_t not_correlated = 0;  // matches that were too many, or without a time
};

// What ran, what did not and why, and what matched.
void show(Session& session, const detect::sigma::Loaded& loaded, const Totals& totals);
// As a line: `sigma-summary`.
std::string summary_json(const detect::sigma::Loaded& loaded, const Totals& totals);

}  // namespace digue::cli::verbs::sigma
