// Tables of a register, as people send them.
#include <cstring>
#include <memory>

#include "organisation/register.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  digue::organisation::Register whole;
  digue::organisation::RegisterNotes notes;
  (void)digue::organisation::import_csv({exact.get(), size}, "fuzz.csv", whole, notes);
  digue::organisation::check_register(whole, notes);
  return 0;
}
