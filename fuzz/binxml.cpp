// Any bytes as the binary XML of one record, in a log that is valid around it.
#include "evtx_log.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > 60000) return 0;
  digue::read::evtx::testing::ChunkMaker chunk;
  chunk.add_bytes(1, 1, {reinterpret_cast<const char*>(data), size});
  // A chunk alone is a log; exactly as long as it is, so that a read past it shows.
  const auto made = chunk.finish();
  const std::vector<char> bytes(made.begin(), made.begin() + static_cast<long>(chunk.used()));
  render_log({bytes.data(), bytes.size()});
  return 0;
}
