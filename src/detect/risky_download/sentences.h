// What the rule of risky downloads says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence risky_download{
    "{0} a été téléchargé depuis {1}, que personne ne connaissait.",
    "{0} was downloaded from {1}, which nobody knew."};
inline constexpr Sentence risky_download_by{"Par {0}, le {1}, à {2}", "By {0}, on {1}, from {2}"};
inline constexpr Sentence risky_download_type{"Type annoncé par le serveur : {0}",
                                              "Type told by the server: {0}"};
inline constexpr Sentence risky_download_new{
    "Première requête vers {0} le jour même, après {1} {1|jour|jours} de journaux sans elle.",
    "First request to {0} on that very day, after {1} {1|day|days} of logs without any."};

}  // namespace digue::detect::sentences
