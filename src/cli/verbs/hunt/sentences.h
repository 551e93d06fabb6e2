// What `digue hunt` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence hunt_summary{
    "cherche des indicateurs dans des fichiers : où, quand, quel compte, quelle machine",
    "looks for indicators in files: where, when, which account, which host"};
inline constexpr Sentence option_hunt_paths{"fichiers, archives ou dossiers où chercher",
                                            "files, archives or folders to search"};
inline constexpr Sentence option_hunt_indicators{
    "liste des indicateurs : texte (un par ligne), CSV, MISP, STIX 2.1 (plusieurs fois si besoin)",
    "list of indicators: text (one a line), CSV, MISP, STIX 2.1 (may be given again)"};
inline constexpr Sentence option_hunt_listed{
    "observations détaillées pour chaque indicateur (1000 sinon) ; toutes sont comptées",
    "sightings shown for each indicator (else 1000); all are counted"};
inline constexpr Sentence option_hunt_threads{"processeurs employés (sinon, tous)",
                                              "processors used (else, all)"};

inline constexpr Sentence hunt_no_indicator{
    "Aucun indicateur à chercher dans {0} ({1} lignes non comprises). Rien n’a été lu. Une liste a "
    "un indicateur par ligne ; « account: jdupont » dit le genre de ce qui ne se reconnaît pas.",
    "There is no indicator to look for in {0} ({1} lines not understood). Nothing was read. A list "
    "has one indicator a line; “account: jdupont” says the kind of what cannot be recognised."};

inline constexpr Sentence hunt_heading_seen{"INDICATEURS VUS", "INDICATORS SEEN"};
inline constexpr Sentence hunt_heading_sightings{"OBSERVATIONS", "SIGHTINGS"};
inline constexpr Sentence hunt_heading_searched{"CE QUI A ÉTÉ CHERCHÉ, ET OÙ",
                                                "WHAT WAS LOOKED FOR, AND WHERE"};
inline constexpr Sentence hunt_heading_not_taken{"NON CHERCHÉ", "NOT LOOKED FOR"};
inline constexpr Sentence hunt_heading_unreadable{"NON LU", "NOT READ"};

inline constexpr Sentence hunt_nothing_seen{
    "Aucun des {0} indicateurs n’a été vu. Cela ne vaut que pour les fichiers lus, sur la période "
    "qu’ils couvrent.",
    "None of the {0} indicators was seen. That holds for the files that were read only, over the "
    "time that they cover."};
inline constexpr Sentence hunt_seen{"{0} ({1}) : {2} observations, {3} fichiers",
                                    "{0} ({1}): {2} sightings, {3} files"};
inline constexpr Sentence hunt_first_last{"de {0} à {1}", "from {0} to {1}"};
inline constexpr Sentence hunt_accounts{"comptes ({0}) : {1}", "accounts ({0}): {1}"};
inline constexpr Sentence hunt_hosts{"machines ({0}) : {1}", "hosts ({0}): {1}"};
inline constexpr Sentence hunt_and_more{"… et {0} de plus", "… and {0} more"};
inline constexpr Sentence hunt_not_listed{
    "{0} observations de plus ne sont pas détaillées (--listed, --json).",
    "{0} more sightings are not shown one by one (--listed, --json)."};
inline constexpr Sentence hunt_line{"{0}, ligne {1}", "{0}, line {1}"};
inline constexpr Sentence hunt_record{"{0}, enregistrement {1}", "{0}, record {1}"};
inline constexpr Sentence hunt_offset{"{0}, octet {1}", "{0}, byte {1}"};
inline constexpr Sentence hunt_no_time{"date inconnue", "time unknown"};
inline constexpr Sentence hunt_local_time{"{0} (heure du fichier, fuseau inconnu)",
                                          "{0} (the file’s own time, zone unknown)"};
inline constexpr Sentence hunt_searched{
    "{0} indicateurs cherchés ({1} répétés), {2} vus ; {3} fichiers, {4} octets.",
    "{0} indicators looked for ({1} repeated), {2} seen; {3} files, {4} bytes."};
inline constexpr Sentence hunt_lines_only{
    "Format inconnu, cherché ligne à ligne, sans date ni compte : {0}.",
    "Format unknown, searched line by line, without time or account: {0}."};
inline constexpr Sentence hunt_not_taken{"{0} : « {1} » : {2}", "{0}: “{1}”: {2}"};
inline constexpr Sentence hunt_not_read{"{0} : {1}", "{0}: {1}"};

}  // namespace digue::cli::verbs::sentences
