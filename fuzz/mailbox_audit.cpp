// Any text, taken as the audit of mailboxes.
#include "read_format.h"

namespace digue::read {
const Format& mailbox_audit_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::mailbox_audit_format(), data, size);
}
