// Directories of contacts that people write, or that were sent to them.
#include <cstring>
#include <memory>

#include "sheet/contacts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const auto reading = digue::sheet::read_directory({exact.get(), size}, "fuzz.yaml");
  for (const auto& contact : reading.directory.contacts)
    (void)reading.directory.to_call(contact.id, {{"company"}, {}});
  return 0;
}
