// What the detector of transport rules says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence transport_copies_outside{
    "La règle de transport « {0} » envoie hors de l’organisation le courrier de tous, vers {1}.",
    "Transport rule “{0}” sends everyone’s mail outside the organisation, to {1}."};
inline constexpr Sentence transport_rule_to_review{
    "La règle de transport « {0} » est à vérifier : elle agit sur le courrier de tous.",
    "Transport rule “{0}” should be checked: it acts on everyone’s mail."};
inline constexpr Sentence transport_not_audited{
    "Elle demande à ne laisser aucune trace (SetAuditSeverity=DoNotAudit).",
    "It asks to leave no trace (SetAuditSeverity=DoNotAudit)."};

}  // namespace digue::detect::sentences
