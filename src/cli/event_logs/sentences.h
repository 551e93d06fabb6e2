// What is said of Windows event logs, whichever verb reads them.
#pragma once
#include "base/sentence.h"

namespace digue::cli::event_logs::sentences {

inline constexpr Sentence left_out{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence not_a_log{
    "{0} : ce n’est pas un journal d’événements Windows, rien n’en est lu.",
    "{0}: not a Windows event log, nothing of it is read."};
inline constexpr Sentence not_for_rules{
    "{0} : ni un journal Windows, ni un export auquel des règles s’appliquent ; rien n’en est lu.",
    "{0}: neither a Windows event log nor an export that rules are for, nothing of it is read."};
inline constexpr Sentence no_log{"Aucun journal d’événements Windows à lire.",
                                 "There is no Windows event log to read."};
inline constexpr Sentence facts{
    "{0} : {1} {1|enregistrement|enregistrements}, dont {2} {2|récupéré|récupérés}.",
    "{0}: {1} {1|record|records}, {2} of them recovered."};
inline constexpr Sentence damage{
    "{0} : {1} {1|octet illisible|octets illisibles} à l’octet {2} ({3}).",
    "{0}: {1} {1|unreadable byte|unreadable bytes} at byte {2} ({3})."};
inline constexpr Sentence damage_rest{
    "{0} : {1} {1|autre passage illisible n’est pas détaillé|autres passages illisibles ne sont "
    "pas détaillés}.",
    "{0}: {1} {1|more unreadable stretch is|more unreadable stretches are} not shown one by one."};
inline constexpr Sentence checksums{
    "{0} : sommes de contrôle fausses pour {1} {1|en-tête|en-têtes} de bloc et les "
    "enregistrements de {2} {2|bloc|blocs}, sur {3} {3|bloc|blocs} : journal en usage, abîmé ou "
    "modifié.",
    "{0}: wrong checksums for the {1|header|headers} of {1} {1|chunk|chunks} and the records of "
    "{2} {2|chunk|chunks}, out of {3}: a log in use, damaged or altered."};
inline constexpr Sentence bad_header{
    "{0} : en-tête absent ou faux ; les enregistrements sont lus quand même.",
    "{0}: the header is missing or wrong; the records are read all the same."};
inline constexpr Sentence missing{
    "{0} : il manque {1} {1|bloc|blocs} sur ceux que l’en-tête compte : le journal a été coupé.",
    "{0}: {1} of the chunks that the header counts {1|is|are} missing: the log was cut."};
inline constexpr Sentence remains{
    "{0} : {1} {1|reste d’enregistrement trop recouvert pour être lu|restes d’enregistrements "
    "trop recouverts pour être lus}.",
    "{0}: {1} {1|remnant of a record|remains of records}, too much written over to be read."};
inline constexpr Sentence reason{"illisible : {0}", "unreadable: {0}"};
inline constexpr Sentence cannot_write{
    "Impossible d’écrire la sortie : {0}. Ce qui précède est écrit ; libérez de la place et "
    "relancez.",
    "Cannot write the output: {0}. What came before is written; free some space and run again."};
inline constexpr Sentence not_shut_in{
    "Le système refuse d’isoler la lecture : rien n’est lu. Lancez Digue hors d’un bac à sable qui "
    "l’interdit.",
    "The system refuses to isolate the reading: nothing is read. Run Digue outside of a sandbox "
    "that "
    "forbids it."};
inline constexpr Sentence out_of_memory{
    "La lecture a manqué de mémoire ; ce qui précède est écrit.",
    "Reading ran out of memory; what came before is written."};
inline constexpr Sentence option_threads{"processeurs employés (sinon, tous)",
                                         "processors used (else, all)"};

inline constexpr Sentence heading_rules{"LES RÈGLES", "THE RULES"};
inline constexpr Sentence rules_asked{"Règles appliquées : {0}.", "Rules applied: {0}."};
inline constexpr Sentence correlations_asked{"Corrélations de leurs résultats : {0}.",
                                             "Correlations of their matches: {0}."};
inline constexpr Sentence filters_used{"Filtres qui les resserrent : {0}.",
                                       "Filters that narrow them: {0}."};
inline constexpr Sentence rules_left_out_count{"Règles non appliquées : {0}",
                                               "Rules not applied: {0}"};
inline constexpr Sentence rules_not_loaded{"Documents qui ne peuvent pas être chargés : {0}",
                                           "Documents that cannot be loaded: {0}"};
inline constexpr Sentence refusal{"{0}:{1} : {2}", "{0}:{1}: {2}"};
inline constexpr Sentence and_more{"et {0} {0|autre|autres} (--json les donne tous)",
                                   "and {0} more (--json gives them all)"};

}  // namespace digue::cli::event_logs::sentences
