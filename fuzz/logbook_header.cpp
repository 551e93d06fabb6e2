// Any bytes, taken as the header of an entry: what reads must be written back the same.
#include <cstdlib>
#include <vector>

#include "logbook/entry.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  digue::logbook::HeaderReader reader;
  const auto header = reader.read({bytes.data(), size});
  if (header && reader.read(digue::logbook::header_bytes(*header)) != header) std::abort();
  return 0;
}
