// Any text, taken as Windows events in JSON.
#include "read_format.h"

namespace digue::read {
const Format& windows_events_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::windows_events_format(), data, size);
}
