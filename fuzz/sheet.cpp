// Sheets that people write, or that were sent to them.
#include <cstring>
#include <memory>

#include "sheet/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  (void)digue::sheet::read_sheet({exact.get(), size}, "fuzz.yaml");
  (void)digue::sheet::read_later({exact.get(), size}, "fuzz.yaml");
  (void)digue::sheet::read_requirements({exact.get(), size}, "fuzz.tsv");
  return 0;
}
