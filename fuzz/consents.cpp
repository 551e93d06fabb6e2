// Any text, taken as an export of consents.
#include "read_format.h"

namespace digue::read {
const Format& consents_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::consents_format(), data, size);
}
