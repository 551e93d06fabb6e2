// What a hunt found, for a person in front of a terminal, and as JSON Lines.
#pragma once
#include <string>
#include <vector>

#include "analysis/hunt.h"
#include "cli/verb.h"
#include "hunt/list.h"

namespace digue::cli::verbs {

// Whom the sightings name and the incident does not know; sorted.
struct Newcomers {
  std::vector<std::string> accounts, hosts;
};

struct Hunt {
  std::vector<std::string> sources;  // of the list, as given
  hunt::List list;
  analysis::HuntResult result;
  Newcomers newcomers;  // with an incident
  read::Told told;      // of the files that were searched
};

// The summary of each indicator, then the sightings by time, then what was not read.
void show_hunt(Session& session, const Hunt& hunt, const Zone& zone);
// hunted, sighting, source, not-taken, unreadable, hunt.
void print_hunt(Session& session, const Hunt& hunt);

}  // namespace digue::cli::verbs
