// Glossaries that people write, and words looked for in any text.
#include <cstring>
#include <memory>

#include "sheet/glossary.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const std::string_view bytes(exact.get(), size);
  const auto reading = digue::sheet::read_glossary(bytes, "fuzz.yaml");
  (void)reading.glossary.used_in(bytes, digue::Language::french);
  return 0;
}
