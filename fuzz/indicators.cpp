// What a person types, with what an attacker made them paste.
#include <cstdlib>
#include <string>

#include "indicator/fang.h"
#include "indicator/recognise.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::size_t end = 0;
  for (const auto& match : digue::indicator::recognise(text, {{"srv-ad"}, {"jdupont"}}).matches) {
    if (match.offset < end || match.offset + match.length > size) std::abort();
    end = match.offset + match.length;
  }
  return 0;
}
