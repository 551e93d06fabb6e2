// What a line names: accounts, machines, and what may be the attacker's.
//
// A value is taken for ours when the incident or the organisation's settings say so: its accounts,
// its mail domains (those of the accounts of the perimeter too, but for the mail of everyone), its
// machines, its networks, private addresses.  What is ours is a subject, never an indicator.  What
// is not sure is offered, and kept only if a person says so.  Pure; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "incident/state.h"
#include "indicator/recognise.h"
#include "logbook/entry.h"
#include "organisation/organisation.h"

namespace digue::incident {

// The most that one entry keeps of what it names, in all: the header of an entry is short.
inline constexpr std::size_t max_mentions = 200;

enum class MentionRole : std::uint8_t {
  account,    // one of ours
  host,       // one of ours, or an address of a private network
  evidence,   // a piece that the incident holds
  ours,       // our domain, our network: kept nowhere
  indicator,  // of someone else
};
std::string_view role_name(MentionRole role);

struct Mention {
  indicator::Match match;  // the first time that the text says it
  MentionRole role = MentionRole::indicator;
  bool kept = false;  // sure, not ours alone, and within the cap
};

// Each value once, in the order of the text.  `organisation` may be null.
std::vector<Mention> mentions_in(std::string_view text, const State& state,
                                 const organisation::Organisation* organisation);
// Adds those that are kept, once each.
void keep_mentions(const std::vector<Mention>& mentions, logbook::References& references);

}  // namespace digue::incident
