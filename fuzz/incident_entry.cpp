// Any bytes, taken as the kind and the body of an entry of an incident.
#include <algorithm>
#include <vector>

#include "incident/fold.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const std::string_view text(bytes.data(), size);
  digue::logbook::Entry entry;
  entry.header.kind = text.substr(0, text.find('\n'));
  entry.body = text.substr(std::min(size, entry.header.kind.size() + 1));
  (void)digue::incident::fold("fuzz", {&entry, 1});
  return 0;
}
