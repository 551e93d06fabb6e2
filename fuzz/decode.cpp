// Any bytes brought to UTF-8: what comes out must be UTF-8.
#include "read/decode.h"

#include <cstdlib>
#include <vector>

#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const auto text = digue::read::decode({bytes.data(), size}, "/tmp");
  if (!text || !digue::is_utf8(text->text())) std::abort();
  if (!digue::is_utf8(digue::read::decoded_sample({bytes.data(), size}))) std::abort();
  return 0;
}
