// An incident, as it stands, to the facts of its report.  Pure.
#pragma once
#include "incident/clocks.h"
#include "incident/state.h"
#include "produce/report/report.h"
#include "sheet/sheet.h"

namespace digue::produce::report {

// `checkpoint` is the logbook's signed note.  Head::author, organisation, written and product are
// left to the caller.
Report report_of(const incident::State& state, const sheet::Sheet& sheet,
                 const std::string& checkpoint);

// The clocks that are proposed, or that people spoke of.
std::vector<Declaration> declarations_of(const std::vector<incident::ClockState>& clocks);

// "P0"; in words for what comes before and after.
Message priority_words(sheet::Priority priority);

}  // namespace digue::produce::report
