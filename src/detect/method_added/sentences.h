// What the rule of authentication methods says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence method_by_intruder{
    "Une méthode d’authentification de {0} a été ajoutée par l’intrus.",
    "An authentication method of {0} was added by the intruder."};
inline constexpr Sentence method_probable{
    "Une méthode d’authentification de {0} a été ajoutée pendant l’intrusion (probable).",
    "An authentication method of {0} was added during the intrusion (probable)."};
inline constexpr Sentence method_suspect{
    "Une méthode d’authentification de {0} a été ajoutée après une connexion inhabituelle.",
    "An authentication method of {0} was added after an unusual sign-in."};
inline constexpr Sentence method_added_at{"Ajoutée à {0} : {1}.", "Added at {0}: {1}."};
inline constexpr Sentence phone_shared{
    "Le numéro {0} est la méthode d’authentification de {1} comptes : {2}.",
    "The number {0} is the authentication method of {1} accounts: {2}."};
inline constexpr Sentence phone_shared_why{
    "Un intrus met souvent le même téléphone sur plusieurs comptes ; un standard le fait aussi.",
    "An intruder often puts one phone on several accounts; a switchboard does too."};

}  // namespace digue::detect::sentences
