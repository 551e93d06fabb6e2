// Is this an answer to that step?  Refused before it is written, with what would be accepted.  To
// anything one may answer "unknown".  Pure; thread-safe.
//
//   choice, several   values of options; several apart by spaces
//   number            a whole number
//   moment            RFC 3339 with its offset, or a day: 2026-03-08
//   duration          "12 h", "2 jours", as base/duration.h reads it
//   accounts, hosts, zones, activities   names apart by commas; or "no": nobody, nothing
//   text              anything
#pragma once
#include <string>

#include "base/result.h"
#include "sheet/sheet.h"

namespace digue::incident {

// bad_input for what is none.
Outcome check_answer(const sheet::Step& step, const std::string& value);

}  // namespace digue::incident
