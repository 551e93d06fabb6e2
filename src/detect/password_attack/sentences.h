// What the password-attack rule says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence spray_entered{
    "Mots de passe essayés sur {0} {0|compte|comptes} depuis {1}, avec succès sur {2} : {3}.",
    "Passwords tried on {0} {0|account|accounts} from {1}, with success on {2}: {3}."};
inline constexpr Sentence spray_failed{
    "Mots de passe essayés sur {0} {0|compte|comptes} depuis {1}, sans succès vu.",
    "Passwords tried on {0} {0|account|accounts} from {1}, with no success seen."};
inline constexpr Sentence spray_counts{
    "{0} {0|échec|échecs} de mot de passe (codes 50126, 50053, 50055, 50056) sur {1} "
    "{1|compte|comptes} ; {2} {2|compte|comptes} dans les 20 minutes les plus denses.",
    "{0} {0|password failure|password failures} (codes 50126, 50053, 50055, 50056) on {1} "
    "{1|account|accounts}; {2} {2|account|accounts} in the 20 busiest minutes."};
inline constexpr Sentence entered_after{"{0} est entré à {1} depuis {2}.",
                                        "{0} got in at {1} from {2}."};
inline constexpr Sentence source_is_shared{
    "Plusieurs comptes travaillent depuis cette adresse pendant des semaines : c’est peut-être un "
    "bureau, et un poste de l’intérieur qui attaque.",
    "Several accounts work from this address for weeks: it may be an office, and a machine inside "
    "that attacks."};
inline constexpr Sentence tried_others{
    "La même source a essayé {0} {0|autre compte|autres comptes}.",
    "The same source tried {0} {0|other account|other accounts}."};
inline constexpr Sentence guessing_entered{
    "Mot de passe de {0} trouvé après {1} {1|échec|échecs} en 10 minutes.",
    "The password of {0} was found after {1} {1|failure|failures} in 10 minutes."};
inline constexpr Sentence guessing_failed{
    "Mot de passe de {0} essayé {1} fois en 10 minutes, sans succès vu.",
    "The password of {0} was tried {1} {1|time|times} in 10 minutes, with no success seen."};
inline constexpr Sentence guessing_counts{
    "{0} {0|échec|échecs} de mot de passe (codes 50126, 50053, 50055, 50056), depuis {1} "
    "{1|adresse|adresses} : {2}.",
    "{0} {0|password failure|password failures} (codes 50126, 50053, 50055, 50056), from {1} "
    "{1|address|addresses}: {2}."};

}  // namespace digue::detect::sentences
