// What the rule of legacy sign-ins says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence legacy_usual{
    "{0} se connecte par un protocole ancien, sans second facteur : {1}.",
    "{0} signs in by a legacy protocol, without a second factor: {1}."};
inline constexpr Sentence legacy_new{
    "{0} se connecte pour la première fois par un protocole ancien : {1}.",
    "{0} signs in by a legacy protocol for the first time: {1}."};
inline constexpr Sentence device_code_used{
    "Connexion de {0} par code d’appareil ({1}), une voie de hameçonnage connue.",
    "Sign-in of {0} by device code ({1}), a known phishing path."};
inline constexpr Sentence legacy_counts{
    "{0} {0|connexion réussie|connexions réussies} par {1}, la première à {2} depuis {3}.",
    "{0} {0|successful sign-in|successful sign-ins} by {1}, the first at {2} from {3}."};
inline constexpr Sentence usually_two_factors{
    "Ailleurs, ce compte se connecte avec un second facteur : cette voie le contourne.",
    "Elsewhere this account signs in with a second factor: this path goes around it."};

}  // namespace digue::detect::sentences
