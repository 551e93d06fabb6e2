// What the list of sessions of a Windows host says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence sessions_of_host{
    "Sessions ouvertes sur {0} : comptes à réinitialiser si cette machine est touchée ({1}).",
    "Sessions opened on {0}: accounts to reset if that host is hit ({1})."};
inline constexpr Sentence session_line{"{0} : de {2} à {3}, {4} (sessions : {1})",
                                       "{0}: from {2} to {3}, {4} (sessions: {1})"};
inline constexpr Sentence session_line_administrator{
    "{0}, avec des droits d’administrateur (4672) : de {2} à {3}, {4} (sessions : {1})",
    "{0}, with an administrator’s rights (4672): from {2} to {3}, {4} (sessions: {1})"};
inline constexpr Sentence session_spot{"sur place", "on the spot"};
inline constexpr Sentence session_remote{"par bureau à distance", "by remote desktop"};
inline constexpr Sentence session_both{"sur place et par bureau à distance",
                                       "on the spot and by remote desktop"};
inline constexpr Sentence session_domain_administrator{
    "Un compte du domaine y a eu des droits d’administrateur : s’il est administrateur du domaine "
    "et que la machine est compromise, tout le domaine est menacé.",
    "An account of the domain had an administrator’s rights on it: if it administers the domain "
    "and the host is compromised, the whole domain is at risk."};
inline constexpr Sentence session_more{"et {0} {0|autre compte|autres comptes}",
                                       "and {0} {0|other account|other accounts}"};

}  // namespace digue::detect::sentences
