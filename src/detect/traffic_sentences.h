// What the rules that look at traffic say alike.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence kilobytes{"{0} ko", "{0} kB"};
inline constexpr Sentence megabytes{"{0} Mo", "{0} MB"};
inline constexpr Sentence gigabytes{"{0},{1} Go", "{0}.{1} GB"};
inline constexpr Sentence requested_by{"Par {0}, le {1} : {2}", "By {0}, on {1}: {2}"};
inline constexpr Sentence traffic_too_short{
    "Les journaux de trafic couvrent {0} {0|jour|jours} : il en faut plus de {1} pour dire ce qui "
    "est inhabituel.",
    "The traffic logs cover {0} {0|day|days}: it takes more than {1} to say what is unusual."};

}  // namespace digue::detect::sentences
