// Reads a large text by parts (read::Reading), on every thread of a crew; the parts are hashed
// before and told after, one by one and in order.  What is told is the same whatever the number of
// threads: the parts depend on the text only.
#pragma once
#include <functional>
#include <string_view>

#include "analysis/crew.h"
#include "analysis/wire_sink.h"
#include "base/hash.h"
#include "read/decode.h"
#include "read/format.h"

namespace digue::analysis {

// Small enough for its table of texts to stay in a core's cache.
inline constexpr std::size_t part_bytes = 8 << 20;

struct Parts {
  std::string_view text;
  read::Reading& whole;  // of the text, from its beginning
  const WatchedRequests& watched;
  std::string_view bytes = {};  // of the file that the text is a view of, to be hashed
  std::size_t each = part_bytes;
};

// What the bytes are: each thread of the crew looks at a part of them.  `release` as
// evidence::Item::release_before, or nothing.
read::Encoding encoding_by_parts(std::string_view bytes, Crew& crew,
                                 const std::function<void(std::size_t)>& release,
                                 std::size_t each = part_bytes);

// Tells everything to the sink but its finish(); the hash of `bytes`.
Digest read_by_parts(const Parts& parts, Crew& crew, WireSink& sink);

}  // namespace digue::analysis
