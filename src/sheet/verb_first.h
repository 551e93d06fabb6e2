// Does a line to tick begin with its verb?  Of French, by the first word: an infinitive or an
// imperative, told by its ending, less the words that end the same and are no verbs.  Negation and
// pronouns are passed over, and so is a circumstance before a colon: "Dans le doute : couper".  It
// is a help for whoever writes a sheet, not a
// grammar: what it gets wrong is a warning too many, or one too few.  Pure; thread-safe.
#pragma once
#include <string_view>

namespace digue::sheet {

bool starts_with_verb(std::string_view french);

}  // namespace digue::sheet
