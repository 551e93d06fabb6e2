// What the options of a dossier say.
#pragma once
#include "base/sentence.h"

namespace digue::cli::sentences {

inline constexpr Sentence dossier_incident{"le fichier de l’incident", "the incident’s file"};
inline constexpr Sentence dossier_paths{
    "sans incident : preuves à analyser (dossiers, fichiers, archives)",
    "without an incident: evidence to analyse (folders, files, archives)"};
inline constexpr Sentence dossier_account{"compte tenu pour compromis (répétable)",
                                          "account held compromised (may be repeated)"};
inline constexpr Sentence dossier_title{"nom de l’incident sur le document",
                                        "name of the incident on the document"};
inline constexpr Sentence dossier_author{"qui établit le document", "who writes the document"};

}  // namespace digue::cli::sentences
