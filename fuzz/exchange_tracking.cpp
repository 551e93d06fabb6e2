// Any text, taken as lines of that format.
#include "read_format.h"

namespace digue::read {
const Format& exchange_tracking_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::exchange_tracking_format(), data, size);
}
