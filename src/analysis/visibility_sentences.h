// What is said of what the Windows logs let one see.
#pragma once
#include "base/sentence.h"

namespace digue::analysis::sentences {

inline constexpr Sentence gap_silent_log{
    "aucun enregistrement de la journée : machine éteinte, journal effacé ou morceau manquant",
    "no record of the day: host off, log cleared or a piece missing"};
inline constexpr Sentence and_others{"{0} et d’autres (+ {1})", "{0} and others (+ {1})"};
inline constexpr Sentence hosts_seen{"Machines dont les journaux Windows sont là ({0}) : {1}.",
                                     "Hosts whose Windows logs are here ({0}): {1}."};
inline constexpr Sentence no_process{
    "Aucun démarrage de programme n’y est (ni 4688, ni Sysmon 1) : les règles de commandes n’ont "
    "rien pu voir.",
    "No start of a program stands in them (neither 4688 nor Sysmon 1): the rules about commands "
    "could see nothing."};
inline constexpr Sentence process_lines{
    "Machines qui disent les démarrages de programmes avec leur ligne de commande ({0}) : {1}.",
    "Hosts that tell the starts of programs with their command lines ({0}): {1}."};
inline constexpr Sentence process_without_lines{
    "Machines qui disent les démarrages de programmes sans ligne de commande ({0}) : {1} ; la "
    "plupart des règles de commandes n’y voient rien.",
    "Hosts that tell the starts of programs without command line ({0}): {1}; most rules about "
    "commands see nothing there."};
inline constexpr Sentence no_security_log{
    "Machines sans journal de sécurité ({0}) : {1} ; ni connexions, ni comptes, ni groupes.",
    "Hosts without a Security log ({0}): {1}; neither sign-ins, nor accounts, nor groups."};
inline constexpr Sentence no_logon{
    "Machines dont le journal de sécurité n’a aucune ouverture de session, 4624 ({0}) : {1} ; "
    "l’audit y est sans doute réduit.",
    "Hosts whose Security log has no sign-in at all, 4624 ({0}): {1}; auditing is probably reduced "
    "there."};
inline constexpr Sentence logs_were_cleared{
    "Machines où quelqu’un a effacé un journal ({0}) : {1}.",
    "Hosts where somebody cleared a log ({0}): {1}."};
inline constexpr Sentence short_reach{
    "Machines dont le journal de sécurité va sur moins de 30 jours ({0} ; durée en jours) : {1}. "
    "Un intrus est souvent là depuis plus longtemps : cherchez sauvegardes et collecteur de "
    "journaux.",
    "Hosts whose Security log goes over less than 30 days ({0}; length in days): {1}. An intruder "
    "has often been there for longer: look for backups and a log collector."};
inline constexpr Sentence silent_logs{"Journaux muets un jour ouvré ou plus ({0}) : {1}.",
                                      "Logs silent for a working day or more ({0}): {1}."};

}  // namespace digue::analysis::sentences
