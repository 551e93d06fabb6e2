// What the report says.
#pragma once
#include "base/sentence.h"

namespace digue::produce::report::sentences {

inline constexpr Sentence overline{"Rapport d’incident", "Incident report"};
inline constexpr Sentence untitled{"Incident {0}", "Incident {0}"};
inline constexpr Sentence no_incident{"Analyse de preuves, sans incident ouvert",
                                      "Analysis of evidence, no incident opened"};
inline constexpr Sentence byline{"{0}. Établi le {1} par {2}.", "{0}. Written {1} by {2}."};
inline constexpr Sentence nobody{"une personne non nommée", "a person not named"};
inline constexpr Sentence page_of{"page {0} sur {1}", "page {0} of {1}"};
inline constexpr Sentence footer{"{0} · {1}", "{0} · {1}"};
inline constexpr Sentence footer_sealed{"{0} · {1} · journal {2}", "{0} · {1} · logbook {2}"};

// Words
inline constexpr Sentence severity_info{"pour information", "information"};
inline constexpr Sentence severity_low{"faible", "low"};
inline constexpr Sentence severity_medium{"moyen", "medium"};
inline constexpr Sentence severity_high{"grave", "high"};
inline constexpr Sentence severity_critical{"critique", "critical"};
inline constexpr Sentence value_yes{"oui", "yes"};
inline constexpr Sentence value_no{"non", "no"};
inline constexpr Sentence value_unknown{"on ne sait pas", "not known"};
inline constexpr Sentence section_declarations{"Déclarations", "Declarations"};
inline constexpr Sentence column_declaration{"Déclaration", "Declaration"};
inline constexpr Sentence column_when{"Quand", "When"};
inline constexpr Sentence declared_from{"fait de départ : {0}", "starting fact: {0}"};
inline constexpr Sentence declared_due{"à faire avant : {0}", "due: {0}"};
inline constexpr Sentence declared_on{"faite : {0}", "made: {0}"};
inline constexpr Sentence declared_late{"après le délai", "after the time limit"};
inline constexpr Sentence declared_reference{"référence : {0}", "reference: {0}"};
inline constexpr Sentence state_to_do{"à faire", "to do"};
inline constexpr Sentence state_in_progress{"en cours", "in progress"};
inline constexpr Sentence state_done{"fait", "done"};
inline constexpr Sentence state_partial{"fait en partie", "partly done"};
inline constexpr Sentence state_impossible{"impossible", "impossible"};
inline constexpr Sentence state_not_applicable{"sans objet", "not applicable"};
inline constexpr Sentence state_delegated{"confié", "handed over"};
inline constexpr Sentence state_postponed{"reporté", "postponed"};
inline constexpr Sentence time_unknown{"date inconnue", "date not known"};
inline constexpr Sentence date_and_time{"{0} {1} {2} à {3} (UTC{4})", "{0} {1} {2}, {3} (UTC{4})"};
inline constexpr Sentence months[12] = {
    {"janvier", "January"}, {"février", "February"},  {"mars", "March"},
    {"avril", "April"},     {"mai", "May"},           {"juin", "June"},
    {"juillet", "July"},    {"août", "August"},       {"septembre", "September"},
    {"octobre", "October"}, {"novembre", "November"}, {"décembre", "December"}};

// The first page
inline constexpr Sentence what_happened{"Ce qui s’est passé", "What happened"};
inline constexpr Sentence since_when{"Depuis quand", "Since when"};
inline constexpr Sentence who{"Qui est touché", "Who is affected"};
inline constexpr Sentence how_sure{"Avec quelle certitude", "How sure we are"};
inline constexpr Sentence what_next{"Ce qu’il faut faire maintenant", "What to do now"};
inline constexpr Sentence what_is_unknown{"Ce que l’on ne sait pas", "What is not known"};
inline constexpr Sentence verdict_intruder{"Un intrus a utilisé le compte {0}.",
                                           "An intruder used the account {0}."};
inline constexpr Sentence verdict_intruder_several{"Un intrus a agi dans {0} comptes.",
                                                   "An intruder acted in {0} accounts."};
inline constexpr Sentence verdict_suspect{
    "Des faits graves demandent une vérification ; aucun ne prouve à lui seul qu’un intrus est "
    "entré.",
    "Serious facts need checking; none of them alone proves that an intruder came in."};
inline constexpr Sentence verdict_nothing{
    "Les preuves examinées ne montrent rien de grave. Ce n’est pas la preuve que rien ne s’est "
    "passé.",
    "The evidence examined shows nothing serious. That does not prove that nothing happened."};
inline constexpr Sentence and_more{"non montrés ici : {0}", "not shown here: {0}"};
inline constexpr Sentence first_act{"Premier fait grave : {0}.", "First serious fact: {0}."};
inline constexpr Sentence last_act{"Dernier fait grave : {0}.", "Last serious fact: {0}."};
inline constexpr Sentence evidence_spans{"Les preuves vont du {0} au {1}.",
                                         "The evidence goes from {0} to {1}."};
inline constexpr Sentence start_may_be_earlier{
    "Les preuves commencent moins d’un jour avant : le début réel peut être antérieur.",
    "The evidence starts less than a day before: the true beginning may be earlier."};
inline constexpr Sentence no_dated_fact{"Aucun fait grave n’est daté.",
                                        "No serious fact bears a date."};
inline constexpr Sentence accounts{"Comptes", "Accounts"};
inline constexpr Sentence label_intruder_addresses{"Adresses de l’intrus :",
                                                   "Addresses of the intruder:"};
inline constexpr Sentence label_compromised{"Comptes tenus pour compromis :",
                                            "Accounts held compromised:"};
inline constexpr Sentence label_concerned{"Autres comptes cités par un constat grave :",
                                          "Other accounts that a serious finding mentions:"};
inline constexpr Sentence numbered{"{0}.", "{0}."};
inline constexpr Sentence no_account{"Aucun compte n’est mis en cause par un fait grave.",
                                     "No account is concerned by a serious fact."};
inline constexpr Sentence count_findings{
    "Constats : {0}, dont {1} {1|critique|critiques}, {2} {2|grave|graves}, {3} {3|moyen|moyens} "
    "et {4} de moindre importance.",
    "Findings: {0}, of which {1} critical, {2} high, {3} medium and {4} of lesser weight."};
inline constexpr Sentence certainty_rule{
    "Un constat dit ce que les preuves montrent, avec ses lignes ; la décision revient à une "
    "personne.",
    "A finding says what the evidence shows, with its rows; a person decides."};
inline constexpr Sentence certainty_read{
    "Lignes lues : {0}, fichiers : {1}, passages illisibles : {2}.",
    "Rows read: {0}, files: {1}, unreadable passages: {2}."};
inline constexpr Sentence nothing_owed{
    "Toutes les actions du plan sont faites ou écartées avec leur raison.",
    "Every action of the plan is done, or set aside with its reason."};
inline constexpr Sentence no_plan{"Aucun plan n’est joint à ce rapport.",
                                  "No plan comes with this report."};
inline constexpr Sentence nothing_unknown{
    "Toutes les questions de la fiche ont une réponse, et aucune lacune n’a été vue dans les "
    "preuves.",
    "Every question of the sheet has an answer, and no gap was seen in the evidence."};
inline constexpr Sentence no_question_asked{
    "Aucune question de la fiche n’est jointe à ce rapport : ce qu’il ne dit pas n’est pas exclu.",
    "No question of the sheet comes with this report: what it does not say is not ruled out."};
inline constexpr Sentence unknown_gaps{
    "Périodes que les preuves ne couvrent pas : {0} (voir « Preuves »).",
    "Periods that the evidence does not cover: {0} (see “Evidence”)."};
inline constexpr Sentence unknown_unreadable{"Passages qui n’ont pas pu être lus : {0}.",
                                             "Passages that could not be read: {0}."};

// Sections
inline constexpr Sentence section_timeline{"Chronologie", "Timeline"};
inline constexpr Sentence section_findings{"Constats", "Findings"};
inline constexpr Sentence section_answers{"Réponses aux questions de la fiche",
                                          "Answers to the questions of the sheet"};
inline constexpr Sentence section_plan{"Plan d’action", "Plan of action"};
inline constexpr Sentence section_logbook{"Main courante", "Logbook"};
inline constexpr Sentence section_evidence{"Preuves", "Evidence"};
inline constexpr Sentence section_method{"Comment lire ce rapport", "How to read this report"};
inline constexpr Sentence sub_unreadable{"Ce qui n’a pas pu être lu", "What could not be read"};
inline constexpr Sentence sub_gaps{"Périodes non couvertes", "Periods not covered"};
inline constexpr Sentence sub_lesser{"Constats de moindre importance", "Findings of lesser weight"};
inline constexpr Sentence sub_owed{"Reste à faire", "Still owed"};
inline constexpr Sentence sub_settled{"Fait ou écarté", "Done or set aside"};

// Timeline
inline constexpr Sentence timeline_intro{
    "Les heures sont celles de {0}, avec leur décalage. Les états sans date (une règle relevée "
    "dans "
    "un export) n’y figurent pas.",
    "Times are those of {0}, with their offset. States without a date (a rule found in an export) "
    "are not in it."};
inline constexpr Sentence timeline_cut{"Seuls les {0} premiers faits sont montrés sur {1}.",
                                       "Only the first {0} facts of {1} are shown."};
inline constexpr Sentence lane_them{"constats", "findings"};
inline constexpr Sentence lane_us{"nos actions", "our actions"};
inline constexpr Sentence lane_picture{
    "Chronologie en image : {0} {0|constat daté|constats datés} et {1} {1|action|actions} de la "
    "réponse, du {2} au {3}. Le détail est dans le tableau qui suit.",
    "Timeline as a picture: {0} {0|dated finding|dated findings} and {1} {1|act|acts} of the "
    "response, from {2} to {3}. The table that follows has the detail."};
inline constexpr Sentence nothing_dated{"Rien de daté.", "Nothing bears a date."};
inline constexpr Sentence by_them{"constat {0}", "finding {0}"};
inline constexpr Sentence by_us{"réponse", "response"};

// Columns and labels
inline constexpr Sentence column_time{"Heure", "Time"};
inline constexpr Sentence column_side{"Côté", "Side"};
inline constexpr Sentence column_fact{"Fait", "Fact"};
inline constexpr Sentence column_severity{"Gravité", "Severity"};
inline constexpr Sentence column_question{"Question", "Question"};
inline constexpr Sentence column_answer{"Réponse", "Answer"};
inline constexpr Sentence column_coverage{"Sur quoi elle repose", "What it rests on"};
inline constexpr Sentence column_action{"Action", "Action"};
inline constexpr Sentence column_state{"État", "State"};
inline constexpr Sentence column_who{"Qui, quand, pourquoi", "Who, when, why"};
inline constexpr Sentence column_position{"N°", "No."};
inline constexpr Sentence column_entry{"Ligne", "Entry"};
inline constexpr Sentence column_author{"Auteur", "Author"};
inline constexpr Sentence column_file{"Fichier", "File"};
inline constexpr Sentence column_content{"Contenu", "Content"};
inline constexpr Sentence column_period{"Période", "Period"};
inline constexpr Sentence column_reason{"Raison", "Reason"};
inline constexpr Sentence column_where{"Endroit", "Place"};
inline constexpr Sentence label_when{"Quand", "When"};
inline constexpr Sentence label_accounts{"Comptes", "Accounts"};
inline constexpr Sentence label_addresses{"Adresses", "Addresses"};
inline constexpr Sentence label_indicators{"À surveiller", "To watch"};
inline constexpr Sentence label_why{"Pourquoi", "Why"};
inline constexpr Sentence label_objects{"Objets", "Objects"};
inline constexpr Sentence label_evidence{"Preuve", "Evidence"};
inline constexpr Sentence label_rule{"Règle", "Rule"};
inline constexpr Sentence rule_text{"{0}, version {1} ; constat {2}",
                                    "{0}, version {1}; finding {2}"};
inline constexpr Sentence from_to{"du {0} au {1}", "from {0} to {1}"};
inline constexpr Sentence not_dated{"état relevé, sans date", "a state as found, without a date"};
inline constexpr Sentence place_line{"{0}, enregistrement {1} (ligne {2})",
                                     "{0}, record {1} (line {2})"};
inline constexpr Sentence place_offset{"{0}, enregistrement {1} (octet {2})",
                                       "{0}, record {1} (byte {2})"};
inline constexpr Sentence facts_more{"autres faits : {0}", "other facts: {0}"};
inline constexpr Sentence rows_more{"autres lignes : {0}", "other rows: {0}"};
inline constexpr Sentence no_findings{"Aucun constat.", "No finding."};
inline constexpr Sentence no_answers{"Aucune question posée.", "No question asked."};
inline constexpr Sentence no_logbook{"Aucune main courante n’est jointe.",
                                     "No logbook comes with this."};
inline constexpr Sentence no_sources{"Aucun fichier examiné.", "No file examined."};
inline constexpr Sentence answered_by{"répondu par {0}", "answered by {0}"};
inline constexpr Sentence rests_on{"(constats {0})", "(findings {0})"};

// Logbook and evidence
inline constexpr Sentence step_for_account{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence priority_before{"Avant", "First"};
inline constexpr Sentence priority_after{"Ensuite", "Afterwards"};
inline constexpr Sentence for_accounts{"({0} {0|compte|comptes})", "({0} {0|account|accounts})"};
inline constexpr Sentence nobody_answered{
    "Personne n’a encore répondu, et aucune preuve lue n’y répond.",
    "Nobody has answered yet, and no evidence read speaks to it."};
inline constexpr Sentence corrected{"{0} [remplacé par la ligne {1}]",
                                    "{0} [replaced by entry {1}]"};
inline constexpr Sentence kept_bytes{"conservé, {0} {0|octet|octets}", "kept, {0} {0|byte|bytes}"};
inline constexpr Sentence seal_intro{
    "La main courante est faite de lignes qui ne changent plus. Leur arbre de hachage se vérifie "
    "sans "
    "le programme qui l’a écrit : si une ligne est modifiée, retirée ou déplacée, la racine "
    "change.",
    "The logbook is made of entries that never change. Their hash tree can be verified without the "
    "program that wrote it: if an entry is altered, removed or moved, the root changes."};
inline constexpr Sentence seal_entries{"Lignes", "Entries"};
inline constexpr Sentence seal_root{"Racine", "Root"};
inline constexpr Sentence seal_head{"Dernière ligne", "Last entry"};
inline constexpr Sentence seal_code{
    "Le sceau de la main courante, à conserver hors du système : photographiez-le.",
    "The seal of the logbook, to be kept outside the system: take a picture of it."};
inline constexpr Sentence evidence_intro{
    "Chaque fichier est désigné par son empreinte SHA-256, calculée à la lecture.",
    "Each file is named by its SHA-256 hash, computed while it was read."};
inline constexpr Sentence source_rows{
    "lignes : {0}, enregistrements : {1}, doublons : {2}, rejetées : {3}",
    "rows: {0}, records: {1}, duplicates: {2}, rejected: {3}"};
inline constexpr Sentence not_recognised{"format non reconnu", "format not recognised"};
inline constexpr Sentence unreadable_place{"{0}, octet {1}, {2} {2|octet|octets}",
                                           "{0}, byte {1}, {2} {2|byte|bytes}"};
inline constexpr Sentence list_cut{"Non montrés ici : {0}.", "Not shown here: {0}."};
inline constexpr Sentence method_unknown{
    "« On ne sait pas » est une réponse : rien n’a été trouvé, mais les preuves ne couvrent pas "
    "toute la "
    "question.",
    "“Not known” is an answer: nothing was found, but the evidence does not cover the whole "
    "question."};
inline constexpr Sentence method_severity{
    "La gravité va de « pour information » à « critique ». « Grave » et « critique » demandent une "
    "action.",
    "Severity goes from “information” to “critical”. “High” and “critical” call for action."};
inline constexpr Sentence method_same{
    "Les constats se recalculent : mêmes preuves, même version, mêmes constats, sous le même "
    "identifiant.",
    "Findings can be computed again: same evidence, same version, same findings, under the same "
    "id."};
inline constexpr Sentence method_hidden{
    "Les noms viennent des preuves, donc parfois de l’intrus. Un caractère qui ne se voit pas est "
    "écrit "
    "‹U+…›.",
    "Names come from the evidence, so sometimes from the intruder. A character that does not show "
    "is "
    "written ‹U+…›."};

}  // namespace digue::produce::report::sentences
