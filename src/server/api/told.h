// What a person says of files that do not say it: the zone of their dates, and the meaning of the
// fields of a format that nobody knows (docs/formats.md).
#pragma once
#include "read/format.h"
#include "server/api/call.h"
#include "server/api/fields.h"

namespace digue::server {

inline constexpr std::size_t max_mapping_bytes = 64 << 10;

// Of the fields `zone` and `mapping`, the text of a mapping file, as they were sent.
struct Saying {
  std::string zone, mapping;
};
Saying saying_in(Fields& fields);
// Once all the fields were asked for; what is wrong with these is the trouble of `fields`.  A
// mapping is kept in the incident's vault under its SHA-256, for the workers that read it.
read::Told told_by(const Saying& saying, const Call& call, Fields& fields);
// "dates without a zone read in Europe/Paris; ...", a line of the logbook.  Nothing is written when
// nothing was told.
Outcome note_told(const Call& call, const read::Told& told);

}  // namespace digue::server
