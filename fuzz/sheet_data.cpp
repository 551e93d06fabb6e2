// The library's files that are not sheets, as people write them.
#include "sheet/data_file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  (void)digue::sheet::read_data({bytes.data(), size}, "contacts", "fuzz.yaml");
  return 0;
}
