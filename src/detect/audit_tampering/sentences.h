// What the detector of tampering with the logs says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence audit_turned_off{"La journalisation a été coupée ou raccourcie : {0}.",
                                           "Logging was switched off or shortened: {0}."};
inline constexpr Sentence audit_is_off{"La journalisation est coupée ou raccourcie : {0}.",
                                       "Logging is off or shortened: {0}."};
inline constexpr Sentence advanced_audit_removed{
    "La licence d’audit avancé a été retirée : les lectures de messages ne seront plus "
    "journalisées (M365_ADVANCED_AUDITING).",
    "The advanced audit licence was removed: reading of messages will no longer be logged "
    "(M365_ADVANCED_AUDITING)."};
inline constexpr Sentence audit_evidence_lacks{
    "Après ce moment, l’absence de traces ne prouve rien.",
    "After that moment, the absence of traces proves nothing."};

}  // namespace digue::detect::sentences
