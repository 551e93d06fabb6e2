// Any text, taken as a role export.
#include "read_format.h"

namespace digue::read {
const Format& role_members_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::role_members_format(), data, size);
}
