// A Windows event log in a worker: its events, what Sigma rules match in it, and what it holds at
// all, in one pass.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "analysis/logged.h"
#include "read/format.h"

namespace digue::detect::sigma {
class RuleSet;
}

namespace digue::analysis {

// Matches of one rule in one channel of a file that become events; further ones are counted in a
// remark.
inline constexpr std::uint64_t max_matches_of_rule = 200'000;
// Of these, with what made them match.
inline constexpr std::uint64_t max_matches_with_facts = 1000;

// The rules to ask of a channel; they stay while the log is read.
using RulesOfChannel = std::function<const detect::sigma::RuleSet&(std::string_view channel)>;
// Those that the product carries.
const detect::sigma::RuleSet& own_rules_of(std::string_view channel);

// Of the records that nobody asks about, the first of each hour is an event: what the coverage
// needs.
std::vector<LoggedChannel> read_event_log(std::string_view file, read::Sink& sink,
                                          const RulesOfChannel& rules);
// The same of Windows events in JSON (read/windows_events).
std::vector<LoggedChannel> read_event_json(std::string_view text, read::Sink& sink,
                                           const RulesOfChannel& rules);

}  // namespace digue::analysis
