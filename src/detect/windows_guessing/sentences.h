// What the rule of guessed Windows passwords says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence windows_guessed{
    "Mots de passe essayés depuis {0}, puis {1} y ouvre une session sur {2}.",
    "Passwords were tried from {0}, then {1} signed in from there on {2}."};
inline constexpr Sentence guessed_without_host{
    "Mots de passe essayés depuis {0}, puis {1} ouvre une session de là.",
    "Passwords were tried from {0}, then {1} signed in from there."};
inline constexpr Sentence guesses_nameless{
    "{0} {0|échec, qui ne nomme|échecs, qui ne nomment} aucun compte, de {1} à {2} ; puis la "
    "réussite, à {3}.",
    "{0} {0|failure, which names|failures, which name} no account, from {1} to {2}; then the "
    "success, at {3}."};
inline constexpr Sentence guesses_before{
    "{0} {0|échec|échecs} sur {1} {1|compte|comptes}, de {2} à {3} ; puis la réussite, à {4}.",
    "{0} {0|failure|failures} on {1} {1|account|accounts}, from {2} to {3}; then the success, at "
    "{4}."};
inline constexpr Sentence guess_of_that_account{"Le compte est parmi ceux qui ont été essayés.",
                                                "The account is among those that were tried."};
inline constexpr Sentence guess_first_success{
    "Aucune session n’avait réussi depuis cette adresse avant les essais.",
    "No session had succeeded from that address before the attempts."};

}  // namespace digue::detect::sentences
