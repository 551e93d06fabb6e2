// Days on which nobody is expected at work, by law.
#pragma once
#include "base/time.h"

namespace digue::organisation {

// The eleven public holidays of metropolitan France (Code du travail, L3133-1): eight fixed days,
// Easter Monday, Ascension and Whit Monday.  The date alone counts; any zone.
bool is_french_holiday(const CivilTime& day);

}  // namespace digue::organisation
