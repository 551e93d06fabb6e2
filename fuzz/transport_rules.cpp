// Any text, taken as a mail-flow-rule export.
#include "read_format.h"

namespace digue::read {
const Format& transport_rules_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::transport_rules_format(), data, size);
}
