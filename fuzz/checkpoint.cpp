// Any text, taken as checkpoints held outside.
#include <vector>

#include "logbook/checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  for (const auto& note : digue::logbook::split_notes({bytes.data(), size}))
    (void)digue::logbook::read_checkpoint(note);
  return 0;
}
