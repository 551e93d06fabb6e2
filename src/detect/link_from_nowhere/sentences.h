// What the rule of complex addresses without a referer says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence link_from_nowhere{
    "{0} a été ouvert sans venir d’une autre page : peut-être le lien d’un mail.",
    "{0} was opened from no other page: perhaps the link of a mail."};
inline constexpr Sentence link_posted{
    "Formulaires envoyés à ce domaine ce jour-là : {0}. Peut-être un mot de passe.",
    "Forms sent to that domain that day: {0}. Perhaps a password."};

}  // namespace digue::detect::sentences
