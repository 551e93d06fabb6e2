// Hunting in one text or in the bytes of one file, on all threads of a crew, while its bytes are
// hashed; then finding out when, with whom and where each hit was, as its format tells.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/crew.h"
#include "analysis/sighting_book.h"
#include "hunt/matcher.h"
#include "read/format.h"

namespace digue::analysis {

inline constexpr std::size_t hunt_piece_bytes = 1 << 20;
// Hits of one file that wait for its format to be read; more are shown without time, account, host.
inline constexpr std::size_t max_waiting_hits = 2'000'000;
// Hits of one indicator nearer than that on one line are one sighting.
inline constexpr std::uint64_t one_sighting_bytes = 64 << 10;

struct HuntedFile {
  std::string_view bytes;  // as they are in the file: what is hashed
  std::string_view text;   // what is searched: a view of the bytes, or their decoded form
  const read::Format* format = nullptr;  // nullptr: not known
  bool has_lines = true;
  // Told how far both the bytes and the text are done with.
  std::function<void(std::size_t)> release;
};

// A hit with the line it is on.
struct Placed {
  hunt::Hit hit;
  std::uint64_t line = 0;  // from 1; 0 where there are no lines
};

// Searches, hashes and adds what was seen to the book, in the order of the file.  Returns the
// SHA-256, lower-case hex.
std::string hunt_text(const HuntedFile& file, const read::Told& told, const hunt::Matcher& matcher,
                      Crew& crew, SightingBook& book);

// The same for a Windows event log: the values of each record are searched.
std::string hunt_event_log(const HuntedFile& file, const read::Told& told,
                           const hunt::Matcher& matcher, Crew& crew, SightingBook& book);

// Adds to the book what the hits are, by reading the whole text as its format does.  In the order
// of the offsets.  `exact`: a hit's offset is its record's own.
void attribute(const std::vector<Placed>& hits, std::string_view text, const read::Format& format,
               const read::Told& told, bool exact, SightingBook& book);

}  // namespace digue::analysis
