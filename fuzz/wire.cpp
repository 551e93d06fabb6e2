// The frames of a worker that has been taken over, and what is concluded from them.
#include <vector>

#include "judge.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  digue::analysis::Merger merger(1);
  const auto listener = merger.listen(0, "fuzz");
  digue::analysis::wire::Reader(merger.symbols(), *listener).take({bytes.data(), size});
  merger.finish();
  judge(merger);
  return 0;
}
