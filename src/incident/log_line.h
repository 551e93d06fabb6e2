// An entry as a person reads it: one line, in both languages.
#pragma once
#include "incident/state.h"
#include "logbook/entry.h"
#include "sheet/library.h"

namespace digue::incident {

// Never fails: what can't be read says so.  With a library, a step is told by its title and an
// answer by its label, else by their ids; null will do.
LogLine line_of(const logbook::Entry& entry, const sheet::Library* library);

// Written more than this after it happened is told: paper lines, a person who came back.
inline constexpr std::int64_t late_ms = 5 * minute_ms;
bool is_late(const LogLine& line);
// When it happened, in that zone, no more exact than it was said; with the person's own time when
// they gave it in another.
std::string when_of(const LogLine& line, const Zone& zone);
// What stands under the words, each a short sentence: the paper it was copied from, when it was
// written if late and why, what it names (defanged).
std::vector<Message> details_of(const LogLine& line, const Zone& zone);

}  // namespace digue::incident
