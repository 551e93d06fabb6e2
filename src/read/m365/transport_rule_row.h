// A row of Get-TransportRule, or of what collectors keep of it.
#pragma once
#include "read/record.h"

namespace digue::read::m365 {

// Makes and commits the event of the rule: its parameters, or what its description says they are.
void take_transport_rule(Record& record);

}  // namespace digue::read::m365
