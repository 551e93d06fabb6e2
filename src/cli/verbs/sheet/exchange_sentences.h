// What `digue sheet export` and `digue sheet import` say.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence sheet_export{"écrit une fiche en playbook CACAO 2.0",
                                       "writes a sheet as a CACAO 2.0 playbook"};
inline constexpr Sentence sheet_import{
    "lit un playbook CACAO 2.0 et rend la fiche, ou un brouillon s’il n’est pas de Digue",
    "reads a CACAO 2.0 playbook and gives the sheet, or a draft when it is not Digue’s"};
inline constexpr Sentence option_format{"format d’échange : cacao", "format of exchange: cacao"};
inline constexpr Sentence option_profile{
    "full : tout, relu à l’identique ; simple : ce qu’un petit moteur exécute",
    "full: everything, read back exactly; simple: what a small engine executes"};
inline constexpr Sentence option_marking{"marquage TLP 2.0 du playbook",
                                         "TLP 2.0 marking of the playbook"};
inline constexpr Sentence option_out_playbook{"fichier JSON à écrire (sinon, sortie standard)",
                                              "JSON file to write (else standard output)"};
inline constexpr Sentence option_out_sheet{"fichier YAML à écrire (sinon, sortie standard)",
                                           "YAML file to write (else standard output)"};
inline constexpr Sentence option_playbook{"playbook CACAO 2.0 à lire",
                                          "CACAO 2.0 playbook to read"};
inline constexpr Sentence exported_full{
    "Fiche « {0} » exportée : ses {1} valeurs y sont, dont {2} lisibles par tout outil CACAO.",
    "Sheet “{0}” exported: its {1} values are in it, {2} of them for any CACAO tool to read."};
inline constexpr Sentence exported_simple{
    "Fiche « {0} » exportée en profil simple : {2} de ses {1} valeurs y sont. Le reste est perdu : "
    "gardez la fiche, ou le profil complet.",
    "Sheet “{0}” exported in the simple profile: {2} of its {1} values are in it. The rest is "
    "lost: keep the sheet, or the full profile."};
inline constexpr Sentence imported_exact{
    "Fiche « {0} » reprise telle qu’elle a été exportée (les commentaires du fichier exceptés).",
    "Sheet “{0}” taken back as it was exported (but for the comments of its file)."};
inline constexpr Sentence imported_partly{"Fiche « {0} » écrite. Ce qui n’a pas été repris ({1}) :",
                                          "Sheet “{0}” written. What was not taken over ({1}):"};
inline constexpr Sentence not_imported{"Pas de fiche. Erreurs à corriger d’abord : {0}.",
                                       "No sheet. Errors to correct first: {0}."};
inline constexpr Sentence file_too_big{"{0} : {1} octets, pour {2} au plus.",
                                       "{0}: {1} bytes, for {2} at most."};

}  // namespace digue::cli::verbs::sentences
