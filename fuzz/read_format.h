// Any bytes, read by one format, recognised or not.
#pragma once
#include <string_view>
#include <vector>

#include "read/collector.h"
#include "read/format.h"

inline int read_format(const digue::read::Format& format, const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data,
                                data + size);  // exactly as long, so that a read past it shows
  digue::read::Collector sink;
  (void)format.recognise({bytes.data(), size});
  format.read({bytes.data(), size}, {}, sink);
  return 0;
}
