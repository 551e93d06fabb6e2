// What the reader says of Windows events in JSON.
#pragma once
#include "base/sentence.h"

namespace digue::read::windows_events::sentences {

inline constexpr Sentence unreadable_when_decoded{
    "cet endroit du journal était illisible quand il a été décodé",
    "this stretch of the log could not be read when it was decoded"};

}  // namespace digue::read::windows_events::sentences
