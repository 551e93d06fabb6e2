// Any bytes, taken as the file of an incident that is verified.
#include <unistd.h>

#include <fstream>
#include <vector>

#include "logbook/verify.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path = "/tmp/digue-fuzz-" + std::to_string(::getpid()) + ".digue";
  const std::vector<char> bytes(data, data + size);
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<long>(size));
  (void)digue::logbook::verify(path, {});
  return 0;
}
