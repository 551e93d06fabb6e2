// What the rule of impossible travel says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence travel_impossible{
    "{0} s’est connecté de deux lieux trop éloignés pour le temps écoulé.",
    "{0} signed in from two places too far apart for the time between."};
inline constexpr Sentence travel_measured{
    "{0} km en {1} {1|minute|minutes}, soit {2} km/h : {3} à {4}, puis {5} à {6}.",
    "{0} km in {1} {1|minute|minutes}, {2} km/h: {3} at {4}, then {5} at {6}."};
inline constexpr Sentence travel_between_countries{
    "Seuls les pays sont connus : la distance est celle de leurs centres.",
    "Only the countries are known: the distance is that between their middles."};

}  // namespace digue::detect::sentences
