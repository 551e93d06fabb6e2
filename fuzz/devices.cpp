// Any text, taken as an export of devices.
#include "read_format.h"

namespace digue::read {
const Format& devices_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::devices_format(), data, size);
}
