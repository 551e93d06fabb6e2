// Gives mailboxes and accounts that the evidence names by their directory object id (a GUID, as
// Exchange does in newer organisations) the user name that other records give the same id: sign-ins
// (detail `UserObjectId`) and directory changes (object and target).
#pragma once
#include "event/event.h"

namespace digue::analysis {

// Replaces known ids where they are the target of an event, and where a permission says who has it
// (`User`, `Trustee`); the object keeps the id.  An id that went by several
// names (a renamed user) is left as it is: the order of the evidence decides nothing.
void name_object_ids(event::Trail& trail);

}  // namespace digue::analysis
