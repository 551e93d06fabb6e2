// Any text as a mapping file; then any text read by it.
#include "read/mapping/mapping.h"

#include "read_format.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const std::string_view text(bytes.data(), size);
  const auto cut = std::min(text.find('\0'), size);
  const auto mapping = digue::read::Mapping::read(text.substr(0, cut), "m.yaml");
  if (!mapping) return 0;
  const auto rest = text.substr(std::min(cut + 1, size));
  const auto* format = (*mapping)->recognise(rest);
  return format == nullptr ? 0 : read_format(*format, data + (size - rest.size()), rest.size());
}
