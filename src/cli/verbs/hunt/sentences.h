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
    "Aucun indicateur à chercher dans {0} (lignes non comprises : {1}). Rien n’a été lu. Une liste "
    "a "
    "un indicateur par ligne ; « account: jdupont » dit le genre de ce qui ne se reconnaît pas.",
    "There is no indicator to look for in {0} (lines not understood: {1}). Nothing was read. A "
    "list "
    "has one indicator a line; “account: jdupont” says the kind of what cannot be recognised."};

inline constexpr Sentence hunt_heading_seen{"INDICATEURS VUS", "INDICATORS SEEN"};
inline constexpr Sentence hunt_heading_sightings{"OBSERVATIONS", "SIGHTINGS"};
inline constexpr Sentence hunt_heading_searched{"CE QUI A ÉTÉ CHERCHÉ, ET OÙ",
                                                "WHAT WAS LOOKED FOR, AND WHERE"};
inline constexpr Sentence hunt_heading_not_taken{"NON CHERCHÉ", "NOT LOOKED FOR"};
inline constexpr Sentence hunt_heading_unreadable{"NON LU", "NOT READ"};

inline constexpr Sentence hunt_nothing_seen{
    "Aucun indicateur n’a été vu, sur {0}. Cela ne vaut que pour les fichiers lus, sur la période "
    "qu’ils couvrent.",
    "No indicator was seen, out of {0}. That holds for the files that were read only, over the "
    "time that they cover."};
inline constexpr Sentence hunt_seen{"{0} ({1}), observations : {2}, fichiers : {3}",
                                    "{0} ({1}), sightings: {2}, files: {3}"};
inline constexpr Sentence hunt_first_last{"de {0} à {1}", "from {0} to {1}"};
inline constexpr Sentence hunt_accounts{"comptes ({0}) : {1}", "accounts ({0}): {1}"};
inline constexpr Sentence hunt_hosts{"machines ({0}) : {1}", "hosts ({0}): {1}"};
inline constexpr Sentence hunt_and_more{"… et {0} de plus", "… and {0} more"};
inline constexpr Sentence hunt_not_listed{
    "Observations non détaillées ici : {0} (--json, --listed).",
    "Sightings not shown here: {0} (--json, --listed)."};
inline constexpr Sentence hunt_line{"{0}, ligne {1}", "{0}, line {1}"};
inline constexpr Sentence hunt_record{"{0}, enregistrement {1}", "{0}, record {1}"};
inline constexpr Sentence hunt_offset{"{0}, octet {1}", "{0}, byte {1}"};
inline constexpr Sentence hunt_no_time{"date inconnue", "time unknown"};
inline constexpr Sentence hunt_zone_assumed{
    "Les dates sans fuseau, s’il y en a, sont lues dans celui de l’organisation : {0}. Si c’en est "
    "un autre, indiquez-le (--zone).",
    "Dates without a zone, if any, are read in the organisation’s: {0}. If it is another, tell it "
    "(--zone)."};
inline constexpr Sentence hunt_searched{
    "Indicateurs cherchés : {0} (répétés : {1}), vus : {2} ; fichiers : {3} ({4} "
    "{4|octet|octets}).",
    "Indicators looked for: {0} (repeated: {1}), seen: {2}; files: {3} ({4} {4|byte|bytes})."};
inline constexpr Sentence hunt_lines_only{
    "Format inconnu, cherché ligne à ligne, sans date ni compte : {0}.",
    "Format unknown, searched line by line, without time or account: {0}."};
inline constexpr Sentence hunt_not_taken{"{0} : « {1} » : {2}", "{0}: “{1}”: {2}"};
inline constexpr Sentence hunt_not_read{"{0} : {1}", "{0}: {1}"};

inline constexpr Sentence option_hunt_incident{
    "cherche aussi les indicateurs de cet incident, et dit qui n’y est pas encore",
    "looks for the indicators of this incident too, and tells who is not in it yet"};
inline constexpr Sentence option_hunt_organisation{
    "réglages de l’organisation : le fuseau où les heures sont montrées",
    "settings of the organisation: the zone in which times are shown"};
inline constexpr Sentence option_hunt_write{"écrit le résultat à la main courante de l’incident",
                                            "writes the result into the incident’s logbook"};
inline constexpr Sentence option_hunt_author{"avec --write : qui écrit",
                                             "with --write: who writes"};
inline constexpr Sentence hunt_write_needs_incident{
    "--write demande --incident : rien n’a été fait.",
    "--write needs --incident: nothing was done."};
inline constexpr Sentence hunt_nothing_asked{
    "Donnez une liste (--indicators) ou un incident (--incident) : rien n’a été fait.",
    "Give a list (--indicators) or an incident (--incident): nothing was done."};
inline constexpr Sentence hunt_heading_newcomers{"PAS ENCORE DANS L’INCIDENT",
                                                 "NOT IN THE INCIDENT YET"};
inline constexpr Sentence hunt_judge_newcomers{
    "À vous de juger : un compte ou une machine qui a vu un indicateur n’est pas pour autant "
    "compromis.",
    "For you to judge: an account or a host that met an indicator is not thereby compromised."};
inline constexpr Sentence hunt_note{"Recherche d’indicateurs ({0}) dans des fichiers ({1}) : {2}.",
                                    "Hunt for indicators ({0}) in files ({1}): {2}."};
inline constexpr Sentence hunt_note_seen{"Vus (observations) : {0}.", "Seen (sightings): {0}."};
inline constexpr Sentence hunt_note_nothing{"Aucun n’a été vu dans ces fichiers.",
                                            "None was seen in these files."};
inline constexpr Sentence hunt_note_unreadable{"Parties qui n’ont pas pu être lues : {0}.",
                                               "Parts that could not be read: {0}."};

}  // namespace digue::cli::verbs::sentences
