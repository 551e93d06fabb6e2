// What the rule of refused second factors says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence mfa_worn_down{
    "{0} a accepté une demande de second facteur après {1} refus ou silences en 10 minutes.",
    "{0} accepted a second-factor prompt after {1} refusals or silences in 10 minutes."};
inline constexpr Sentence mfa_refused{
    "{0} a refusé ou laissé sans réponse {1} {1|demande|demandes} de second facteur en 10 minutes.",
    "{0} refused or left unanswered {1} {1|second-factor prompt|second-factor prompts} in 10 "
    "minutes."};
inline constexpr Sentence mfa_fraud_told{
    "{0} a signalé une demande de second facteur comme frauduleuse.",
    "{0} reported a second-factor prompt as fraud."};
inline constexpr Sentence mfa_counts{
    "{0} {0|demande non validée|demandes non validées} (code 500121), depuis {1}.",
    "{0} {0|prompt|prompts} not confirmed (code 500121), from {1}."};
inline constexpr Sentence mfa_accepted{"Connexion réussie à {0} depuis {1}.",
                                       "Sign-in succeeded at {0} from {1}."};
inline constexpr Sentence mfa_from_usual{
    "L’adresse et le programme sont habituels pour ce compte : peut-être un téléphone qui répond "
    "mal.",
    "The address and the program are usual for this account: perhaps a phone that answers badly."};

}  // namespace digue::detect::sentences
