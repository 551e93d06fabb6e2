// Any text, taken as an export of authentication methods.
#include "read_format.h"

namespace digue::read {
const Format& authentication_methods_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::authentication_methods_format(), data, size);
}
