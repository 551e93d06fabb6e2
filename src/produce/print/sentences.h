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
inline constexpr Sentence kit_incident{"Incident {0}, au {1}.", "Incident {0}, as of {1}."};
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
inline constexpr Sentence standing_steps{"{0}. Étapes réglées : {1} sur {2}. P0 encore dues : {3}.",
                                         "{0}. Steps settled: {1} of {2}. P0 still owed: {3}."};
inline constexpr Sentence standing_severity{"Gravité décidée : {0}, par {1}, le {2}.",
                                            "Severity decided: {0}, by {1}, {2}."};
inline constexpr Sentence standing_entries{"Journal : {0} {0|entrée|entrées}, racine {1}",
                                           "Logbook: {0} {0|entry|entries}, root {1}"};
inline constexpr Sentence standing_code{"La racine du journal, à comparer plus tard.",
                                        "The root of the logbook, to compare later."};

inline constexpr Sentence owed{"Ce qui est dû", "What is owed"};
inline constexpr Sentence owed_call{"Appeler {0}. ", "Call {0}. "};
inline constexpr Sentence owed_review{"À revoir le {0} : ", "Look again {0}: "};

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
inline constexpr Sentence limit_months{"{0} mois", "{0} {0|month|months}"};
inline constexpr Sentence limit_at_once{"sans attendre", "without delay"};
inline constexpr Sentence limit_contract{"voir le contrat", "see the contract"};

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
inline constexpr Sentence set_aside{"ÉCARTÉE PAR UNE RÈGLE. ", "SET ASIDE BY A RULE. "};
inline constexpr Sentence end_of_measure{"FIN de la mesure. Suite : « {0} », {1}.",
                                         "END of the measure. Next: “{0}”, {1}."};
inline constexpr Sentence end_of_sheet{"FIN de la fiche.", "END of the sheet."};
inline constexpr Sentence source_line{"Source : {0}. {1} Licence : {2}.",
                                      "Source: {0}. {1} Licence: {2}."};

// The annexes
inline constexpr Sentence annex{"Annexe", "Annex"};
inline constexpr Sentence annex_contacts_title{"Annuaire", "Directory"};
inline constexpr Sentence annex_deadlines_title{"Délais et déclarations",
                                                "Time limits and declarations"};
inline constexpr Sentence annex_complaint_title{"Porter plainte", "File a complaint"};
inline constexpr Sentence annex_glossary_title{"Glossaire", "Glossary"};
inline constexpr Sentence annex_log_title{"Main courante", "Logbook"};
inline constexpr Sentence column_who_for{"Qui, et pour qui", "Who, and for whom"};
inline constexpr Sentence column_how_reach{"Comment les joindre", "How to reach them"};
inline constexpr Sentence column_dates{"Nos dates", "Our dates"};
inline constexpr Sentence column_word{"Mot", "Word"};
inline constexpr Sentence column_meaning{"Sens", "Meaning"};
inline constexpr Sentence checked{"Vérifié le {0}.", "Checked {0}."};
inline constexpr Sentence public_key{"Clé PGP {0}", "PGP key {0}"};
inline constexpr Sentence starts{"Départ. ", "Starts. "};
inline constexpr Sentence licence_line{"{0} Licence : {1}.", "{0} Licence: {1}."};
inline constexpr Sentence blank_name{"Nom", "Name"};
inline constexpr Sentence blank_reference{"Référence, contrat", "Reference, contract"};
inline constexpr Sentence blank_declared{"Déclaré le", "Declared on"};
inline constexpr Sentence blank_receipt{"N° de récépissé ou de dossier", "Receipt or case number"};

// The complaint
inline constexpr Sentence complaint_where{
    "Allez dans n’importe quel commissariat ou brigade de gendarmerie : ils doivent prendre la "
    "plainte. Vous pouvez aussi écrire au procureur de la République.",
    "Go to any police station or gendarmerie brigade in France: they must take the complaint. You "
    "may also write to the public prosecutor."};
inline constexpr Sentence complaint_not_there{
    "La plainte en ligne THESEE est pour les particuliers, non pour une organisation. 17Cyber "
    "conseille jour et nuit.",
    "The online service THESEE is for private persons, not for an organisation. 17Cyber advises "
    "day and night."};
inline constexpr Sentence complaint_when{
    "Assuré contre ces attaques ? La plainte conditionne l’indemnisation : voyez le délai dans "
    "l’annexe des délais. N’attendez pas d’avoir tout : un complément peut suivre.",
    "Insured against such attacks? The complaint is a condition of being paid: see the time limit "
    "in its annex. Do not wait to have everything: more can follow."};
