// What the rule of rare places says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence country_is_rare{
    "{0} s’est connecté depuis un pays inhabituel pour lui et pour l’organisation : {1}.",
    "{0} signed in from a country unusual for them and for the organisation: {1}."};
inline constexpr Sentence rare_from{"{0} {0|connexion|connexions} de {1} à {2}, dont : {3}.",
                                    "{0} {0|sign-in|sign-ins} from {1} to {2}, among them: {3}."};
inline constexpr Sentence homes_given{"Pays de l’organisation : {0}.",
                                      "Countries of the organisation: {0}."};
inline constexpr Sentence homes_guessed{
    "Pays de l’organisation non donnés : déduits des connexions ({0}).",
    "Countries of the organisation not given: guessed from the sign-ins ({0})."};
inline constexpr Sentence own_device_there{
    "Le programme ou l’appareil est celui que ce compte utilise d’habitude : peut-être un voyage.",
    "The program or the device is the one this account usually uses: perhaps a journey."};

}  // namespace digue::detect::sentences
