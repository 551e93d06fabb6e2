// Any text, taken as Entra sign-ins.
#include "read_format.h"

namespace digue::read {
const Format& entra_sign_ins_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::entra_sign_ins_format(), data, size);
}
