// Clocks that people write, or that were sent to them, asked on a day.
#include <vector>

#include "sheet/clocks.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const auto [clocks, problems] = digue::sheet::read_clocks({bytes.data(), size}, "f.yaml");
  for (const auto& clock : clocks.clocks) (void)clock.regime_on("2026-01-31");
  return 0;
}
