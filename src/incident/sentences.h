// What the incident room says.
#pragma once
#include "base/sentence.h"

namespace digue::incident::sentences {

inline constexpr Sentence state_to_do{"à faire", "to do"};
inline constexpr Sentence state_in_progress{"en cours", "in progress"};
inline constexpr Sentence state_done{"fait", "done"};
inline constexpr Sentence state_partial{"fait en partie", "partly done"};
inline constexpr Sentence state_impossible{"impossible", "impossible"};
inline constexpr Sentence state_not_applicable{"sans objet", "not applicable"};
inline constexpr Sentence state_delegated{"délégué", "delegated"};
inline constexpr Sentence state_postponed{"reporté", "postponed"};
inline constexpr Sentence standing_compromised{"compromis", "compromised"};
inline constexpr Sentence standing_suspected{"suspect", "suspected"};
inline constexpr Sentence standing_cleared{"mis hors de cause", "cleared"};

// Lines of the logbook.
inline constexpr Sentence line_key{"Une clé de signature est créée pour {0}.",
                                   "A signing key is made for {0}."};
inline constexpr Sentence line_redaction{"Le contenu d’une entrée est expurgé : {0}",
                                         "The content of an entry is redacted: {0}"};
inline constexpr Sentence line_redacted{"[contenu expurgé]", "[content redacted]"};
inline constexpr Sentence line_unreadable{"[contenu illisible]", "[unreadable content]"};
inline constexpr Sentence line_opened{"Incident ouvert : {0} (fiche {1}, fuseau {2}).",
                                      "Incident opened: {0} (sheet {1}, zone {2})."};
inline constexpr Sentence line_closed{"Incident clos. {0}", "Incident closed. {0}"};
inline constexpr Sentence line_zone{"Fuseau de l’incident : {0}. {1}",
                                    "Time zone of the incident: {0}. {1}"};
inline constexpr Sentence line_sheet{"Fiche suivie maintenant : {0}. {1}",
                                     "Sheet followed from now on: {0}. {1}"};
inline constexpr Sentence line_organisation{
    "Réglages de l’organisation gardés : {0} ({1}, SHA-256 {2}, {3} {3|fichier|fichiers}).",
    "Settings of the organisation kept: {0} ({1}, SHA-256 {2}, {3} {3|file|files})."};
inline constexpr Sentence line_text{"{0}", "{0}"};
inline constexpr Sentence line_decision{"Décision : {0}", "Decision: {0}"};
inline constexpr Sentence line_person{"Personne : {0}, {1}. {2}", "Person: {0}, {1}. {2}"};
inline constexpr Sentence line_role{"{0} ({1}) est maintenant {2} dans l’incident.",
                                    "{0} ({1}) is now {2} in the incident."};
inline constexpr Sentence role_lead{"pilote", "lead"};
inline constexpr Sentence role_responder{"intervenant", "responder"};
inline constexpr Sentence role_scribe{"scribe", "scribe"};
inline constexpr Sentence role_observer{"observateur", "observer"};
inline constexpr Sentence role_counsel{"conseil", "counsel"};
inline constexpr Sentence line_role_ended{"{0} ({1}) n’a plus de rôle dans l’incident.",
                                          "{0} ({1}) has no role in the incident any more."};
inline constexpr Sentence line_account{"Compte {0} : {1}. {2}", "Account {0}: {1}. {2}"};
inline constexpr Sentence line_host{"Machine {0} : {1}. {2}", "Host {0}: {1}. {2}"};
inline constexpr Sentence line_evidence{"Pièce versée : {0} (SHA-256 {1}). {2}",
                                        "Evidence added: {0} (SHA-256 {1}). {2}"};
inline constexpr Sentence line_analysis{"Analyse de {0} {0|fichier|fichiers}.",
                                        "Analysis of {0} {0|file|files}."};
inline constexpr Sentence line_finding{"Constat {0} ({1}) : {2}", "Finding {0} ({1}): {2}"};
inline constexpr Sentence line_evidence_answer{"Les traces répondent à {0} : {1}. {2}",
                                               "The evidence answers {0}: {1}. {2}"};
inline constexpr Sentence titled_step{"{0} [{1}]", "{0} [{1}]"};
inline constexpr Sentence line_answer{"{0} : {1}. {2}", "{0}: {1}. {2}"};
inline constexpr Sentence line_action{"{0} : {1}. {2}", "{0}: {1}. {2}"};
inline constexpr Sentence line_owner{"{0} : à la charge de {1}. {2}", "{0}: for {1} to do. {2}"};
inline constexpr Sentence line_owner_until{"{0} : à la charge de {1}, avant le {2}. {3}",
                                           "{0}: for {1} to do, before {2}. {3}"};
inline constexpr Sentence line_no_owner{"{0} : n’est plus à la charge de personne. {1}",
                                        "{0}: nobody’s to do any more. {1}"};
inline constexpr Sentence line_handover{
    "Relève proposée par {0} à {1}. {2} Racine de la main courante : {3}.",
    "Hand-over proposed by {0} to {1}. {2} Root of the logbook: {3}."};
inline constexpr Sentence line_handover_accepted{
    "{0} accepte la relève de {1}. Étapes qui passent à sa charge : {2}.",
    "{0} accepts the hand-over from {1}. Steps that are now theirs to do: {2}."};
inline constexpr Sentence line_impact{"Impact accepté par {1} : {0}. {2}",
                                      "Impact accepted by {1}: {0}. {2}"};
inline constexpr Sentence line_preserved{"Traces sauvées par {1} avant : {0}.",
                                         "Evidence saved by {1} before: {0}."};
inline constexpr Sentence line_waived{"Sauvegarde abandonnée par {1} avant : {0}. {2}",
                                      "Saving waived by {1} before: {0}. {2}"};
inline constexpr Sentence line_observe{"Indicateur mis sous surveillance : {0}. {1}",
                                       "Indicator put under observation: {0}. {1}"};
inline constexpr Sentence line_block{"Indicateur bloqué : {0}. {1}", "Indicator blocked: {0}. {1}"};
inline constexpr Sentence line_call{"Appel passé à {0}. {1}", "Call made to {0}. {1}"};
inline constexpr Sentence line_call_number{"Appel passé à {0}. Numéro de dossier : {2}. {1}",
                                           "Call made to {0}. Case number: {2}. {1}"};
inline constexpr Sentence case_number_of{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence case_numbers{"Numéros de dossier : {0}", "Case numbers: {0}"};
inline constexpr Sentence line_withdrawn{"Entrée retirée : {0}", "Entry withdrawn: {0}"};
inline constexpr Sentence line_severity{"Gravité décidée par {1} : {0} (avant : {3}). {2}",
                                        "Severity decided by {1}: {0} (before: {3}). {2}"};
inline constexpr Sentence line_round{"Début d’un tour de qualification.",
                                     "A round of qualification starts."};
inline constexpr Sentence line_round_boxed{"Début d’un tour de qualification, {0} min au plus.",
                                           "A round of qualification starts, {0} min at most."};
inline constexpr Sentence line_round_end{
    "Fin du tour de qualification. Gravité établie : {0} ; possible : {1}.",
    "The round of qualification ends. Severity established: {0}; possible: {1}."};
inline constexpr Sentence line_clock_start{"Échéance « {0} » : le délai court depuis le {1}. {2}",
                                           "Clock “{0}”: it runs since {1}. {2}"};
inline constexpr Sentence line_clock_met{"Échéance « {0} » tenue le {1}. {2} {3}",
                                         "Clock “{0}” met on {1}. {2} {3}"};
inline constexpr Sentence line_clock_waived{"Échéance « {0} » : pas requise. {1}",
                                            "Clock “{0}”: not required. {1}"};
inline constexpr Sentence target_with_account{"{0} pour {1}", "{0} for {1}"};
inline constexpr Sentence yes{"oui", "yes"};
inline constexpr Sentence no{"non", "no"};
inline constexpr Sentence unknown{"inconnu", "unknown"};

// What stands under a line.
inline constexpr Sentence paper_sheet{"Recopié de la feuille {0}.", "Copied from sheet {0}."};
inline constexpr Sentence paper_sheet_line{"Recopié de la feuille {0}, ligne {1}.",
                                           "Copied from sheet {0}, line {1}."};
inline constexpr Sentence paper_by{"{0} Écrit par {1}.", "{0} Written by {1}."};
inline constexpr Sentence written_late{"Noté le {0}.", "Written {0}."};
inline constexpr Sentence late_why{"Noté tard : {0}", "Written late: {0}"};
inline constexpr Sentence names_accounts{"Comptes : {0}.", "Accounts: {0}."};
inline constexpr Sentence names_hosts{"Machines : {0}.", "Hosts: {0}."};
inline constexpr Sentence names_indicators{"Indicateurs : {0}", "Indicators: {0}"};

inline constexpr Sentence line_merge{
    "Main courante de l’incident {0} reprise ici : {3} {3|ligne prise|lignes prises} sur {1}, {4} "
    "{4|désaccord|désaccords} à trancher. Sa racine : {2}",
    "Logbook of incident {0} taken in here: {3} {3|line|lines} taken of {1}, {4} "
    "{4|conflict|conflicts} to settle. Its root: {2}"};
inline constexpr Sentence merged_from{
    "Vient de la main courante de l’incident {0}, n° {1}, noté là-bas le {2}.",
    "From the logbook of incident {0}, no. {1}, written there {2}."};
inline constexpr Sentence merged_inert{"Gardé pour être lu, sans effet ici.",
                                       "Kept to be read, without effect here."};

// Refusals.
inline constexpr Sentence no_such_step{
    "La fiche n’a pas d’étape « {0} ». « digue sheet show » les montre.",
    "The sheet has no step “{0}”. “digue sheet show” lists them."};
inline constexpr Sentence nothing_to_do{
    "L’étape {0} énonce une règle : il n’y a rien à y faire ni à y répondre.",
    "Step {0} states a rule: there is nothing to do or to answer there."};
inline constexpr Sentence account_needed{
    "L’étape {0} se fait compte par compte : dites pour lequel.",
    "Step {0} is done account by account: say for which."};
inline constexpr Sentence account_not_needed{
    "L’étape {0} se fait une fois pour tout l’incident, non par compte.",
    "Step {0} is done once for the whole incident, not by account."};
inline constexpr Sentence account_outside{
    "Le compte {0} n’est pas dans le périmètre. Ajoutez-le d’abord, avec la raison.",
    "Account {0} is not in the perimeter. Add it first, with the reason."};
inline constexpr Sentence no_such_option{
    "« {0} » n’est pas une réponse de l’étape {1}. Réponses possibles : {2}.",
    "“{0}” is not an answer of step {1}. Possible answers: {2}."};
inline constexpr Sentence answer_missing{"Il manque la réponse à l’étape {0}.",
                                         "The answer to step {0} is missing."};
inline constexpr Sentence not_an_answer{
    "« {0} » ne répond pas à l’étape {1}. Donnez {2}, ou « unknown ».",
    "“{0}” does not answer step {1}. Give {2}, or “unknown”."};
inline constexpr Sentence needed_number{"un nombre entier", "a whole number"};
inline constexpr Sentence needed_moment{
    "un moment comme 2026-03-08T03:11:00+01:00, ou un jour comme 2026-03-08",
    "a moment such as 2026-03-08T03:11:00+01:00, or a day such as 2026-03-08"};
inline constexpr Sentence needed_duration{"une durée comme « 12 h » ou « 2 jours »",
                                          "a length of time such as “12 h” or “2 days”"};
inline constexpr Sentence needed_list{"des noms séparés par des virgules, ou « no »",
                                      "names apart by commas, or “no”"};
inline constexpr Sentence why_needed{"Dites pourquoi : l’état « {0} » demande une raison.",
                                     "Say why: the state “{0}” needs a reason."};
inline constexpr Sentence whom_needed{"Dites à qui l’étape {0} est déléguée.",
                                      "Say to whom step {0} is delegated."};
inline constexpr Sentence text_needed{"Le texte est vide.", "The text is empty."};
inline constexpr Sentence text_too_long{
    "Le texte fait {0} octets ; une ligne en tient {1} au plus. Versez-le comme pièce (« digue "
    "evidence add »), et dites-le en une phrase.",
    "The text has {0} bytes; a line holds {1} at most. Add it as evidence (“digue evidence add”), "
    "and "
    "say so in a sentence."};
inline constexpr Sentence names_no_step{
    "« {0} » n’est pas une étape. Une étape s’écrit comme mail-account/2.a.2 ; « digue sheet show "
    "» "
    "les montre.",
    "“{0}” is not a step. A step is written like mail-account/2.a.2; “digue sheet show” lists "
    "them."};
inline constexpr Sentence paper_needs_sheet{"Dites de quelle feuille : --paper NUMÉRO.",
                                            "Say of which sheet of paper: --paper NUMBER."};
inline constexpr Sentence paper_needs_time{
    "Une ligne recopiée de la feuille {0} garde son heure : --at \"2026-03-08 03:11\", ou --at "
    "2026-03-08 si l’heure manque.",
    "A line copied from sheet {0} keeps its own time: --at \"2026-03-08 03:11\", or --at "
    "2026-03-08 "
    "if the hour is missing."};
inline constexpr Sentence paper_twice{
    "Cette ligne de la feuille {0} est déjà dans la main courante, au n° {1}. Rien n’a été ajouté "
    "; "
    "--again l’ajoute quand même.",
    "That line of sheet {0} is in the logbook already, at no. {1}. Nothing was added; --again adds "
    "it all the same."};
inline constexpr Sentence bad_when{
    "« {0} » n’est pas un moment. Écrivez « 03:11 », « hier 22:40 », « 2026-03-08 », « 2026-03-08 "
    "03:11 » ou 2026-03-08T03:11:00+01:00.",
    "“{0}” is not a time. Write “03:11”, “yesterday 22:40”, “2026-03-08”, “2026-03-08 03:11” or "
    "2026-03-08T03:11:00+01:00."};
inline constexpr Sentence hour_skipped{
    "« {0} » n’existe pas dans le fuseau {1} : l’heure change. Donnez le décalage : "
    "2026-03-29T03:30:00+02:00.",
    "“{0}” does not exist in zone {1}: clocks change. Give the offset: 2026-03-29T03:30:00+02:00."};
inline constexpr Sentence hour_twice{
    "« {0} » existe deux fois dans le fuseau {1} : l’heure change. Donnez le décalage : "
    "2026-10-25T02:30:00+02:00 ou +01:00.",
    "“{0}” comes twice in zone {1}: clocks change. Give the offset: 2026-10-25T02:30:00+02:00 or "
    "+01:00."};
inline constexpr Sentence value_needed{"Il manque le nom ou la valeur.",
                                       "The name or the value is missing."};
inline constexpr Sentence block_needs_expiry{
    "Un blocage a une fin : dites jusqu’à quand {0} est bloqué.",
    "A block has an end: say until when {0} is blocked."};
inline constexpr Sentence left_out{"Laissé de côté : {0}", "Left out: {0}"};
inline constexpr Sentence database_not_here{
    "{0} n’est pas sur cette machine : les lieux viennent de ce qui est là.",
    "{0} is not on this machine: places come from what is there."};
inline constexpr Sentence prepared_warning{"ATTENTION : {0}", "WARNING: {0}"};
inline constexpr Sentence unknown_threshold{
    "{0} : la table de gravité n’a pas de seuil « {1} ». Elle a : {2}.",
    "{0}: the severity table has no threshold “{1}”. It has: {2}."};
inline constexpr Sentence role_stays{
    "L’entrée {0} dit qui a quel rôle : elle ne se corrige pas. Donnez un autre rôle à la "
    "personne, ou mettez fin au sien.",
    "Entry {0} says who has which role: it is not corrected. Give the person another role, or end "
    "theirs."};
inline constexpr Sentence organisation_too_big{
    "{0} et ce qu’il nomme ({1} {1|fichier|fichiers}, {2} octets) ne tiennent pas dans une ligne "
    "de la main "
    "courante ({3} octets, 64 fichiers). Allégez les tables du registre.",
    "{0} and what it names ({1} {1|file|files}, {2} bytes) do not fit in one entry of the logbook "
    "({3} "
    "bytes, 64 files). Make the tables of the register smaller."};
inline constexpr Sentence file_not_kept{
    "{0} n’est pas parmi les fichiers gardés dans l’incident. « digue incident organisation » les "
    "garde de nouveau.",
    "{0} is not among the files kept in the incident. “digue incident organisation” keeps them "
    "again."};
inline constexpr Sentence cannot_start{"L’étape {0} ne peut pas commencer : {1}",
                                       "Step {0} can’t start: {1}"};
inline constexpr Sentence blocked_by_step{"faites d’abord {0} ({1}).", "do {0} first ({1})."};
inline constexpr Sentence blocked_by_impact{"une personne nommée doit en accepter l’impact : {0}",
                                            "a named person must accept its impact: {0}"};
inline constexpr Sentence blocked_by_preservation{
    "sauvez d’abord les traces, ou dites qui y renonce : {0}",
    "save the evidence first, or say who waives it: {0}"};
inline constexpr Sentence no_such_degree{
    "« {0} » n’est pas un degré de gravité. Degrés possibles : {1}.",
    "“{0}” is not a degree of severity. Possible degrees: {1}."};
inline constexpr Sentence who_decides{"Dites qui décide : la gravité est décidée par une personne.",
                                      "Say who decides: severity is decided by a person."};
inline constexpr Sentence why_decided{"Dites pourquoi cette gravité : la raison reste écrite.",
                                      "Say why this severity: the reason stays written."};
inline constexpr Sentence round_open{"Le tour {0} est en cours. Terminez-le avant d’en ouvrir un.",
                                     "Round {0} is under way. End it before opening another."};
inline constexpr Sentence no_round_open{"Aucun tour n’est en cours : rien à terminer.",
                                        "No round is under way: there is nothing to end."};
inline constexpr Sentence bad_time_box{"Un tour dure de 1 à {0} minutes.",
                                       "A round lasts from 1 to {0} minutes."};
inline constexpr Sentence no_such_clock{"Il n’y a pas d’échéance « {0} ». Échéances : {1}.",
                                        "There is no clock “{0}”. Clocks: {1}."};
inline constexpr Sentence why_clock{"Dites pourquoi : la raison reste écrite, avec votre nom.",
                                    "Say why: the reason stays written, with your name."};
inline constexpr Sentence no_such_entry{
    "Il n’y a pas d’entrée n° {0} dans la main courante, ou elle ne compte plus.",
    "There is no entry no. {0} in the logbook, or it counts no more."};
inline constexpr Sentence in_the_future{
    "{0} est dans le futur. Un fait, comme une déclaration, se date une fois arrivé.",
    "{0} is in the future. A fact, like a declaration, is dated once it has happened."};
inline constexpr Sentence before_its_start{
    "La déclaration du {0} précède le départ du délai, le {1}. Corrigez l’un des deux.",
    "The declaration of {0} comes before the start of the clock, {1}. Correct one of them."};
inline constexpr Sentence clock_is_met{
    "L’échéance « {0} » est déjà tenue (entrée n° {1}). Retirez d’abord cette entrée.",
    "The clock “{0}” is already met (entry no. {1}). Withdraw that entry first."};
inline constexpr Sentence clock_is_waived{
    "L’échéance « {0} » est déjà dite pas requise (entrée n° {1}).",
    "The clock “{0}” is already said not to be required (entry no. {1})."};

inline constexpr Sentence hand_to_whom{"Dites à qui vous passez la relève : un autre que vous.",
                                       "Say to whom you hand over: somebody other than yourself."};
inline constexpr Sentence no_handover{"Aucune relève n’attend d’être acceptée.",
                                      "No hand-over waits to be accepted."};
inline constexpr Sentence handover_for_another{
    "La relève est proposée à {0} : c’est à cette personne de l’accepter, sous son nom.",
    "The hand-over is proposed to {0}: it is for them to accept, under their name."};

inline constexpr Sentence and_then{"{0} ; {1}", "{0}; {1}"};
inline constexpr Sentence degree_established{
    "Établi : {0} ({1}). Encore possible : {2}. Par précaution, l’inconnu compte comme un oui.",
    "Established: {0} ({1}). Still possible: {2}. To be safe, unknown counts as yes."};
inline constexpr Sentence degree_nothing_established{
    "Rien n’est établi. Encore possible : {0}. Par précaution, l’inconnu compte comme un oui.",
    "Nothing is established. Still possible: {0}. To be safe, unknown counts as yes."};

// Hand-over.
inline constexpr Sentence part_severity{"Gravité", "Severity"};
inline constexpr Sentence part_next{"À faire maintenant", "To do now"};
inline constexpr Sentence part_case_numbers{"Numéros de dossier", "Case numbers"};
inline constexpr Sentence part_calls{"Appels à passer", "Calls to make"};
inline constexpr Sentence part_clocks{"Échéances", "Clocks"};
inline constexpr Sentence part_under_way{"En cours", "Under way"};
inline constexpr Sentence part_owed{"Confié, et attendu", "Given, and owed"};
inline constexpr Sentence part_postponed{"Reporté", "Postponed"};
inline constexpr Sentence part_temporary{"Mesures provisoires en place",
                                         "Measures in place for a time"};
inline constexpr Sentence part_questions{"Questions ouvertes", "Open questions"};
inline constexpr Sentence part_decisions{"Décisions prises", "Decisions taken"};
inline constexpr Sentence title_for_account{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence severity_decided{"{0}, décidée par {1}. {2}", "{0}, decided by {1}. {2}"};
inline constexpr Sentence severity_bounds{"Établi : {0}. Encore possible : {1}.",
                                          "Established: {0}. Still possible: {1}."};
inline constexpr Sentence severity_overtaken{
    "Ce que l’on sait a changé depuis la décision : à redécider.",
    "What is known has moved since the decision: to be decided again."};
inline constexpr Sentence next_step{"{0} [{1}]", "{0} [{1}]"};
inline constexpr Sentence next_step_of{"{0} [{1}], à la charge de {2}", "{0} [{1}], for {2} to do"};
inline constexpr Sentence call_owed{"{0}. Dites : {1}", "{0}. Say: {1}"};
inline constexpr Sentence step_of{"{0} : {1}. {2}", "{0}: {1}. {2}"};
inline constexpr Sentence step_until{"{0} : {1}, avant le {2}. {3}", "{0}: {1}, before {2}. {3}"};
inline constexpr Sentence step_late{"{0} : {1}, EN RETARD depuis le {2}. {3}",
                                    "{0}: {1}, LATE since {2}. {3}"};
inline constexpr Sentence measure_until{"{0} : à revoir le {1}. Levée par {2}.",
                                        "{0}: to be looked at again {1}. Lifted by {2}."};
inline constexpr Sentence measure_due{"À REVOIR MAINTENANT : {0}, depuis le {1}. Levée par {2}.",
                                      "LOOK AGAIN NOW: {0}, since {1}. Lifted by {2}."};
inline constexpr Sentence question_open{"{0} [{1}]", "{0} [{1}]"};
inline constexpr Sentence decision_taken{"{0} ({1}, {2})", "{0} ({1}, {2})"};

// Clocks.
inline constexpr Sentence clock_off{"proposée, mais inactive", "ready, but off"};
inline constexpr Sentence clock_not_due{"pas due", "not due"};
inline constexpr Sentence clock_not_started{"pas commencée", "not started"};
inline constexpr Sentence clock_proposed{"à décider", "to be decided"};
inline constexpr Sentence clock_running{"en cours", "running"};
inline constexpr Sentence clock_overdue{"en retard", "overdue"};
inline constexpr Sentence clock_met{"tenue", "met"};
inline constexpr Sentence clock_not_required{"pas requise", "not required"};
inline constexpr Sentence for_everyone{"Elle vaut pour toute organisation.",
                                       "It is for every organisation."};
inline constexpr Sentence for_us{"L’organisation se dit : {0}.",
                                 "The organisation says that it is: {0}."};
inline constexpr Sentence not_for_us{"L’organisation ne se dit pas : {0}.",
                                     "The organisation does not say that it is: {0}."};
inline constexpr Sentence for_us_unknown{
    "Elle vaut pour : {0}. Les réglages de l’organisation ne disent pas si c’est le cas.",
    "It is for: {0}. The settings of the organisation do not say whether that is so."};
inline constexpr Sentence scope_personal_data{"détentrice de données personnelles",
                                              "holder of personal data"};
inline constexpr Sentence scope_insured{"assurée pour ces incidents",
                                        "insured against such incidents"};
inline constexpr Sentence scope_oiv{"opérateur d’importance vitale (OIV)", "vital operator (OIV)"};
inline constexpr Sentence scope_ose{"opérateur de services essentiels (OSE)",
                                    "operator of essential services (OSE)"};
inline constexpr Sentence scope_health{"établissement de santé", "health establishment"};
inline constexpr Sentence scope_finance{"entité financière", "financial entity"};
inline constexpr Sentence scope_administration{"administration", "administration"};
inline constexpr Sentence scope_classified{"détentrice d’informations classifiées",
                                           "holder of classified information"};
inline constexpr Sentence scope_nis2_essential{"entité essentielle (NIS2)",
                                               "essential entity (NIS2)"};
inline constexpr Sentence scope_nis2_important{"entité importante (NIS2)",
                                               "important entity (NIS2)"};
inline constexpr Sentence after_clock{"L’échéance dont elle dépend est tenue : {0}.",
                                      "The clock that it depends on is met: {0}."};
inline constexpr Sentence span_days{"{0} j {1} h", "{0} d {1} h"};
inline constexpr Sentence span_hours{"{0} h {1} min", "{0} h {1} min"};
inline constexpr Sentence span_minutes{"{0} min", "{0} min"};
inline constexpr Sentence line_running{"{0} : avant le {1}. Reste {2}.",
                                       "{0}: before {1}. {2} left."};
inline constexpr Sentence line_half_gone{"{0} La moitié du délai est passée.",
                                         "{0} Half of the time is gone."};
inline constexpr Sentence line_last_hours{"MOINS DE SIX HEURES : {0}", "LESS THAN SIX HOURS: {0}"};
inline constexpr Sentence line_overdue{"{0} : EN RETARD de {2}, dû le {1}.",
                                       "{0}: OVERDUE by {2}, due {1}."};
inline constexpr Sentence line_at_once{"{0} : SANS DÉLAI. Le fait date du {1} ({2}).",
                                       "{0}: WITHOUT DELAY. The fact dates from {1} ({2} ago)."};
inline constexpr Sentence line_by_contract{
    "{0} : dans le délai du contrat. Le fait date du {1} ({2}).",
    "{0}: within the contract’s time limit. The fact dates from {1} ({2} ago)."};
inline constexpr Sentence line_no_regime{
    "{0} : aucun texte en vigueur à la date du fait, le {1} ({2}).",
    "{0}: no text in force on the date of the fact, {1} ({2} ago)."};
inline constexpr Sentence line_to_decide{"À DÉCIDER : {0}", "TO BE DECIDED: {0}"};
inline constexpr Sentence despite_needs_why{"Passer outre une étape préalable demande une raison.",
                                            "Overriding a prerequisite needs a reason."};
inline constexpr Sentence waiver_needs_why{"Renoncer à sauver les traces demande une raison.",
                                           "Waiving the saving of evidence needs a reason."};
inline constexpr Sentence despite_prerequisites{"Malgré l’étape préalable {0}. {1}",
                                                "Despite prerequisite {0}. {1}"};

// What the register says of the machines that are hit.
inline constexpr Sentence hours{"{0} h", "{0} h"};
inline constexpr Sentence minutes{"{0} min", "{0} min"};
inline constexpr Sentence register_zones{"Les machines touchées sont dans plusieurs zones : {0}.",
                                         "The machines hit are in several zones: {0}."};
inline constexpr Sentence register_administers{"{0} est touché, et sert à administrer : {1}.",
                                               "{0} is hit, and is used to administer: {1}."};
inline constexpr Sentence register_partners{"Sont reliés à ce qui est touché : {0}.",
                                            "Connected to what is hit: {0}."};
inline constexpr Sentence register_vital{"« {0} » est vitale, et a besoin de « {1} » ({2}).",
                                         "“{0}” is vital, and needs “{1}” ({2})."};
inline constexpr Sentence register_no_vital{
    "Le registre connaît les {0} machines touchées ; aucune activité vitale n’en dépend.",
    "The register knows the {0} machines hit; no vital activity depends on them."};
inline constexpr Sentence register_stopped{
    "« {0} » est vitale et touchée ; le registre ne lui donne ni continuité ni mode dégradé.",
    "“{0}” is vital and hit; the register gives it neither continuity nor degraded mode."};
inline constexpr Sentence register_no_degraded{"« {0} » est vitale et n’a pas de mode dégradé.",
                                               "“{0}” is vital and has no degraded mode."};
inline constexpr Sentence register_short{"Le mode dégradé de « {0} » tient {1}, moins de {2} h.",
                                         "The degraded mode of “{0}” holds {1}, less than {2} h."};
inline constexpr Sentence register_holds{
    "Le mode dégradé des activités vitales touchées tient {0} h ou plus, dit le registre.",
    "The degraded mode of the vital activities hit holds {0} h or more, says the register."};

// What the program says when it takes findings over.
inline constexpr Sentence account_from_findings{
    "Tenu pour compromis par l’analyse ; une personne peut en décider autrement.",
    "Held compromised by the analysis; a person may decide otherwise."};
inline constexpr Sentence address_from_findings{
    "Adresse de l’intrus selon l’analyse ; surveiller apprend plus que bloquer.",
    "The intruder’s address by the analysis; observing tells more than blocking."};

// Calls, and what is owed once a step is done.
inline constexpr Sentence no_such_contact{
    "Il n’y a pas de contact « {0} ». Écrivez l’un de ceux-ci : {1}.",
    "There is no contact “{0}”. Write one of these: {1}."};
inline constexpr Sentence proof_proven{"Les pièces disent non, et vont jusqu’au {0}.",
                                       "The evidence says no, and goes to {0}."};
inline constexpr Sentence proof_doubted{
    "Les pièces disent non, mais des constats graves datent d’après le {1} : {0}. Regardez-les.",
    "The evidence says no, but grave findings are of after {1}: {0}. Look at them."};
inline constexpr Sentence proof_refuted{"Constats d’après le {1} : {0}.",
                                        "Findings of after {1}: {0}."};
inline constexpr Sentence proof_of_before{
    "Les pièces disent oui, sans rien qui date d’après le {0}. Analysez des exports plus récents.",
    "The evidence says yes, with nothing dated after {0}. Analyse later exports."};
inline constexpr Sentence proof_too_early{
    "Les pièces disent non, mais ne vont pas toutes au-delà du {0}. Analysez des exports plus "
    "récents.",
    "The evidence says no, but not all of it goes past {0}. Analyse later exports."};
inline constexpr Sentence proof_undecided{"Les pièces ne permettent pas de le dire.",
                                          "The evidence can’t tell."};
inline constexpr Sentence proof_not_examined{"Les pièces n’ont pas été examinées sur ce point.",
                                             "The evidence was not examined on this point."};

}  // namespace digue::incident::sentences
