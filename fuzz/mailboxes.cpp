// Any text, taken as a mailbox export.
#include "read_format.h"

namespace digue::read {
const Format& mailboxes_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::mailboxes_format(), data, size);
}
