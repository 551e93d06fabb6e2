// Any bytes, decoded as a worker decodes them, and read by one format, recognised or not.
#pragma once
#include <cstdlib>
#include <vector>

#include "base/text.h"
#include "read/collector.h"
#include "read/decode.h"
#include "read/format.h"

// What every format promises: texts in UTF-8 within their cap, places within the file.
inline void check_trail(const digue::event::Trail& trail, std::size_t size) {
  for (const auto& event : trail.events)
    if (event.place.offset > size) std::abort();
  for (const auto& detail : trail.details)
    for (const auto text : {trail.text(detail.name), trail.text(detail.value)})
      if (!digue::is_utf8(text) || text.size() > digue::read::max_field_bytes) std::abort();
}

inline int read_format(const digue::read::Format& format, const uint8_t* data, size_t size) {
  // Exactly as long, so that a read past it shows.
  const std::vector<char> bytes(data, data + size);
  const auto text =
      format.reads_bytes()
          ? digue::Result<digue::read::DecodedText>(digue::read::undecoded({bytes.data(), size}))
          : digue::read::decode({bytes.data(), size}, "/tmp");
  if (!text) std::abort();
  digue::read::Collector sink;
  (void)format.recognise(digue::read::decoded_sample({bytes.data(), size}));
  format.read(text->text(), {.written = {1'795'348'800'000}}, sink);
  check_trail(sink.read(), text->text().size());
  return 0;
}
