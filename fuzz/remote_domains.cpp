// Any text, taken as a remote-domain export.
#include "read_format.h"

namespace digue::read {
const Format& remote_domains_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::remote_domains_format(), data, size);
}
