// What the verbs of an incident say.
#pragma once
#include "base/sentence.h"

namespace digue::cli::casework::sentences {

inline constexpr Sentence option_incident{"fichier de l’incident", "file of the incident"};
inline constexpr Sentence option_author{"qui parle (sinon, l’utilisateur de la machine)",
                                        "who speaks (else the user of the machine)"};
inline constexpr Sentence option_occurred{
    "quand cela s’est passé : « 03:11 », « 2026-03-08 », RFC 3339 (sinon, maintenant)",
    "when it happened: “03:11”, “2026-03-08”, RFC 3339 (else now)"};
inline constexpr Sentence option_precision{
    "précision de ce moment (sinon, celle avec laquelle il est écrit)",
    "how exact that time is (else as exact as it is written)"};
inline constexpr Sentence option_corrects{"numéro de l’entrée que celle-ci remplace",
                                          "number of the entry that this one replaces"};
inline constexpr Sentence option_sign{
    "signe avec la clé personnelle de l’auteur (créée à la première fois)",
    "signs with the author’s own key (made the first time)"};
inline constexpr Sentence option_password_file{
    "fichier dont la première ligne est le mot de passe de la clé (sinon, demandé)",
    "file whose first line is the password of the key (else asked for)"};
inline constexpr Sentence option_despite_damage{
    "ajoute même à une main courante qui ne se vérifie pas",
    "adds even to a logbook that does not verify"};
inline constexpr Sentence option_why{"pourquoi", "why"};
inline constexpr Sentence option_account{"compte concerné", "account concerned"};
inline constexpr Sentence option_host{"machine concernée", "host concerned"};
inline constexpr Sentence option_item{"étape de la fiche concernée, comme mail-account/2.a.2",
                                      "step of the sheet concerned, such as mail-account/2.a.2"};
inline constexpr Sentence option_evidence{"SHA-256 d’une pièce", "SHA-256 of a piece of evidence"};
inline constexpr Sentence option_indicator{"indicateur concerné", "indicator concerned"};
inline constexpr Sentence option_at{"tel que connu à ce moment (RFC 3339)",
                                    "as known at that moment (RFC 3339)"};

inline constexpr Sentence option_organisation{
    "réglages de l’organisation (YAML) ; sinon, ceux que garde l’incident",
    "settings of the organisation (YAML); else those that the incident keeps"};
inline constexpr Sentence option_overlay{
    "fiches adaptées à l’organisation (YAML) ; sinon, celles que nomment ses réglages",
    "sheets adapted to the organisation (YAML); else those that its settings name"};
inline constexpr Sentence option_kept_organisation{
    "réglages de l’organisation (YAML), gardés dans l’incident avec ce qu’ils nomment",
    "settings of the organisation (YAML), kept in the incident with what they name"};
inline constexpr Sentence incident_organisation{
    "garde dans l’incident les réglages de l’organisation, ou les renouvelle",
    "keeps the settings of the organisation in the incident, or renews them"};
inline constexpr Sentence incident_summary{"un incident : ouvrir, lister, montrer, périmètre",
                                           "an incident: open, list, show, perimeter"};
inline constexpr Sentence incident_new{"ouvre un incident", "opens an incident"};
inline constexpr Sentence incident_list{"liste les incidents d’un dossier",
                                        "lists the incidents of a folder"};
inline constexpr Sentence incident_show{"montre où en est l’incident",
                                        "shows where the incident stands"};
inline constexpr Sentence incident_account{"met un compte dans le périmètre, ou l’en sort",
                                           "puts an account in the perimeter, or takes it out"};
inline constexpr Sentence incident_host{"met une machine dans le périmètre, ou l’en sort",
                                        "puts a host in the perimeter, or takes it out"};
inline constexpr Sentence incident_person{"note une personne et son rôle",
                                          "writes down a person and their role"};
inline constexpr Sentence incident_indicator{"surveille ou bloque un indicateur",
                                             "observes or blocks an indicator"};
inline constexpr Sentence incident_close{"clôt l’incident", "closes the incident"};
inline constexpr Sentence option_title{"titre de l’incident", "title of the incident"};
inline constexpr Sentence option_sheet{"fiche suivie", "sheet that is followed"};
inline constexpr Sentence option_zone{
    "fuseau de l’incident, comme Europe/Paris (sinon celui de l’organisation, sinon UTC)",
    "time zone of the incident, such as Europe/Paris (else the organisation’s, else UTC)"};
inline constexpr Sentence option_folder{"dossier (sinon, celui-ci)", "folder (else this one)"};
inline constexpr Sentence option_name{"nom", "name"};
inline constexpr Sentence option_standing{
    "compromised (compromis), suspected (suspect) ou cleared "
    "(mis hors de cause)",
    "compromised, suspected or cleared"};
inline constexpr Sentence option_owner{"personne à qui il est", "person it belongs to"};
inline constexpr Sentence option_role{"rôle", "role"};
inline constexpr Sentence option_contact{"comment la joindre", "how to reach them"};
inline constexpr Sentence option_value{"valeur : adresse, domaine, URL..., defanged ou non",
                                       "value: address, domain, URL..., defanged or not"};
inline constexpr Sentence option_kind{"nature de l’indicateur (sinon, reconnue)",
                                      "kind of indicator (else recognised)"};
inline constexpr Sentence option_treatment{"observe (surveiller) ou block (bloquer)",
                                           "observe or block"};
inline constexpr Sentence option_expires{"fin du blocage (RFC 3339)",
                                         "end of the block (RFC 3339)"};
inline constexpr Sentence option_conclusion{"conclusion", "conclusion"};

inline constexpr Sentence log_summary{"la main courante : ajouter, lire, vérifier",
                                      "the logbook: add, read, verify"};
inline constexpr Sentence log_add{"ajoute une ligne", "adds a line"};
inline constexpr Sentence log_list{"montre les lignes", "shows the lines"};
inline constexpr Sentence log_print{"imprime les lignes, toutes ou un extrait, en PDF",
                                    "prints the lines, all or an extract, as PDF"};
inline constexpr Sentence log_merge{
    "reprend les lignes d’une seconde machine, une seule fois, chacune avec son origine",
    "takes in the lines of a second machine, once, each with its origin"};
inline constexpr Sentence log_verify{"vérifie que rien n’a été modifié, retiré ou ajouté",
                                     "verifies that nothing was changed, removed or added"};
inline constexpr Sentence log_checkpoint{
    "écrit le point de contrôle signé, à garder hors de cette machine",
    "writes the signed checkpoint, to keep outside this machine"};
inline constexpr Sentence log_redact{"expurge le contenu d’une ligne, pour toujours",
                                     "redacts the content of a line, for ever"};
inline constexpr Sentence log_withdraw{"retire une ligne : elle reste lisible mais ne compte plus",
                                       "withdraws a line: it stays readable but counts no more"};
inline constexpr Sentence option_decision{"c’est une décision", "it is a decision"};
inline constexpr Sentence option_checkpoint{"point de contrôle tenu à part ; peut être répété",
                                            "checkpoint held outside; may be repeated"};
inline constexpr Sentence option_number{"numéro de la ligne", "number of the line"};

inline constexpr Sentence answer_summary{"répond à une question de la fiche",
                                         "answers a question of the sheet"};
inline constexpr Sentence option_answer{"réponse : une de celles de l’étape",
                                        "answer: one of those of the step"};
inline constexpr Sentence act_summary{"dit où en est une action de la fiche",
                                      "says how an action of the sheet stands"};
inline constexpr Sentence option_state{
    "to-do, in-progress, done, partial, impossible, not-applicable, delegated ou postponed",
    "to-do, in-progress, done, partial, impossible, not-applicable, delegated or postponed"};
inline constexpr Sentence option_to{"à qui elle est déléguée", "to whom it is delegated"};
inline constexpr Sentence option_due{"pour quand (RFC 3339)", "for when (RFC 3339)"};
inline constexpr Sentence option_effect{"effet vu, et ce qui n’était pas prévu",
                                        "effect seen, and what was not foreseen"};
inline constexpr Sentence option_accept_impact{"personne nommée qui accepte l’impact",
                                               "named person who accepts the impact"};
inline constexpr Sentence option_preserved_by{"qui a sauvé les traces d’abord",
                                              "who saved the evidence first"};
inline constexpr Sentence option_waived_by{"qui renonce à sauver les traces (avec --why)",
                                           "who waives saving the evidence (with --why)"};
inline constexpr Sentence option_despite{"malgré une étape préalable (avec --why)",
                                         "despite a prerequisite (with --why)"};
inline constexpr Sentence plan_summary{"ce qu’il reste à faire, dans l’ordre",
                                       "what is left to do, in order"};
inline constexpr Sentence option_by{"ordre : priorité, thème ou personne",
                                    "order: priority, theme or person"};
inline constexpr Sentence option_person{"seulement ce que cette personne a à faire",
                                        "only what that person has to do"};
inline constexpr Sentence assign_summary{"dit qui a une étape à faire",
                                         "says who has a step to do"};
inline constexpr Sentence option_assigned_to{"personne ou équipe qui l’a à faire",
                                             "person or team that has it to do"};
inline constexpr Sentence option_nobody{"personne ne l’a plus", "nobody has it any more"};
inline constexpr Sentence to_or_nobody{
    "Dites qui a l’étape à faire : --to NOM, ou --nobody pour personne.",
    "Say who has the step to do: --to NAME, or --nobody for no one."};
inline constexpr Sentence priority_before{"avant", "before"};
inline constexpr Sentence priority_after{"après", "after"};
inline constexpr Sentence option_priority{"seulement cette priorité", "only this priority"};
inline constexpr Sentence option_next{"seulement les N prochaines étapes, avec ce qu’il faut taper",
                                      "only the next N steps, with what to type"};
inline constexpr Sentence option_all{"montre aussi ce qui est réglé ou écarté",
                                     "also shows what is settled or set aside"};

inline constexpr Sentence bad_moment{
    "« {0} » n’est pas un moment. Écrivez 2026-03-08T03:11:00+01:00.",
    "“{0}” is not a time. Write 2026-03-08T03:11:00+01:00."};
inline constexpr Sentence no_sheet{
    "La fiche « {0} » n’est pas dans ce programme. « digue sheet list » montre les fiches.",
    "The sheet “{0}” is not in this program. “digue sheet list” shows the sheets."};
inline constexpr Sentence no_password{
    "Aucun mot de passe : donnez --password-file, ou tapez-le au terminal.",
    "No password: give --password-file, or type it at the terminal."};
inline constexpr Sentence ask_password{"Mot de passe de {0} : ", "Password of {0}: "};
inline constexpr Sentence empty_file{"Le fichier {0} est vide.", "The file {0} is empty."};
inline constexpr Sentence recorded{"Enregistré : entrée n° {0}.", "Recorded: entry no. {0}."};
inline constexpr Sentence opened{"Incident {0} ouvert dans {1}.", "Incident {0} opened in {1}."};
inline constexpr Sentence warning{"ATTENTION : {0}", "WARNING: {0}"};

inline constexpr Sentence shown_organisation{
    "Réglages de l’organisation : {0} ({1}, gardés à la ligne {2}).",
    "Settings of the organisation: {0} ({1}, kept in entry {2})."};
inline constexpr Sentence heading_incident{"Incident {0} : {1}", "Incident {0}: {1}"};
inline constexpr Sentence shown_sheet{"Fiche : {0}. Fuseau : {1}. Ouvert le {2}.",
                                      "Sheet: {0}. Time zone: {1}. Opened {2}."};
inline constexpr Sentence shown_severity{"Gravité : {0}, décidée par {1} le {2}.",
                                         "Severity: {0}, decided by {1}, {2}."};
inline constexpr Sentence shown_closed{"Clos le {0}.", "Closed {0}."};
inline constexpr Sentence shown_entries{
    "{0} {0|ligne|lignes} dans la main courante, {1} {1|constat|constats}, {2} "
    "{2|réponse|réponses}, {3} {3|pièce|pièces}.",
    "{0} {0|line|lines} in the logbook, {1} {1|finding|findings}, {2} {2|answer|answers}, {3} "
    "{3|piece|pieces} of evidence."};
inline constexpr Sentence heading_perimeter{"Périmètre", "Perimeter"};
inline constexpr Sentence perimeter_empty{"Personne dans le périmètre.",
                                          "Nobody is in the perimeter."};
inline constexpr Sentence member_line{"{0} : {1}. {2}", "{0}: {1}. {2}"};
inline constexpr Sentence heading_people{"Personnes", "People"};
inline constexpr Sentence person_line{"{0}, {1}. {2}", "{0}, {1}. {2}"};
inline constexpr Sentence heading_findings{"Constats", "Findings"};
inline constexpr Sentence finding_line{"[{0}] {1}", "[{0}] {1}"};
inline constexpr Sentence heading_indicators{"Indicateurs", "Indicators"};
inline constexpr Sentence indicator_observed{"{0} : surveillé. {1}", "{0}: observed. {1}"};
inline constexpr Sentence indicator_blocked{"{0} : bloqué jusqu’au {1}. {2}",
                                            "{0}: blocked until {1}. {2}"};
inline constexpr Sentence heading_actions{"Actions", "Actions"};
inline constexpr Sentence action_line{"{0} : {1}, {2}, {3}. {4}", "{0}: {1}, {2}, {3}. {4}"};
inline constexpr Sentence target_line{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence listed{"{0}  {1}  {2} ({3} {3|ligne|lignes})",
                                 "{0}  {1}  {2} ({3} {3|line|lines})"};
inline constexpr Sentence none_listed{"Aucun incident dans {0}.", "No incident in {0}."};

inline constexpr Sentence log_head{"n° {0}  {1}  {2}", "no. {0}  {1}  {2}"};
inline constexpr Sentence log_corrected{"(remplacée par le n° {0})", "(replaced by no. {0})"};

inline constexpr Sentence verdict_intact{
    "Intacte : {0} {0|entrée|entrées}, {1} {1|signée|signées} par leur auteur, {2} par une machine "
    "pour lui, {3} {3|expurgée|expurgées}. {4} {4|point de contrôle tenu à part concorde|points de "
    "contrôle tenus à part concordent}.",
    "Intact: {0} {0|entry|entries}, {1} signed by their author, {2} by a machine for them, {3} "
    "redacted. {4} {4|checkpoint held outside agrees|checkpoints held outside agree}."};
inline constexpr Sentence verdict_broken{
    "{0} {0|problème|problèmes} dans une main courante de {1} {1|entrée|entrées}.",
    "{0} {0|problem|problems} in a logbook of {1} {1|entry|entries}."};
inline constexpr Sentence verdict_root{"Racine : {0}", "Root: {0}"};
inline constexpr Sentence verdict_alone{
    "Sans point de contrôle tenu à part, une fin coupée ou une histoire réécrite par qui détient "
    "la "
    "clé de la machine ne se verrait pas. « digue log checkpoint » en écrit un.",
    "Without a checkpoint held outside, a cut tail or a history rewritten by whoever holds the "
    "machine’s key would not be seen. “digue log checkpoint” writes one."};
inline constexpr Sentence verdict_more{"... et {0} {0|autre|autres}.", "... and {0} more."};

inline constexpr Sentence plan_done{
    "{0} {0|étape réglée|étapes réglées}, {1} à faire, {2} {2|écartée|écartées} par une règle.",
    "{0} {0|step|steps} settled, {1} to do, {2} set aside by a rule."};
inline constexpr Sentence plan_hidden{"Étapes masquées par l’organisation ({0}) :",
                                      "Steps hidden by the organisation ({0}):"};
inline constexpr Sentence plan_hidden_step{"{0}  {1} — {2}", "{0}  {1} — {2}"};
inline constexpr Sentence plan_next{"À faire maintenant : {0}", "To do now: {0}"};
inline constexpr Sentence plan_nothing{
    "Rien ne peut être fait maintenant : tout est réglé, ou attend autre chose.",
    "Nothing can be done now: all is settled, or waits for something else."};
inline constexpr Sentence plan_line{"[{0}] {1}  {2}", "[{0}] {1}  {2}"};
inline constexpr Sentence plan_for{"Pour {0}", "For {0}"};
inline constexpr Sentence plan_state{"{0} — {1}, {2}. {3}", "{0} — {1}, {2}. {3}"};
inline constexpr Sentence plan_owner{"À la charge de {0}.", "For {0} to do."};
inline constexpr Sentence plan_owner_until{"À la charge de {0}, avant le {1}.",
                                           "For {0} to do, before {1}."};
inline constexpr Sentence plan_until{"Attendu le {0}.", "Expected by {0}."};
inline constexpr Sentence plan_late{"EN RETARD : attendu le {0}.", "LATE: expected by {0}."};
inline constexpr Sentence plan_late_of{"EN RETARD : attendu de {0} le {1}.",
                                       "LATE: expected of {0} by {1}."};
inline constexpr Sentence heading_person{"{0} : {1} à faire, dont {2} en retard",
                                         "{0}: {1} to do, {2} of them late"};
inline constexpr Sentence heading_nobody{"Personne n’est désigné : {0} à faire, dont {1} en retard",
                                         "Nobody is named yet: {0} to do, {1} of them late"};
inline constexpr Sentence plan_evidence{
    "Les pièces disent oui pour {0} ({1} {1|constat|constats}).",
    "The evidence says yes for {0} ({1} {1|finding|findings})."};
inline constexpr Sentence plan_evidence_all{"l’ensemble", "the whole"};
inline constexpr Sentence plan_script{
    "SCRIPT : digue script --only {0} --incident {1}  (à relire, puis à lancer à la main)",
    "SCRIPT: digue script --only {0} --incident {1}  (to read, then to run by hand)"};
inline constexpr Sentence plan_account{" --account COMPTE", " --account ACCOUNT"};
inline constexpr Sentence plan_command_act{"ENSUITE : digue act {0} done{1} --incident {2}",
                                           "THEN: digue act {0} done{1} --incident {2}"};
inline constexpr Sentence plan_command_answer{"ENSUITE : digue answer {0} VALEUR{1} --incident {2}",
                                              "THEN: digue answer {0} VALUE{1} --incident {2}"};
inline constexpr Sentence plan_undo{"RETOUR ARRIÈRE : {0}", "UNDO: {0}"};
inline constexpr Sentence plan_before{"AVANT : {0}", "FIRST: {0}"};
inline constexpr Sentence plan_rule{"Règle : {0}", "Rule: {0}"};
inline constexpr Sentence plan_answer{"Réponse : {0}", "Answer: {0}"};
inline constexpr Sentence yes{"oui", "yes"};
inline constexpr Sentence no{"non", "no"};
inline constexpr Sentence unknown{"inconnu", "unknown"};

inline constexpr Sentence option_plan_sheet{
    "une autre fiche que celle de l’incident, avec les mêmes réponses",
    "another sheet than the incident’s, with the same answers"};
inline constexpr Sentence call_summary{"note qu’un contact a été appelé",
                                       "writes down that a contact was called"};
inline constexpr Sentence option_called{"contact appelé, comme cert-fr",
                                        "contact that was called, such as cert-fr"};
inline constexpr Sentence option_note{"ce qui a été répondu", "what was answered"};
inline constexpr Sentence option_case_number{
    "numéro de dossier donné : il figurera sur chaque document",
    "case number that was given: it will stand on every document"};
inline constexpr Sentence call_now{"APPELEZ TOUT DE SUITE : {0}. Dites : {1}",
                                   "CALL NOW: {0}. Say: {1}"};
inline constexpr Sentence call_command{"ENSUITE : digue call {0} --note RÉPONSE --incident {1}",
                                       "THEN: digue call {0} --note ANSWER --incident {1}"};
inline constexpr Sentence clock_command{"ÉCHÉANCES : digue clock list --incident {0}",
                                        "CLOCKS: digue clock list --incident {0}"};
inline constexpr Sentence heading_clocks{"Échéances", "Clocks"};
inline constexpr Sentence clock_proposed{"Échéance proposée, {0} : {1}",
                                         "Clock proposed, {0}: {1}"};
inline constexpr Sentence heading_temporary{"Mesures provisoires, dues tant qu’elles durent",
                                            "Measures for a time, owed as long as they last"};
inline constexpr Sentence temporary_line{
    "{0} : fait le {1}, à revoir le {2}. Levé par {3}.",
    "{0}: done {1}, to be looked at again {2}. Lifted by {3}."};
inline constexpr Sentence temporary_due{
    "À REVOIR MAINTENANT : {0}. Fait le {1}, à revoir depuis le {2}. Levé par {3}.",
    "LOOK AGAIN NOW: {0}. Done {1}, due since {2}. Lifted by {3}."};
inline constexpr Sentence heading_proofs{"Preuves d’effet", "Proofs of effect"};
inline constexpr Sentence proof_line{"{0} : {1}. {2}", "{0}: {1}. {2}"};
inline constexpr Sentence proof_unknown{"effet inconnu", "effect unknown"};
inline constexpr Sentence proof_is_proven{"effet PROUVÉ", "effect PROVEN"};
inline constexpr Sentence proof_is_refuted{"effet RÉFUTÉ", "effect REFUTED"};
inline constexpr Sentence heading_conclusions{"Conclusions", "Conclusions"};
inline constexpr Sentence conclusion_proposed{"Proposé : {0}. {1}", "Proposed: {0}. {1}"};
inline constexpr Sentence conclusion_decided{"Décidé : {0} — {1}, {2}. {3}",
                                             "Decided: {0} — {1}, {2}. {3}"};
inline constexpr Sentence conclusion_in_round{"Tour {4} : {0} — {1}, {2}. {3}",
                                              "Round {4}: {0} — {1}, {2}. {3}"};
inline constexpr Sentence plan_again{"À redécider : la réponse est d’avant ce tour.",
                                     "To be decided again: the answer is from before this round."};

inline constexpr Sentence handover_summary{
    "la relève entre deux équipes : montrer, passer, accepter",
    "the hand-over between shifts: show, pass on, accept"};
inline constexpr Sentence option_handover_to{"à qui la relève est passée",
                                             "to whom it is handed over"};
inline constexpr Sentence option_handover_note{"ce que la relève doit savoir, en vos mots",
                                               "what they must know, in your words"};
inline constexpr Sentence option_move{"ce que vous avez d’ouvert passe à sa charge",
                                      "what you have open becomes theirs to do"};
inline constexpr Sentence option_accept{"accepte la relève qui vous est passée",
                                        "accepts what was handed over to you"};
inline constexpr Sentence heading_handover{"Relève : {0}", "Hand-over: {0}"};
inline constexpr Sentence handover_part{"{0} :", "{0}:"};
inline constexpr Sentence handover_consoles{"Consoles de votre organisation, pour ce qui reste :",
                                            "Your organisation’s consoles, for what is left:"};
inline constexpr Sentence console_step{"{0} [{1}]", "{0} [{1}]"};
inline constexpr Sentence handover_more{"... et {0} de plus.", "... and {0} more."};
inline constexpr Sentence and_also{"{0} ; {1}", "{0}; {1}"};
inline constexpr Sentence handover_nothing{"Rien pour : {0}.", "Nothing for: {0}."};
inline constexpr Sentence handover_accepted{"{1} a accepté la relève de {0} le {2}. {3}",
                                            "{1} accepted the hand-over from {0}, {2}. {3}"};
inline constexpr Sentence handover_waits{
    "{0} passe la relève à {1} depuis le {2} ; elle n’est pas encore acceptée. {3}",
    "{0} hands over to {1} since {2}; it is not accepted yet. {3}"};
inline constexpr Sentence handover_command{
    "ENSUITE : digue handover --accept --author \"{0}\" --incident {1}",
    "THEN: digue handover --accept --author \"{0}\" --incident {1}"};

}  // namespace digue::cli::casework::sentences
