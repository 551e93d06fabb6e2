// Any text, taken as rights on mailboxes, one a row.
#include "read_format.h"

namespace digue::read {
const Format& permission_rows_format();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_format(digue::read::permission_rows_format(), data, size);
}
