// Any text, taken as the Unified Audit Log in JSON.
#include "read_format.h"

namespace digue::read {
const Format& m365_audit_json_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::m365_audit_json_format(), data, size);
}
