// What `digue clock` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::clocks::sentences {

inline constexpr Sentence summary{
    "les échéances légales : lancer, tenir, écarter, mettre au calendrier",
    "time limits of the law: start, meet, set aside, put in a calendar"};
inline constexpr Sentence list_summary{"montre ce qui est dû, et pour quand",
                                       "shows what is due, and by when"};
inline constexpr Sentence start_summary{"date le fait de départ d’une échéance",
                                        "dates the starting fact of a clock"};
inline constexpr Sentence met_summary{"dit qu’une déclaration est faite",
                                      "says that a declaration was made"};
inline constexpr Sentence waive_summary{"dit qu’une échéance n’est pas requise",
                                        "says that a clock is not required"};
inline constexpr Sentence calendar_summary{"écrit les échéances dans un fichier de calendrier",
                                           "writes the clocks to a calendar file"};
inline constexpr Sentence option_clock{"échéance, comme cnil", "clock, such as cnil"};
inline constexpr Sentence option_all{"montre aussi ce qui ne concerne pas l’organisation",
                                     "also shows what does not concern the organisation"};
inline constexpr Sentence option_start_at{
    "quand le fait est arrivé : RFC 3339 (sinon, l’heure de l’entrée, ou maintenant)",
    "when the fact happened: RFC 3339 (else the time of the entry, or now)"};
inline constexpr Sentence option_met_at{"quand elle a été déclarée : RFC 3339 (sinon, maintenant)",
                                        "when it was declared: RFC 3339 (else now)"};
inline constexpr Sentence option_entry{"numéro de l’entrée qui dit le fait de départ",
                                       "number of the entry that tells the starting fact"};
inline constexpr Sentence option_reference{"récépissé ou numéro de dossier",
                                           "receipt or case number"};
inline constexpr Sentence option_out{"fichier à écrire (.ics)", "file to write (.ics)"};
inline constexpr Sentence no_clocks{"Ce programme n’a pas d’échéances.",
                                    "This program has no clocks."};
inline constexpr Sentence unknown_switch{"{0} : « {1} » n’est pas une échéance. Échéances : {2}.",
                                         "{0}: “{1}” is not a clock. Clocks: {2}."};

inline constexpr Sentence heading{"Échéances", "Clocks"};
inline constexpr Sentence clock_line{"[{1}] {0} : {2}", "[{1}] {0}: {2}"};
inline constexpr Sentence proposed_why{"pourquoi : {0}", "why: {0}"};
inline constexpr Sentence concerned{"pour qui : {0}", "for whom: {0}"};
inline constexpr Sentence policy{"contrat : {0}, police n° {1}", "contract: {0}, policy no. {1}"};
inline constexpr Sentence starts{"fait de départ : {0}", "starting fact: {0}"};
inline constexpr Sentence started{"court depuis le {0} ({1}, entrée n° {2}). {3}",
                                  "runs since {0} ({1}, entry no. {2}). {3}"};
inline constexpr Sentence fact_entry{"le fait est dit par l’entrée n° {0}",
                                     "the fact is told by entry no. {0}"};
inline constexpr Sentence fact_gone{
    "ATTENTION : l’entrée n° {0}, qui dit le fait, a été corrigée ou retirée. Datez-le à nouveau.",
    "WARNING: entry no. {0}, which tells the fact, was corrected or withdrawn. Date it again."};
inline constexpr Sentence counted_from{"compté, pour l’instant, depuis le {0}",
                                       "counted, for now, from {0}"};
inline constexpr Sentence due{"à déclarer avant le {0} (reste {1})",
                              "to be declared before {0} ({1} left)"};
inline constexpr Sentence overdue{
    "DÉLAI DÉPASSÉ de {1} (le {0}). Déclarez quand même, et dites pourquoi en retard.",
    "TIME OVER by {1} (on {0}). Declare all the same, and say why late."};
inline constexpr Sentence at_once{"à déclarer sans délai", "to be declared without delay"};
inline constexpr Sentence by_contract{
    "à déclarer dans le délai du contrat : dites-le dans les réglages (declare_hours)",
    "to be declared within the contract’s time limit: tell it in the settings (declare_hours)"};
inline constexpr Sentence half_gone{"ATTENTION : la moitié du délai est passée.",
                                    "WARNING: half of the time is gone."};
inline constexpr Sentence last_hours{"ATTENTION : il reste moins de six heures.",
                                     "WARNING: less than six hours are left."};
inline constexpr Sentence met{"déclarée le {0} ({1}, entrée n° {2})",
                              "declared on {0} ({1}, entry no. {2})"};
inline constexpr Sentence met_late{"après le délai, dépassé le {0}",
                                   "after the time limit, over on {0}"};
inline constexpr Sentence reference{"référence à rappeler : {0}", "reference to quote: {0}"};
inline constexpr Sentence waived{"pas requise, dit {0} le {1} (entrée n° {2}). {3}",
                                 "not required, says {0} on {1} (entry no. {2}). {3}"};
inline constexpr Sentence whom{"qui, à qui : {0}", "who, to whom: {0}"};
inline constexpr Sentence how{"comment : {0}", "how: {0}"};
inline constexpr Sentence contact{"contact : {0}", "contact: {0}"};
inline constexpr Sentence source{"d’après : {0} (vérifié le {1})", "after: {0} (checked on {1})"};
inline constexpr Sentence no_regime{"aucun texte en vigueur à cette date",
                                    "no text in force on that date"};
inline constexpr Sentence history{"dit sur elle :", "said of it:"};
inline constexpr Sentence history_started{"{0}, {1} : court depuis le {2}. {3}",
                                          "{0}, {1}: runs since {2}. {3}"};
inline constexpr Sentence history_met{"{0}, {1} : déclarée le {2}. {3}",
                                      "{0}, {1}: declared on {2}. {3}"};
inline constexpr Sentence history_waived{"{0}, {1} : pas requise. {2}",
                                         "{0}, {1}: not required. {2}"};
inline constexpr Sentence start_command{
    "POUR LANCER : digue clock start --clock {0} --entry N --why POURQUOI --incident {1}",
    "TO START: digue clock start --clock {0} --entry N --why WHY --incident {1}"};
inline constexpr Sentence waive_command{
    "SINON : digue clock waive --clock {0} --why POURQUOI --incident {1}",
    "ELSE: digue clock waive --clock {0} --why WHY --incident {1}"};
inline constexpr Sentence met_command{
    "ENSUITE : digue clock met --clock {0} --reference NUMÉRO --incident {1}",
    "THEN: digue clock met --clock {0} --reference NUMBER --incident {1}"};
inline constexpr Sentence others{"Ne vous concernent pas, ou inactives : {0}. Voir avec --all.",
                                 "Not for you, or off: {0}. See them with --all."};
inline constexpr Sentence note_line{"- {0}", "- {0}"};
inline constexpr Sentence calendar_written{"{0} {0|échéance écrite|échéances écrites} dans {1}.",
                                           "{0} {0|clock|clocks} written to {1}."};
inline constexpr Sentence without_end{
    "{0} {0|échéance court|échéances courent} sans terme chiffré : {0|elle n’est pas|elles ne sont "
    "pas} au calendrier. À faire sans attendre.",
    "{0} {0|clock runs|clocks run} without a counted end: {0|it is|they are} not in the calendar. "
    "Do {0|it|them} without waiting."};

}  // namespace digue::cli::verbs::clocks::sentences
