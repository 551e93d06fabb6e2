// The organisation's mail domains, guessed when its settings do not say.
#pragma once
#include <string>
#include <vector>

#include "event/event.h"

namespace digue::analysis {

// The domains of at least a tenth of the accounts that act in the tenant's own logs; sorted.
std::vector<std::string> guess_own_domains(const event::Trail& trail);

}  // namespace digue::analysis
