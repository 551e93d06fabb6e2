// Any text, taken as a list of mail flow rules.
#include "read_format.h"

namespace digue::read {
const Format& transport_rule_list_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::transport_rule_list_format(), data, size);
}
