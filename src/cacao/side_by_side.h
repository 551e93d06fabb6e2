// Which measures of a sheet can be carried out at the same time.  Pure; thread-safe.
#pragma once
#include <string>
#include <vector>

#include "sheet/sheet.h"

namespace digue::cacao {

using Measures = std::vector<const sheet::Measure*>;

// The measures in groups that do not look at each other: no step of one waits for, lifts, or
// depends on a step of another.  Groups and measures keep their order.
std::vector<Measures> side_by_side(const sheet::Sheet& sheet, const Measures& measures);

}  // namespace digue::cacao
