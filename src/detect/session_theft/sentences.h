// What the session-theft rule says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence session_stolen{
    "La session de {0} sert depuis des réseaux différents, avec des signes de vol.",
    "The session of {0} is used from different networks, with signs of theft."};
inline constexpr Sentence session_from_operators{
    "SessionId={0} : {1} {1|adresse|adresses} chez {2} {2|opérateur|opérateurs} : {3}.",
    "SessionId={0}: {1} {1|address|addresses} at {2} {2|operator|operators}: {3}."};
inline constexpr Sentence session_clients_differ{
    "Une même session, deux clients qui ne peuvent être une seule machine : {0} puis {1}.",
    "One session, two clients that cannot be one machine: {0}, then {1}."};
inline constexpr Sentence signed_in_twice{
    "Deux connexions de {0} à {1} {1|seconde|secondes}, depuis {2} et {3}.",
    "Two sign-ins of {0} within {1} {1|second|seconds}, from {2} and {3}."};
inline constexpr Sentence relayed_sign_in{
    "La connexion de {0} depuis {1} a la forme d’un relais de hameçonnage.",
    "The sign-in of {0} from {1} has the shape of a phishing relay."};
inline constexpr Sentence relay_errors{
    "Une même demande d’authentification donne les codes 0, 50140 et 50074 : CorrelationId={0}.",
    "One authentication request gives the codes 0, 50140 and 50074: CorrelationId={0}."};
inline constexpr Sentence sign_ins_collide{
    "Deux connexions de {0} presque au même moment, depuis deux réseaux.",
    "Two sign-ins of {0} almost at once, from two networks."};

}  // namespace digue::detect::sentences
