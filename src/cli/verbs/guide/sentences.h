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
inline constexpr Sentence number_prompt_usual{"Votre choix, puis Entrée [{0}] : ",
                                              "Your choice, then Enter [{0}]: "};
inline constexpr Sentence not_a_choice{
    "« {0} » n’est pas un choix. Tapez l’un des signes proposés.",
    "“{0}” is no choice. Type one of the signs shown."};
inline constexpr Sentence choice_line{"{0}  {1}", "{0}  {1}"};
inline constexpr Sentence your_name{"Votre nom [{0}] : ", "Your name [{0}]: "};
inline constexpr Sentence who_is_hit{
    "Compte, adresse ou machine touchée (Entrée si inconnu) : ",
    "Account, address or machine that is hit (Enter if not known): "};
inline constexpr Sentence guide_settings{
    "Réglages de l’organisation gardés avec l’incident : {0}.",
    "Settings of the organisation kept with the incident: {0}."};
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

inline constexpr Sentence contain_first{
    "Pour endiguer sans attendre : f, puis la fiche. Vos réponses sont gardées.",
    "To contain without waiting: f, then the sheet. Your answers are kept."};
inline constexpr Sentence passed_over{"Il reste ce que vous avez passé, ou fait en partie.",
                                      "What you passed over, or did in part, is left."};

inline constexpr Sentence step_heading{"{0}  {1}  {2}", "{0}  {1}  {2}"};
inline constexpr Sentence step_owner{"À la charge de {0}", "For {0} to do"};
inline constexpr Sentence step_link{"Mène à la fiche : {0} (f)", "Leads to the sheet: {0} (f)"};
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
inline constexpr Sentence menu_more{
    "g gravité  t délais  w qui le fait  r relève  v à voix haute",
    "g severity  t time limits  w who does it  r hand over  v read aloud"};
inline constexpr Sentence prompt{"> ", "> "};

inline constexpr Sentence ask_accept{"Qui accepte ce risque ? [{0}], - pour renoncer : ",
                                     "Who accepts this risk? [{0}], - to give up: "};
inline constexpr Sentence ask_saved{"Qui a sauvegardé ? [{0}], - si rien n’est sauvegardé : ",
                                    "Who saved it? [{0}], - if nothing is saved: "};
inline constexpr Sentence ask_waived{"Pourquoi s’en passer ? (vide pour renoncer) : ",
                                     "Why do without? (empty to give up): "};
inline constexpr Sentence ask_despite{"{0} Passer outre ? Dites pourquoi (vide pour renoncer) : ",
                                      "{0} Go on all the same? Say why (empty to give up): "};
inline constexpr Sentence ask_why{"Pourquoi ? : ", "Why? : "};
inline constexpr Sentence ask_whom{"Confié à qui ? : ", "Given to whom? : "};
inline constexpr Sentence ask_hours{"Dans combien d’heures ? [4] : ", "In how many hours? [4]: "};
inline constexpr Sentence ask_mentions{"Entrée pour le garder avec la note, - sinon : ",
                                       "Enter to keep it with the note, - if not: "};
inline constexpr Sentence ask_note{"Note : ", "Note: "};
inline constexpr Sentence ask_called{"Appel à {0}. Ce qui a été dit (- pour renoncer) : ",
                                     "Call to {0}. What was said (- to give up): "};
inline constexpr Sentence ask_case_number{"Numéro de dossier donné (Entrée si aucun) : ",
                                          "Case number given (Enter if none): "};
inline constexpr Sentence no_call{"Aucun appel n’est dû.", "No call is owed."};
inline constexpr Sentence which_sheet{"Quelle fiche suivre ? Vos réponses sont gardées.",
                                      "Which sheet to follow? Your answers are kept."};
inline constexpr Sentence given_up{"Rien n’est écrit.", "Nothing is written."};

// Above each step.
inline constexpr Sentence call_whom{"APPELEZ TOUT DE SUITE : {0}", "CALL NOW: {0}"};
inline constexpr Sentence call_or{"Ou, si ce n’est pas votre secteur : {0}",
                                  "Or, outside that sector: {0}"};
inline constexpr Sentence call_number{"{0}   {1}", "{0}   {1}"};
inline constexpr Sentence call_no_number{"Numéro : dans votre annuaire.",
                                         "Number: in your own directory."};
inline constexpr Sentence call_say{"DITES : « {0} »", "SAY: “{0}”"};
inline constexpr Sentence call_key{"Appel passé ? Tapez a", "Called? Type a"};
inline constexpr Sentence severity_decided{"Gravité : {0}, décidée par {1}.",
                                           "Severity: {0}, decided by {1}."};
inline constexpr Sentence severity_working{
    "Gravité : {0}, tant que personne n’a décidé (établi : {1} ; possible : {2}).",
    "Severity: {0}, until someone decides (established: {1}; possible: {2})."};
inline constexpr Sentence severity_moved{
    "Ce que l’on sait a changé depuis cette décision : tapez g.",
    "What is known has moved since that decision: type g."};
inline constexpr Sentence more_clocks{"Autres délais : {0}. Tapez t pour les voir.",
                                      "Other time limits: {0}. Type t to see them."};
inline constexpr Sentence clock_to_settle{"À décider, {0} : {1}", "To be decided, {0}: {1}"};
inline constexpr Sentence no_clock{"Aucun délai ne court.", "No time limit runs."};

// g: how severe it is held to be.
inline constexpr Sentence go_back{"Revenir à l’étape", "Back to the step"};
inline constexpr Sentence to_decide{"Décider de la gravité", "Decide how severe it is"};
inline constexpr Sentence to_start_round{"Commencer un tour de qualification",
                                         "Start a round of qualification"};
