// What the hunt says.
#pragma once
#include "base/sentence.h"

namespace digue::hunt::sentences {

// Why a part of a list is not hunted.
inline constexpr Sentence not_recognised{"aucun indicateur reconnu", "no indicator recognised"};
inline constexpr Sentence too_short_or_long{
    "trop court, trop long ou sans lettre ni chiffre : introuvable dans un journal",
    "too short, too long or without a letter or a digit: cannot be searched for"};
inline constexpr Sentence unknown_type{"le type « {0} » n’est pas recherché",
                                       "the type “{0}” is not searched for"};
inline constexpr Sentence wrong_for_type{"ce n’est pas une valeur du type « {0} »",
                                         "not a value of the type “{0}”"};
inline constexpr Sentence too_many{"au-delà des {0} premiers indicateurs",
                                   "after the first {0} indicators"};

}  // namespace digue::hunt::sentences
