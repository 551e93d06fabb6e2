// Any bytes, taken as a database of places that a person gives.
#include "analysis/mmdb.h"

#include "memory_file.h"

// libmaxminddb 1.7 forgets the metadata that it had begun to keep when what follows is broken.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libmaxminddb";
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const MemoryFile file({reinterpret_cast<const char*>(data), size});
  const auto database = digue::analysis::Mmdb::open(file.path());
  if (!database) return 0;
  (void)database->built_on();
  for (const auto* address : {"203.0.113.7", "0.0.0.0", "255.255.255.255", "2001:db8::1"})
    (void)database->find(*digue::detect::address_bytes(address));
  return 0;
}
