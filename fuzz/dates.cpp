// Any text as a date.
#include "read/dates.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  digue::read::DateReader reader({}, digue::read::ZonelessDates::are_local,
                                 [&](auto& scan) { scan.see(text); });
  (void)reader.read(text);
  return 0;
}
