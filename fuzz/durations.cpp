// How long people say that something lasts.
#include "base/duration.h"

#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto minutes = digue::minutes_in(text);
  if (minutes && (*minutes < 0 || *minutes > digue::max_duration_minutes)) std::abort();
  return 0;
}
