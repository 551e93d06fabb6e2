#include "read/format.h"

#include "read/decode.h"
#include "read/mapping/mapping.h"

namespace digue::read {

static const Format* surest_of(std::string_view sample, bool bytes) {
  const Format* surest = nullptr;
  int most = 0;
  for (const Format* format : formats()) {
    if (format->reads_bytes() != bytes) continue;
    const int sure = format->recognise(sample);
    if (sure > most) {
      most = sure;
      surest = format;
    }
  }
  return surest;
}

const Format* recognise(std::string_view sample) {
  return surest_of(sample, false);
}

const Format* recognise_file(std::string_view bytes, const Told& told) {
  const Format* binary = surest_of(bytes.substr(0, sample_bytes), true);
  if (binary != nullptr) return binary;
  const auto sample = decoded_sample(bytes);
  const Format* mapped = told.mapping ? told.mapping->recognise(sample) : nullptr;
  return mapped != nullptr ? mapped : recognise(sample);
}

}  // namespace digue::read
