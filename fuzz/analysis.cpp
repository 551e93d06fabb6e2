// Any bytes, as the file that an analysis is given: unfolded, recognised, read, sent, judged.
#include <vector>

#include "evidence/archive.h"
#include "judge.h"
#include "memory_file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const MemoryFile frames;
  digue::analysis::wire::Writer writer(frames.descriptor());
  digue::analysis::read_item({"fuzz", {bytes.data(), size}, {}}, {}, writer);
  writer.done();
  digue::analysis::Merger merger(1);
  const auto listener = merger.listen(0, "fuzz");
  // Our own frames are to be believed.
  if (!digue::analysis::wire::Reader(merger.symbols(), *listener).take(frames.bytes()))
    std::abort();
  merger.finish();
  judge(merger);
  return 0;
}
