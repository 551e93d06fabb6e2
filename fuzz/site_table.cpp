// A person's own table of places.
#include <cstring>
#include <memory>

#include "analysis/site_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const auto table = digue::analysis::SiteTable::read({exact.get(), size}, "fuzz");
  if (table) table->find(*digue::detect::address_bytes("192.0.2.1"));
  return 0;
}
