// What the detector of covered tracks says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence deleted_by_intruder{
    "{1} {1|message|messages} de la boîte {0} {1|a été supprimé ou mis|ont été supprimés ou mis} "
    "de côté par l’intrus ou pendant son passage.",
    "{1} {1|message|messages} of mailbox {0} {1|was|were} deleted or put aside by the intruder or "
    "during their stay."};
inline constexpr Sentence notices_deleted{
    "Des avis de sécurité de la boîte {0} ont été supprimés juste après un changement du compte.",
    "Security notices of mailbox {0} were deleted just after a change to the account."};
inline constexpr Sentence notice_subject{"Avis de sécurité supprimé : « {0} ».",
                                         "Security notice deleted: “{0}”."};

}  // namespace digue::detect::sentences
