// Where an indicator was seen, and with whom.  Plain values; safe to copy between threads.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "event/event.h"
#include "finding/finding.h"

namespace digue::finding {

// One record (one line of a text) that names an indicator.
struct Sighting {
  std::uint32_t indicator = 0;  // index among those that were hunted
  event::Place place;           // record, line: 0 when the file has none that is known
  Instant time;                 // unknown when the format is
  bool time_is_local = false;   // as the file wrote it, in a zone nobody told
  std::string account;          // lower case; empty when the record names none
  std::string host;             // the machine that did it: its name, else its address
};

// All sightings of one indicator with one account and one host, the unlisted ones too.
struct Encounter {
  std::uint32_t indicator = 0;
  std::string account, host;
  std::uint64_t count = 0;
  Instant first, last;
  bool operator==(const Encounter&) const = default;
};

// One JSON object (docs/command-line.md).  `indicator` and `kind` are those of the index;
// `sources` gives the names of the files that places point into.
std::string to_json(const Sighting& sighting, std::string_view indicator, std::string_view kind,
                    std::span<const Source> sources);

}  // namespace digue::finding
