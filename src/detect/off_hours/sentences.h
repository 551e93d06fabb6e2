// What the rule of unusual hours says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence hours_unusual{
    "{0} s’est connecté à des heures inhabituelles, depuis un lieu ou un appareil inhabituel.",
    "{0} signed in at unusual hours, from an unusual place or device."};
inline constexpr Sentence hour_of_visit{"{0}, depuis {1}.", "{0}, from {1}."};
inline constexpr Sentence hours_known{
    "Sur {0} {0|jour|jours}, ce compte n’est jamais vu entre une heure avant et une heure après.",
    "Over {0} {0|day|days}, this account is never seen from an hour before to an hour after."};

}  // namespace digue::detect::sentences
