// Severity tables that people write, or that were sent to them.
#include <cstring>
#include <memory>

#include "sheet/severity_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const auto reading = digue::sheet::read_severity_table({exact.get(), size}, "fuzz.yaml");
  if (reading.problems.empty()) (void)reading.table.ranks(~0U);
  return 0;
}
