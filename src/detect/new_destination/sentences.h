// What the rule of new and rare destinations says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence new_destinations{
    "Destinations nouvelles, presque inutilisées, mais contactées avec insistance : {0}.",
    "New destinations, hardly used by anybody, yet contacted insistently: {0}."};
inline constexpr Sentence new_destination{
    "{0} : vue pour la première fois le {1}, {2} requêtes, {3} envoyés, machines au plus : {4}.",
    "{0}: first seen on {1}, {2} requests, {3} sent, machines at most: {4}."};
inline constexpr Sentence new_destinations_more{"et {0} {0|autre|autres}", "and {0} more"};
inline constexpr Sentence new_destinations_not_judged{
    "Les destinations nouvelles n’ont pas pu être distinguées des autres.",
    "New destinations could not be told from the others."};

}  // namespace digue::detect::sentences
