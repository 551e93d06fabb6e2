// UpdateInboxRules: the mailbox audit's record of a rule made or touched by Outlook, brought to the
// parameters of the Exchange cmdlets (docs/events.md).
//
// Add records carry RuleName, RuleActions (a JSON list of {"ActionType":...}) and RuleCondition (a
// restriction in Exchange's own notation, kept as `RuleCondition`, its sender as `From`); Modify
// records are blank when Outlook re-stamps its rules, which is no change.  The target folder is an
// opaque id.  Thread-safe: state is in the filler.
#pragma once
#include <span>

#include "read/filler.h"
#include "read/m365/audit_record.h"

namespace digue::read::m365 {

// Sets the event's action and object, and adds its details.  `properties` are the record's
// OperationProperties; event().target must be set.
void fill_outlook_rule(Filler& filler, std::span<const Property> properties);

}  // namespace digue::read::m365
