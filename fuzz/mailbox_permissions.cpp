// Any text, taken as a permission export.
#include "read_format.h"

namespace digue::read {
const Format& mailbox_permissions_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::mailbox_permissions_format(), data, size);
}
