// What `digue guide` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence guide_summary{
    "mène pas à pas, au clavier : de ce que l’on voit à l’étape suivante",
    "leads step by step, by keyboard: from what you see to the next step"};
inline constexpr Sentence guide_file{
    "fichier de l’incident à reprendre, ou à créer (incident-….digue sinon)",
    "file of the incident to go on with, or to make (incident-….digue if not said)"};
inline constexpr Sentence guide_sheet{"fiche à suivre, sans passer par les questions",
                                      "sheet to follow, without the questions"};

inline constexpr Sentence what_do_you_see{"Que voyez-vous ?", "What do you see?"};
inline constexpr Sentence i_dont_know{"Je ne sais pas", "I don’t know"};
inline constexpr Sentence number_prompt{"Votre choix, puis Entrée : ", "Your choice, then Enter: "};
inline constexpr Sentence not_a_choice{
    "« {0} » n’est pas un choix. Tapez l’un des signes proposés.",
    "“{0}” is no choice. Type one of the signs shown."};
inline constexpr Sentence choice_line{"{0}  {1}", "{0}  {1}"};
inline constexpr Sentence your_name{"Votre nom [{0}] : ", "Your name [{0}]: "};
inline constexpr Sentence who_is_hit{
    "Compte, adresse ou machine touchée (Entrée si inconnu) : ",
    "Account, address or machine that is hit (Enter if not known): "};
inline constexpr Sentence guide_opened{
    "Incident ouvert dans {0}. Heures en {1}. Tout ce que vous confirmez y est écrit et gardé.",
    "Incident opened in {0}. Times in {1}. All that you confirm is written and kept there."};
inline constexpr Sentence guide_resume{"Reprise de {0} : {1}.", "Going on with {0}: {1}."};
inline constexpr Sentence guide_stays{
    "L’incident reste dans {0}. Pour reprendre : digue guide --incident {0}",
    "The incident stays in {0}. To go on: digue guide --incident {0}"};
inline constexpr Sentence guide_all_done{
    "Il n’y a plus d’étape à faire dans cette fiche. f pour une autre fiche, q pour quitter.",
    "There is no step left to do in this sheet. f for another sheet, q to quit."};

inline constexpr Sentence step_heading{"{0}  {1}  {2}", "{0}  {1}  {2}"};
inline constexpr Sentence step_for{"Pour : {0}", "For: {0}"};
inline constexpr Sentence step_impact{"ATTENTION. {0}", "BEWARE. {0}"};
inline constexpr Sentence step_save_first{"À sauvegarder avant : {0}", "Save first: {0}"};
inline constexpr Sentence step_undo{"Pour revenir en arrière : {0}", "To go back: {0}"};
inline constexpr Sentence step_command{"Commande : {0}", "Command: {0}"};
inline constexpr Sentence step_script{"digue script {0} --incident {1}",
                                      "digue script {0} --incident {1}"};

inline constexpr Sentence menu_act{
    "1 fait  2 en partie  3 impossible  4 pas concerné  5 confié à…  6 plus tard",
    "1 done  2 partly  3 can’t  4 not concerned  5 given to…  6 later"};
inline constexpr Sentence menu_type{"Tapez la réponse, ou unknown si vous ne savez pas.",
                                    "Type the answer, or unknown if you don’t know."};
inline constexpr Sentence menu_common{
    "s passer  u l’urgent d’abord  n note  a appel fait  p plan  f fiche  q quitter",
    "s skip  u urgent first  n note  a called  p plan  f sheet  q quit"};
inline constexpr Sentence prompt{"> ", "> "};

inline constexpr Sentence ask_accept{"Qui accepte ce risque ? [{0}], - pour renoncer : ",
                                     "Who accepts this risk? [{0}], - to give up: "};
inline constexpr Sentence ask_saved{"Qui a sauvegardé ? [{0}], - si rien n’est sauvegardé : ",
                                    "Who saved it? [{0}], - if nothing is saved: "};
inline constexpr Sentence ask_waived{"Pourquoi s’en passer ? (vide pour renoncer) : ",
                                     "Why do without? (empty to give up): "};
inline constexpr Sentence ask_despite{"{0} Passer outre ? Dites pourquoi (vide pour renoncer) : ",
                                      "{0} Go on all the same? Say why (empty to give up): "};
inline constexpr Sentence ask_effect{"Pour la main courante, ce que vous avez vu [{0}] : ",
                                     "For the logbook, what you saw [{0}]: "};
inline constexpr Sentence ask_why{"Pourquoi ? : ", "Why? : "};
inline constexpr Sentence ask_whom{"Confié à qui ? : ", "Given to whom? : "};
inline constexpr Sentence ask_hours{"Dans combien d’heures ? [4] : ", "In how many hours? [4]: "};
inline constexpr Sentence ask_note{"Note : ", "Note: "};
inline constexpr Sentence ask_called{
    "Appel à {0}. Ce qui a été dit, numéro de dossier (- pour renoncer) : ",
    "Call to {0}. What was said, case number (- to give up): "};
inline constexpr Sentence no_call{"Aucun appel n’est dû.", "No call is owed."};
inline constexpr Sentence which_sheet{"Quelle fiche suivre ? Vos réponses sont gardées.",
                                      "Which sheet to follow? Your answers are kept."};
inline constexpr Sentence given_up{"Rien n’est écrit.", "Nothing is written."};

}  // namespace digue::cli::verbs::sentences
