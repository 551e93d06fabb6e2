// Any text, taken as a message trace.
#include "read_format.h"

namespace digue::read {
const Format& message_trace_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::message_trace_format(), data, size);
}
