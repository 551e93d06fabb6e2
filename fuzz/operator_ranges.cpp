// The fallback's ranges of operators, searched in place.
#include <cstring>
#include <memory>

#include "analysis/operator_ranges.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  for (const auto* address : {"0.0.0.0", "192.0.2.1", "255.255.255.255", "2001:db8::1"})
    digue::analysis::find_operator({exact.get(), size}, *digue::detect::address_bytes(address));
  return 0;
}
