// What the print kit says, beside the sheets' own words.
#pragma once
#include "base/sentence.h"

namespace digue::produce::print::sentences {

// Every page
inline constexpr Sentence page_of{"page {0} / {1}", "page {0} / {1}"};
inline constexpr Sentence footer_sheet{"{0} · version {1} · {2} · SHA-256 {3}",
                                       "{0} · version {1} · {2} · SHA-256 {3}"};
inline constexpr Sentence footer_kit{"{0} · imprimé le {1}", "{0} · printed {1}"};
inline constexpr Sentence footer_incident{"Incident {0} · journal {1} · heures : {2}",
                                          "Incident {0} · logbook {1} · times: {2}"};
inline constexpr Sentence at_page{"p. {0}", "p. {0}"};

inline constexpr Sentence continued{"Suite : {0}", "Continued: {0}"};

// The front page
inline constexpr Sentence kit_title{"Kit papier", "Print kit"};
inline constexpr Sentence kit_blank{"Fiches réflexes, à préparer avant l’incident",
                                    "Reflex sheets, to prepare before the incident"};
inline constexpr Sentence kit_of{"Fiches réflexes de {0}", "Reflex sheets of {0}"};
inline constexpr Sentence kit_incident{"Incident {0}, au {1}", "Incident {0}, as of {1}"};
inline constexpr Sentence how_to_use{"Comment s’en servir", "How to use it"};
inline constexpr Sentence use_choose{
    "Choisissez la fiche par ce que vous voyez. Un doute suffit. Faites sa carte d’abord.",
    "Choose the sheet by what you see. A doubt is enough. Do its card first."};
inline constexpr Sentence use_aloud{
    "À deux, c’est plus sûr : l’un lit à voix haute, l’autre fait et coche.",
    "Two are safer: one reads aloud, the other does and ticks."};
inline constexpr Sentence use_impact{
    "Avant chaque action, lisez son cadre : ce qu’elle coûte, ce qu’il faut d’abord sauver.",
    "Before each action, read its frame: what it costs, what to save first."};
inline constexpr Sentence use_log{
    "Notez tout, avec l’heure et vos initiales. « Je ne sais pas » est une bonne réponse.",
    "Write everything down, with the time and your initials. “I don’t know” is a good answer."};
inline constexpr Sentence contents{"Sommaire", "Contents"};
inline constexpr Sentence care{"Ce kit", "This kit"};
inline constexpr Sentence blank_reviewed{"Relu le, par", "Last reviewed on, by"};
inline constexpr Sentence blank_tested{"Essayé en exercice le", "Last tested in an exercise on"};
inline constexpr Sentence blank_copies{"Copies gardées à (hors du système)",
                                       "Copies kept at (outside the system)"};
inline constexpr Sentence standing{"Où en est l’incident", "How the incident stands"};
inline constexpr Sentence standing_opened{"Ouvert le {0}.", "Opened {0}."};
inline constexpr Sentence standing_accounts{"Comptes dans le périmètre : {0}.",
                                            "Accounts in the perimeter: {0}."};
inline constexpr Sentence standing_steps{"{0} : {1} étapes réglées sur {2}. P0 encore dues : {3}.",
                                         "{0}: {1} steps settled of {2}. P0 still owed: {3}."};
inline constexpr Sentence standing_severity{"Gravité décidée : {0}, par {1}, le {2}.",
                                            "Severity decided: {0}, by {1}, {2}."};
inline constexpr Sentence standing_entries{"Journal : {0} entrées, racine {1}",
                                           "Logbook: {0} entries, root {1}"};
inline constexpr Sentence standing_code{"La racine du journal, à comparer plus tard.",
                                        "The root of the logbook, to compare later."};

// The card
inline constexpr Sentence card{"Fiche réflexe · carte", "Reflex sheet · card"};
inline constexpr Sentence use_when{"À utiliser", "Use it"};
inline constexpr Sentence blank_incident{"Incident n°", "Incident no."};
inline constexpr Sentence blank_start{"T0 : début, date et heure", "T0: start, date and time"};
inline constexpr Sentence blank_lead{"Qui mène", "Who leads"};
inline constexpr Sentence blank_phone{"Téléphone", "Phone"};
inline constexpr Sentence first_actions{"À faire d’abord : {0}", "To do first: {0}"};
inline constexpr Sentence and_more{"Et {0} de plus, dans les pages des mesures.",
                                   "And {0} more, in the pages of the measures."};
inline constexpr Sentence before_acting{"Avant d’agir : {0}", "Before acting: {0}"};
inline constexpr Sentence read_impact{"Lisez d’abord l’impact, {0}.",
                                      "Read the impact first, {0}."};
inline constexpr Sentence read_page{"Le détail : {0}.", "In full: {0}."};
inline constexpr Sentence card_settled{"{0} étapes réglées sur {1}.", "{0} steps settled of {1}."};
inline constexpr Sentence blank_who{"Qui", "Who"};
inline constexpr Sentence blank_hour{"Heure", "Time"};
inline constexpr Sentence blank_initials{"Init.", "Init."};
inline constexpr Sentence whom_to_call{"Qui appeler", "Whom to call"};
inline constexpr Sentence time_limits{"Les délais", "The time limits"};

inline constexpr Sentence column_whom{"Qui", "Whom"};
inline constexpr Sentence column_number{"Numéro", "Number"};
inline constexpr Sentence column_case{"Heure, n° de dossier", "Time, case number"};
inline constexpr Sentence column_duty{"À faire", "To do"};
inline constexpr Sentence column_limit{"Délai", "Time limit"};
inline constexpr Sentence column_start{"Départ, date et heure", "Start, date and time"};
inline constexpr Sentence column_due{"Fin du délai", "Due"};
inline constexpr Sentence limit_hours{"{0} h", "{0} h"};
inline constexpr Sentence limit_months{"{0} mois", "{0} month(s)"};
inline constexpr Sentence limit_at_once{"sans attendre", "without delay"};
inline constexpr Sentence limit_contract{"voir le contrat", "see the contract"};
inline constexpr Sentence see_page{"Tous les contacts : {0}. Départ et façon de faire : {1}.",
                                   "All contacts: {0}. Starting facts and how to: {1}."};

// The measures
inline constexpr Sentence measure{"Mesure {0}", "Measure {0}"};
inline constexpr Sentence measure_of{"{0} · {1}", "{0} · {1}"};
inline constexpr Sentence blank_account{"Compte (une copie de cette page par compte)",
                                        "Account (one copy of this page for each account)"};
inline constexpr Sentence priority_before{"AVANT", "BEFORE"};
inline constexpr Sentence priority_after{"APRÈS", "AFTER"};
inline constexpr Sentence impact{"IMPACT. ", "IMPACT. "};
inline constexpr Sentence accepted_by{"Accepté par", "Accepted by"};
inline constexpr Sentence preserve{"SAUVEZ D’ABORD. ", "SAVE FIRST. "};
inline constexpr Sentence preserved_by{"Sauvé par, ou qui y renonce", "Saved by, or who waives it"};
inline constexpr Sentence undo{"RETOUR ARRIÈRE. ", "UNDO. "};
inline constexpr Sentence needs_first{"D’abord : {0}.", "First: {0}."};
inline constexpr Sentence without_user{"Sans l’utilisateur : ", "Without the user: "};
inline constexpr Sentence important{"IMPORTANT. ", "IMPORTANT. "};
inline constexpr Sentence rule{"RÈGLE. ", "RULE. "};
inline constexpr Sentence go_to{"ALLER À. ", "GO TO. "};
inline constexpr Sentence go_to_sheet{"{0} (fiche {1}, {2})", "{0} (sheet {1}, {2})"};
inline constexpr Sentence go_to_reference{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence call_now{"APPELER {0}, selon la réponse. ",
                                   "CALL {0}, depending on the answer. "};
inline constexpr Sentence call_number{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence temporary{"PROVISOIRE. À revoir après {0} h. Levé par {1}.",
                                    "FOR A TIME. Look again after {0} h. Lifted by {1}."};
inline constexpr Sentence proof{"Cela a marché si : ", "It worked if: "};
inline constexpr Sentence script{"Script : {0}", "Script: {0}"};
inline constexpr Sentence blank_answer{"Réponse", "Answer"};
inline constexpr Sentence answer_number{"Nombre", "Number"};
inline constexpr Sentence answer_moment{"Date et heure", "Date and time"};
inline constexpr Sentence answer_duration{"Durée", "How long"};
inline constexpr Sentence answer_names{"Lesquels (ou : aucun, inconnu)",
                                       "Which ones (or: none, unknown)"};
inline constexpr Sentence option_then{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence set_aside{"ÉCARTÉE PAR UNE RÈGLE. ", "SET ASIDE BY A RULE. "};
inline constexpr Sentence state_line{"{0} : ", "{0}: "};
inline constexpr Sentence end_of_measure{"FIN de la mesure. Suite : « {0} », {1}.",
                                         "END of the measure. Next: “{0}”, {1}."};
inline constexpr Sentence end_of_sheet{"FIN de la fiche.", "END of the sheet."};
inline constexpr Sentence source_line{"Source : {0}. {1} Licence : {2}.",
                                      "Source: {0}. {1} Licence: {2}."};

}  // namespace digue::produce::print::sentences
