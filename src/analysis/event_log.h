// A Windows event log in a worker: its events, what the rules that the product carries match in it,
// and what it holds at all, in one pass.
#pragma once
#include <string_view>
#include <vector>

#include "analysis/logged.h"
#include "read/format.h"

namespace digue::analysis {

// Matches of one rule in one file that become events; further ones are counted in a remark.
inline constexpr std::uint64_t max_matches_of_rule = 200'000;
// Of these, with what made them match.
inline constexpr std::uint64_t max_matches_with_facts = 1000;

// Of the records that nobody asks about, the first of each hour is an event: what the coverage
// needs.
std::vector<LoggedChannel> read_event_log(std::string_view file, read::Sink& sink);

}  // namespace digue::analysis
