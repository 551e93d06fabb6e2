// Any text cut into JSON records.
#include "read/json_split.h"

#include <vector>

#include "read/collector.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  digue::read::Collector sink;
  digue::read::JsonRecords records({bytes.data(), size});
  while (records.next(sink))
    if (digue::read::member_names(records.record()).empty()) records.reject_broken(sink, {});
  return 0;
}
