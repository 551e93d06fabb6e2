// What the rule of listed addresses says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence listed_reached{"{0}, qui est dans la liste donnée, a été contacté.",
                                         "{0}, which is in the list given, was contacted."};
inline constexpr Sentence listed_blocked{
    "{0}, qui est dans la liste donnée, a été demandé, et bloqué.",
    "{0}, which is in the list given, was asked for, and blocked."};

}  // namespace digue::detect::sentences