inline constexpr Sentence to_end_round{"Conclure le tour de qualification",
                                       "Conclude the round of qualification"};
inline constexpr Sentence which_degree{"Quelle gravité ? Entrée : celle du tableau.",
                                       "How severe? Enter: as the table says."};
inline constexpr Sentence ask_decider{"Qui décide ? [{0}] : ", "Who decides? [{0}]: "};
inline constexpr Sentence ask_reason{"Pourquoi ? (vide pour renoncer) : ",
                                     "Why? (empty to give up): "};
inline constexpr Sentence ask_minutes{"Combien de minutes ? (0 : sans limite) [{0}] : ",
                                      "How many minutes? (0: no limit) [{0}]: "};

// t: what is due.
inline constexpr Sentence which_clock{"Quel délai dater, tenir ou écarter ?",
                                      "Which time limit to date, meet or waive?"};
inline constexpr Sentence clock_and_status{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence to_date{"Dater le fait qui le fait courir",
                                  "Date the fact that starts it"};
inline constexpr Sentence to_meet{"La déclaration est faite", "The declaration is made"};
inline constexpr Sentence to_waive{"Elle n’est pas requise", "It is not required"};
inline constexpr Sentence ask_when{
    "Quand ? « 03:11 », « hier 22:40 », « 2026-03-08 03:11 » [{0}] : ",
    "When? “03:11”, “yesterday 22:40”, “2026-03-08 03:11” [{0}]: "};
inline constexpr Sentence now_word{"maintenant", "now"};
inline constexpr Sentence ask_receipt{"Récépissé ou numéro de dossier (Entrée si aucun) : ",
                                      "Receipt or case number (Enter if none): "};
inline constexpr Sentence ask_sent{"Ce qui a été envoyé (Entrée si rien à dire) : ",
                                   "What was sent (Enter if nothing to say): "};
inline constexpr Sentence proposal{"Proposé : {0}. {1} Entrée seule pour l’accepter.",
                                   "Proposed: {0}. {1} Enter alone to accept it."};
inline constexpr Sentence evidence_says{"Les traces le disent ({0} {0|constat|constats}).",
                                        "The evidence says so ({0} {0|finding|findings})."};

// The entry, before it is written.
inline constexpr Sentence entry_heading{"Pour la main courante :", "For the logbook:"};
inline constexpr Sentence entry_head{"{0}  {1}", "{0}  {1}"};
inline constexpr Sentence entry_text{"{0} {1}", "{0} {1}"};
inline constexpr Sentence entry_prompt{
    "Entrée : écrire. Sinon vos mots, @02:40 (l’heure), =Nom, - (rien) : ",
    "Enter: write it. Else your words, @02:40 (the time), =Name, - (nothing): "};
inline constexpr Sentence not_a_time{"« {0} » n’est pas une heure passée, comme @02:40.",
                                     "“{0}” is no past time of day, such as @02:40."};
inline constexpr Sentence title_for{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence what_done{"{0} : {1}.", "{0}: {1}."};
inline constexpr Sentence what_delegated{"{0} : confié à {1}, avant le {2}.",
                                         "{0}: given to {1}, before {2}."};
inline constexpr Sentence what_postponed{"{0} : reporté au {1}.", "{0}: put off until {1}."};

// One reads aloud, one does.
inline constexpr Sentence guide_reader{"une personne lit à voix haute, une autre agit",
                                       "one person reads aloud, another acts"};
inline constexpr Sentence ask_doer{"Vous lisez. Qui agit ? : ", "You read. Who acts? : "};
inline constexpr Sentence reading_on{"Lecture à voix haute. v pour l’arrêter.",
                                     "Reading aloud. v to stop it."};
inline constexpr Sentence read_place{"À LIRE À VOIX HAUTE   {0} / {1}", "READ ALOUD   {0} / {1}"};
inline constexpr Sentence read_prompt{
    "« Fait », répond l’autre : Entrée.   r relire   - arrêter la lecture : ",
    "“Done”, says the other: Enter.   r read again   - stop reading: "};
inline constexpr Sentence done_and_read{"Fait par {0}, lu par {1}.", "Done by {0}, read by {1}."};

// Who does what, and the next shift.
inline constexpr Sentence ask_assign{"Qui le fait ? [{0}], - si personne : ",
                                     "Who does it? [{0}], - for nobody: "};
inline constexpr Sentence ask_until{"Dans combien d’heures au plus ? [sans limite] : ",
                                    "In how many hours at most? [no limit]: "};
inline constexpr Sentence ask_relief{"À qui passez-vous la relève ? (vide : à personne) : ",
                                     "To whom do you hand over? (empty: nobody): "};
inline constexpr Sentence ask_relief_note{"Ce qu’il faut savoir, en vos mots : ",
                                          "What they must know, in your words: "};
inline constexpr Sentence ask_move{"Ce que vous avez d’ouvert passe à {0} ? 1 oui  2 non [1] : ",
                                   "What you have open goes to {0}? 1 yes  2 no [1]: "};
inline constexpr Sentence relief_accepts{
    "{0} l’accepte sous son nom, dans ce guide. D’ici là, tout reste à votre charge.",
    "{0} accepts it under their name, in this guide. Until then, all of it stays yours."};
inline constexpr Sentence ask_accept_relief{
    "Acceptez-vous la relève de {0} ? Entrée : oui, - : pas encore : ",
    "Do you accept the hand-over from {0}? Enter: yes, -: not yet: "};

}  // namespace digue::cli::verbs::sentences
