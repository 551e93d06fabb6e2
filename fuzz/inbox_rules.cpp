// Any text, taken as a rule export.
#include "read_format.h"

namespace digue::read {
const Format& inbox_rules_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::inbox_rules_format(), data, size);
}
