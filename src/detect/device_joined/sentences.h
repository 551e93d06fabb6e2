// What the rule of registered devices says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence device_by_intruder{
    "Un appareil a été enregistré pour {0} par l’intrus ou aussitôt après lui.",
    "A device was registered for {0} by the intruder or right after him."};
inline constexpr Sentence device_probable{
    "Un appareil a été enregistré pour {0} pendant l’intrusion (probable).",
    "A device was registered for {0} during the intrusion (probable)."};
inline constexpr Sentence device_suspect{
    "Un appareil a été enregistré pour {0} après une connexion inhabituelle.",
    "A device was registered for {0} after an unusual sign-in."};
inline constexpr Sentence device_added_at{"Enregistré à {0} : {1}.", "Registered at {0}: {1}."};

}  // namespace digue::detect::sentences
