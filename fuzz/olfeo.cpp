// Any text, taken as lines of that format.
#include "read_format.h"

namespace digue::read {
const Format& olfeo_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::olfeo_format(), data, size);
}
