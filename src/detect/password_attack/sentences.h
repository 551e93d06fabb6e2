// What the password-attack rule says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence spray_entered{
    "Mots de passe essayés sur {0} comptes depuis {1}, avec succès sur {2} : {3}.",
    "Passwords tried on {0} accounts from {1}, with success on {2}: {3}."};
inline constexpr Sentence spray_failed{
    "Mots de passe essayés sur {0} comptes depuis {1}, sans succès vu.",
    "Passwords tried on {0} accounts from {1}, with no success seen."};
inline constexpr Sentence spray_counts{
    "{0} échecs de mot de passe (codes 50126, 50053, 50055, 50056) sur {1} comptes ; {2} comptes "
    "dans les 20 minutes les plus denses.",
    "{0} password failures (codes 50126, 50053, 50055, 50056) on {1} accounts; {2} accounts in the "
    "20 busiest minutes."};
inline constexpr Sentence entered_after{"{0} est entré à {1} depuis {2}.",
                                        "{0} got in at {1} from {2}."};
inline constexpr Sentence source_is_shared{
    "Plusieurs comptes travaillent depuis cette adresse pendant des semaines : c’est peut-être un "
    "bureau, et un poste de l’intérieur qui attaque.",
    "Several accounts work from this address for weeks: it may be an office, and a machine inside "
    "that attacks."};
inline constexpr Sentence tried_others{"La même source a essayé {0} autres comptes.",
                                       "The same source tried {0} other accounts."};
inline constexpr Sentence guessing_entered{
    "Mot de passe de {0} trouvé après {1} échecs en 10 minutes.",
    "The password of {0} was found after {1} failures in 10 minutes."};
inline constexpr Sentence guessing_failed{
    "Mot de passe de {0} essayé {1} fois en 10 minutes, sans succès vu.",
    "The password of {0} was tried {1} times in 10 minutes, with no success seen."};
inline constexpr Sentence guessing_counts{
    "{0} échecs de mot de passe (codes 50126, 50053, 50055, 50056), depuis {1} adresse(s) : {2}.",
    "{0} password failures (codes 50126, 50053, 50055, 50056), from {1} address(es): {2}."};

}  // namespace digue::detect::sentences
