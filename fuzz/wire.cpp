// The frames of a worker that has been taken over.
#include <cstring>
#include <memory>

#include "analysis/merge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  digue::analysis::Merger merger(1);
  const auto listener = merger.listen(0, "fuzz");
  digue::analysis::wire::Reader(merger.symbols(), *listener).take({exact.get(), size});
  merger.finish();
  return 0;
}
