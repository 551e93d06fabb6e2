// An entry as a person reads it: one line, in both languages.
#pragma once
#include "incident/state.h"
#include "logbook/entry.h"

namespace digue::incident {

// Never fails: what can't be read says so.
LogLine line_of(const logbook::Entry& entry);

}  // namespace digue::incident
