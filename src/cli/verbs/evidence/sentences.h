// What `digue evidence` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence evidence_summary{"les pièces : verser au coffre, lister, vérifier",
                                           "the evidence: take into the vault, list, verify"};
inline constexpr Sentence evidence_add{
    "copie des fichiers au coffre de l’incident, avec leur empreinte",
    "copies files into the incident’s vault, with their hash"};
inline constexpr Sentence evidence_list{"liste les pièces versées", "lists what was taken in"};
inline constexpr Sentence evidence_verify{
    "relit chaque pièce du coffre et compare son empreinte à la main courante",
    "reads every piece of the vault again and compares its hash with the logbook"};
inline constexpr Sentence option_evidence_paths{"fichiers ou dossiers", "files or folders"};
inline constexpr Sentence option_origin{"d’où viennent-ils : machine, compte, service",
                                        "where they come from: machine, account, service"};
inline constexpr Sentence option_how{
    "comment ils ont été recueillis : outil, version, commande, qui les a remis",
    "how they were collected: tool, version, command, who handed them over"};

inline constexpr Sentence piece_added{"{0} : versé, {1} {1|octet|octets}, SHA-256 {2}, entrée {3}",
                                      "{0}: taken in, {1} {1|byte|bytes}, SHA-256 {2}, entry {3}"};
inline constexpr Sentence piece_known{"{0} : déjà versé (entrée {1}), SHA-256 {2}",
                                      "{0}: already taken in (entry {1}), SHA-256 {2}"};
inline constexpr Sentence piece_alive{
    "{0} a changé pendant la copie : un fichier vivant. L’empreinte est celle des octets copiés.",
    "{0} changed while it was copied: a live file. The hash is that of the bytes copied."};
inline constexpr Sentence left_out{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence piece_listed{"{0}  {1} {1|octet|octets}, {2}",
                                       "{0}  {1} {1|byte|bytes}, {2}"};
inline constexpr Sentence piece_custody{"versé par {0}, {1}. Origine : {2}. Recueil : {3}.",
                                        "taken in by {0}, {1}. Origin: {2}. Collected: {3}."};
inline constexpr Sentence not_said{"non dit", "not said"};
inline constexpr Sentence no_pieces{
    "Aucune pièce versée. Versez les exports avec « digue evidence add ».",
    "Nothing was taken in. Take the exports in with “digue evidence add”."};

inline constexpr Sentence check_sound{"{0} : intacte ({1})", "{0}: sound ({1})"};
inline constexpr Sentence check_altered{
    "{0} : MODIFIÉE depuis qu’elle a été versée ({1}). Ne vous y fiez plus ; reprenez l’original.",
    "{0}: ALTERED since it was taken in ({1}). Do not rely on it; go back to the original."};
inline constexpr Sentence check_missing{
    "{0} : ABSENTE du coffre ({1}). Versez de nouveau l’original.",
    "{0}: MISSING from the vault ({1}). Take the original in again."};
inline constexpr Sentence check_not_logged{
    "{0} : dans le coffre, mais pas dans la main courante. Versez-la de nouveau pour la consigner.",
    "{0}: in the vault, but not in the logbook. Take it in again to have it written down."};

}  // namespace digue::cli::verbs::sentences
