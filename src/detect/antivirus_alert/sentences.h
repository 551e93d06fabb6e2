// What the rule of antivirus alerts says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence threat_on_host{"L’antivirus a trouvé {0} sur {1}.",
                                         "The antivirus found {0} on {1}."};
inline constexpr Sentence threat_on_hosts{"L’antivirus a trouvé {0} sur {1} {1|machine|machines}.",
                                          "The antivirus found {0} on {1} {1|host|hosts}."};
inline constexpr Sentence threat_left{"Rien ne dit qu’il a été retiré ou bloqué sur : {0}",
                                      "Nothing says that it was removed or blocked on: {0}"};
inline constexpr Sentence threat_from_internet{"Fichier venu d’Internet ou d’un mail : {0}",
                                               "File from the Internet or a mail: {0}"};
inline constexpr Sentence threat_on_servers{
    "Parmi ces machines, des serveurs, d’après leur nom ou leur rôle : {0}",
    "Servers among these hosts, by their name or role: {0}"};
inline constexpr Sentence threat_is_ransomware{"Son nom est celui d’un rançongiciel.",
                                               "Its name is that of ransomware."};
inline constexpr Sentence threat_cleaned{"Partout, il a été retiré ou bloqué.",
                                         "Everywhere it was removed or blocked."};

}  // namespace digue::detect::sentences