inline constexpr Sentence complaint_bring{"Ce qu’il faut apporter", "What to bring"};
inline constexpr Sentence bring_mandate{
    "Le pouvoir signé de qui représente l’organisation, et une pièce d’identité",
    "The signed mandate of whoever represents the organisation, and proof of identity"};
inline constexpr Sentence bring_identity{
    "L’extrait Kbis, ou ce qui en tient lieu (arrêté, statuts, numéro SIRET)",
    "The company registration, or what stands for it (order, statutes, registration number)"};
inline constexpr Sentence bring_story{
    "Le récit daté, du premier signe à aujourd’hui : la main courante suffit",
    "The dated story, from the first sign until today: the logbook will do"};
inline constexpr Sentence bring_facts{
    "Le détail des faits : comptes, machines, actes de l’intrus, adresses utilisées",
    "The facts in detail: accounts, machines, acts of the intruder, addresses used"};
inline constexpr Sentence bring_harm{
    "Le préjudice, décrit et chiffré : arrêt, heures, prestataires, argent perdu",
    "The harm, described and in figures: stoppage, hours, providers, money lost"};
inline constexpr Sentence bring_screens{
    "Les captures d’écran : messages reçus, règles trouvées, demande de rançon",
    "The screenshots: messages received, rules found, ransom note"};
inline constexpr Sentence bring_evidence{
    "Les preuves gardées, sur un support à part, avec la liste de leurs empreintes",
    "The evidence kept, on a medium of its own, with the list of its hashes"};
inline constexpr Sentence bring_addresses{
    "L’adresse de chaque site touché, et qui joindre sur place",
    "The address of each site that was hit, and whom to reach there"};
inline constexpr Sentence bring_ransom{
    "Pour un rançongiciel : le rapport initial, avec le texte exact de la rançon, l’extension des "
    "fichiers, l’état des sauvegardes",
    "For ransomware: the initial report, with the exact words of the ransom note, the extension of "
    "the files, the state of the backups"};
inline constexpr Sentence complaint_offences{"Les infractions, à citer", "The offences to name"};
inline constexpr Sentence offences{
    "Code pénal : accès et maintien frauduleux (323-1), entrave au fonctionnement (323-2), données "
    "introduites, copiées, changées ou effacées (323-3), outils d’attaque (323-3-1).",
    "French criminal code: unlawful access and staying (323-1), hindering the system (323-2), data "
    "put in, copied, changed or erased (323-3), tools of attack (323-3-1)."};
inline constexpr Sentence complaint_receipt{"Le récépissé", "The receipt"};
inline constexpr Sentence blank_service{"Service", "Service"};
inline constexpr Sentence blank_date{"Date et heure", "Date and time"};
inline constexpr Sentence blank_report{"N° de procès-verbal", "Number of the report"};
inline constexpr Sentence blank_officer{"Agent, téléphone", "Officer, phone"};
inline constexpr Sentence complaint_after{
    "Écrivez ce numéro dans la main courante. Donnez une copie à l’assureur.",
    "Write this number in the logbook. Give the insurer a copy."};

// The logbook on paper
inline constexpr Sentence log_rules{
    "Une ligne par fait, action ou décision, avec l’heure où il a eu lieu. Ne raturez pas : une "
    "ligne fausse se corrige par une nouvelle ligne. Numérotez les feuilles. Plus tard, recopiez "
    "chaque ligne dans Digue avec son heure et le numéro de la feuille, puis notez ici le numéro "
    "de l’entrée.",
    "One line for each fact, action or decision, with the time when it happened. Cross nothing "
    "out: a wrong line is corrected by a new line. Number the pages. Later, copy each line into "
    "Digue with its time and the number of the page, then write the number of the entry here."};
inline constexpr Sentence blank_page{"Feuille n°", "Page no."};
inline constexpr Sentence blank_zone{"Fuseau horaire", "Time zone"};
inline constexpr Sentence blank_keeper{"Tenue par", "Kept by"};
inline constexpr Sentence column_when{"Date, heure, fuseau", "Date, time, zone"};
inline constexpr Sentence column_who{"Qui", "Who"};
inline constexpr Sentence column_what{"Fait, action, décision ; où cela en est",
                                      "Fact, action, decision; how far it got"};
inline constexpr Sentence column_where{"Comptes et machines", "Accounts and machines"};
inline constexpr Sentence column_entry{"Entrée n°", "Entry no."};

}  // namespace digue::produce::print::sentences
