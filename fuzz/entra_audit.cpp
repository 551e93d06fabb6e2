// Any text, taken as an Entra audit log.
#include "read_format.h"

namespace digue::read {
const Format& entra_audit_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::entra_audit_format(), data, size);
}
