// A row of Get-Mailbox, or of what collectors keep of it: up to three facts of one mailbox.
#pragma once
#include "read/record.h"

namespace digue::read::m365 {

// Makes and commits the events of what the row's columns tell: forwarding, audit, who may send on
// behalf.  A mailbox without forwarding is a fact too.
void take_mailbox_row(Record& record);

}  // namespace digue::read::m365
