// Lines that people write by hand, as things go, late, or copied from paper.
//
// Errors: bad_input when the text is empty or too long, or when an item does not read as a step;
// refused when that line of paper is there already.
#pragma once
#include <optional>
#include <string>

#include "incident/acts.h"

namespace digue::incident {

inline constexpr std::size_t max_note_bytes = 64 << 10;
inline constexpr std::size_t max_item_bytes = 128;
inline constexpr std::size_t max_paper_bytes = 200;  // of a sheet's number, of who wrote it

// What a person wants to write down.
struct Note {
  std::string text;
  bool decision = false;  // a decision, rather than a fact
  logbook::References references = {};
  Paper paper = {};        // where it was written first
  std::string late = {};   // why it is written so late
  bool once_more = false;  // though the same line of paper is there already
};
// The author is who types it; who wrote it on paper is in `paper`.
Result<logbook::Receipt> add_note(logbook::Logbook& logbook, const Note& note,
                                  const Speaker& speaker);
// As a draft, for what goes in one commit with other entries.  `state` is the incident's.
Result<logbook::Draft> note_draft(const logbook::Logbook& logbook, const State& state,
                                  const Note& note, const Speaker& speaker);

// The entry that copies the same line of the same sheet of paper: the same number of line, or the
// same words at the same time.
std::optional<std::uint64_t> copied_already(const State& state, const Note& note,
                                            const std::optional<logbook::Moment>& occurred);

}  // namespace digue::incident
