// Any bytes, taken as a Windows event log: to JSON Lines, to XML and to events.
#include "evtx_log.h"
#include "read_format.h"

namespace digue::read {
const Format& evtx_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  render_log({bytes.data(), size});
  return read_format(digue::read::evtx_format(), data, size);
}
