// What `digue sheet` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence sheet_summary{"les fiches : que faire, et dans quel ordre",
                                        "the sheets: what to do, and in which order"};
inline constexpr Sentence sheet_list{"liste les fiches", "lists the sheets"};
inline constexpr Sentence sheet_show{"montre une fiche", "shows a sheet"};
inline constexpr Sentence sheet_lint{
    "vérifie des fiches : chaque défaut avec fichier, ligne, colonne et remède",
    "checks sheets: each fault with its file, line, column and what to do"};
inline constexpr Sentence sheet_coverage{
    "dit ce qui porte chaque ligne de requirements.tsv, ou pourquoi rien ne la porte encore",
    "says what carries each line of requirements.tsv, or why nothing does yet"};
inline constexpr Sentence option_sheets{"dossier de fiches à la place de celles du programme",
                                        "folder of sheets in place of the program’s own"};
inline constexpr Sentence option_sheet{"identifiant de la fiche, comme mail-account",
                                       "id of the sheet, such as mail-account"};
inline constexpr Sentence option_order{"ordre des étapes : priorité ou thème",
                                       "order of the steps: priority or theme"};
inline constexpr Sentence option_item{"une seule étape, comme mail-account/1.a.1",
                                      "one step only, such as mail-account/1.a.1"};
inline constexpr Sentence option_files{"fichiers à vérifier (sinon, les fiches du programme)",
                                       "files to check (else the program’s own sheets)"};
inline constexpr Sentence option_strict{"échoue aussi pour un avertissement",
                                        "fails for a warning too"};

inline constexpr Sentence sheet_diff{
    "dit ce qu’une mise à jour des fiches change sous celles que vous avez adaptées",
    "says what an update of the sheets changes under those that you adapted"};
inline constexpr Sentence sheet_overlay{
    "commence le fichier qui adapte les fiches à votre organisation",
    "begins the file that adapts the sheets to your organisation"};
inline constexpr Sentence option_overlay_file{"le fichier qui adapte les fiches",
                                              "the file that adapts the sheets"};
inline constexpr Sentence option_updated{
    "l’écrit à jour, avec une marque là où il faut regarder ; ce peut être le même fichier",
    "writes it up to date, marked where to look; it may be the same file"};
inline constexpr Sentence option_adapted{"fiches à adapter (sinon, toutes)",
                                         "sheets to adapt (else all)"};
inline constexpr Sentence option_begun{"fichier à écrire", "file to write"};
inline constexpr Sentence written{"Écrit à jour : {0}. « digue sheet lint {0} » le vérifie.",
                                  "Written up to date: {0}. “digue sheet lint {0}” checks it."};
inline constexpr Sentence overlay_begun{
    "Commencé : {0}. Remplissez-le, puis « digue sheet lint {0} » ; nommez-le dans les réglages : "
    "« overlay: {0} ».",
    "Begun: {0}. Fill it in, then “digue sheet lint {0}”; name it in the settings: “overlay: "
    "{0}”."};
inline constexpr Sentence exists_already{
    "{0} existe déjà : rien n’a été écrit. Choisissez un autre nom.",
    "{0} exists already: nothing was written. Choose another name."};
inline constexpr Sentence hidden_step{"Masquée : {0}  {1} — {2}", "Hidden: {0}  {1} — {2}"};
inline constexpr Sentence diff_version{"{0} : version {1}, maintenant {2}.",
                                       "{0}: version {1}, now {2}."};
inline constexpr Sentence diff_unkept{
    "{0} : les étapes d’alors ne sont pas notées ; on ne peut pas dire lesquelles ont changé.",
    "{0}: the steps as they were are not noted; which of them changed can’t be told."};
inline constexpr Sentence diff_gone{"Disparue : {0}", "Gone: {0}"};
inline constexpr Sentence diff_added{"Nouvelle : {0}  {1}", "New: {0}  {1}"};
inline constexpr Sentence diff_changed{"Texte changé : {0}  {1}", "Text changed: {0}  {1}"};
inline constexpr Sentence diff_moved{"Passée de {1} à {2} : {0}  {3}", "From {1} to {2}: {0}  {3}"};
inline constexpr Sentence diff_touched{"À REVOIR, vous y avez mis quelque chose. {0}",
                                       "LOOK AGAIN, you put something there. {0}"};
inline constexpr Sentence diff_none{"{0} est à jour.", "{0} is up to date."};
inline constexpr Sentence diff_result{
    "{0} {0|différence|différences}, dont {1} là où {2} met quelque chose.",
    "{0} {0|difference|differences}, of which {1} where {2} puts something."};
inline constexpr Sentence sheet_glossary{"définit les mots des fiches, ou un seul",
                                         "defines the words of the sheets, or one of them"};
inline constexpr Sentence sheet_contacts{
    "l’annuaire : qui appeler, pour qui, et quand chacun a été vérifié",
    "the directory: whom to call, for whom, and when each was checked"};
inline constexpr Sentence option_word{"un mot, comme jeton ou endiguement",
                                      "a word, such as token or containment"};
inline constexpr Sentence option_sector{"secteur de l’organisation", "sector of the organisation"};
inline constexpr Sentence option_status{"statut de l’organisation", "status of the organisation"};

inline constexpr Sentence no_such_word{
    "« {0} » n’est pas défini. « digue sheet glossary » montre les mots qui le sont.",
    "“{0}” is not defined. “digue sheet glossary” shows the words that are."};
inline constexpr Sentence no_file_of_it{
    "Ces fiches n’ont pas de {0}. Retirez --sheets pour lire celui du programme.",
    "These sheets have no {0}. Leave out --sheets to read the program’s own."};
inline constexpr Sentence word_means{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence contact_phone{"Téléphone : {0} ({1})", "Phone: {0} ({1})"};
inline constexpr Sentence contact_number{"Téléphone : {0}", "Phone: {0}"};
inline constexpr Sentence contact_mail{"Mail : {0}", "Mail: {0}"};
inline constexpr Sentence contact_web{"Adresse : {0}", "Address: {0}"};
inline constexpr Sentence contact_hours{"Heures : {0}", "Hours: {0}"};
inline constexpr Sentence key_is{"Empreinte : {0}", "Fingerprint: {0}"};
inline constexpr Sentence contact_otherwise{"Les autres appellent : {0}", "Others call: {0}"};
inline constexpr Sentence contact_to_fill{
    "À compléter : nom, numéro, référence ____________________",
    "To fill in: name, number, reference ____________________"};
inline constexpr Sentence contact_checked{"Vérifié le {0} (il y a {1} {1|jour|jours}) : {2}",
                                          "Checked on {0} ({1} {1|day|days} ago): {2}"};
inline constexpr Sentence old_source{
    "Cette source a {0} ans : ce qu’elle nomme a pu changer.",
    "This source is {0} years old: what it names may have changed."};
inline constexpr Sentence undated_source{"Cette source ne porte pas de date.",
                                         "This source bears no date."};

inline constexpr Sentence no_such_sheet{
    "Il n’y a pas de fiche « {0} ». « digue sheet list » montre celles qui existent.",
    "There is no sheet “{0}”. “digue sheet list” shows those that exist."};
inline constexpr Sentence no_such_step{
    "Il n’y a pas d’étape « {0} » dans cette fiche. « digue sheet show {1} » les montre.",
    "There is no step “{0}” in this sheet. “digue sheet show {1}” shows them."};
inline constexpr Sentence no_requirement{
    "requirements.tsv ne dit rien de « {0} ». Vérifiez l’identifiant avec « digue sheet list ».",
    "requirements.tsv says nothing of “{0}”. Check the id with “digue sheet list”."};

inline constexpr Sentence after_source{"D’après {0}", "After {0}"};
inline constexpr Sentence source_version{"version {0}", "version {0}"};
inline constexpr Sentence steps_count{"{0} {0|étape|étapes}", "{0} {0|step|steps}"};
inline constexpr Sentence measure_title{"Mesure {0} : {1}", "Measure {0}: {1}"};
inline constexpr Sentence sheet_licence{"Licence : {0}. {1}", "Licence: {0}. {1}"};
inline constexpr Sentence sheet_when{"Quand : {0}", "When: {0}"};
inline constexpr Sentence sheet_goal{"But : {0}", "Goal: {0}"};
inline constexpr Sentence sheet_symptom{"On dit : «\u00a0{0}\u00a0»", "People say: “{0}”"};
inline constexpr Sentence important{"IMPORTANT : {0}", "IMPORTANT: {0}"};
inline constexpr Sentence remark{"À savoir : {0}", "Note: {0}"};
inline constexpr Sentence impact{"IMPACT, à accepter avant : {0}", "IMPACT, to accept first: {0}"};
inline constexpr Sentence save_first{"Sauver d’abord : {0}", "Save first: {0}"};
inline constexpr Sentence undo{"Revenir en arrière : {0}", "To go back: {0}"};
inline constexpr Sentence without_user{"Sans le propriétaire : {0}", "Without the owner: {0}"};
inline constexpr Sentence after_steps{"Après : {0}", "After: {0}"};
inline constexpr Sentence option_line{"( ) {0}", "( ) {0}"};
inline constexpr Sentence option_then{"→ {0}", "→ {0}"};
inline constexpr Sentence next_sheet{"Fiche : {0}", "Sheet: {0}"};
inline constexpr Sentence analysed_by{"Digue cherche dans les exports : règles {0}",
                                      "Digue searches the exports: rules {0}"};
inline constexpr Sentence scripted_by{"Digue écrit le script : {0}",
                                      "Digue writes the script: {0}"};
inline constexpr Sentence rule_reason{"Règle : {0}", "Rule: {0}"};
inline constexpr Sentence temporary{"Provisoire : à revoir {0} h après ; levé par {1}",
                                    "For a time: look again {0} h after; lifted by {1}"};
inline constexpr Sentence proof{"Preuve d’effet : {0}", "Proof that it worked: {0}"};
inline constexpr Sentence conclusion{"Conclusion : une personne décide, de nouveau à chaque tour",
                                     "Conclusion: a person decides, again at each round"};
inline constexpr Sentence proposed{"Proposé, « {0} » : {1}", "Proposed, “{0}”: {1}"};
inline constexpr Sentence call_saying{"→ appeler tout de suite, {0} : {1}", "→ call now, {0}: {1}"};
inline constexpr Sentence clock{"→ échéance proposée : {0}", "→ clock proposed: {0}"};
inline constexpr Sentence written_from{"Écrit d’après {0}, {1} ({2})",
                                       "Written from {0}, {1} ({2})"};
inline constexpr Sentence sheet_time_box{"Temps conseillé par tour : {0} min",
                                         "Time suggested for a round: {0} min"};
inline constexpr Sentence per_account{"pour chaque compte", "for each account"};

inline constexpr Sentence level_error{"erreur", "error"};
inline constexpr Sentence level_warning{"avertissement", "warning"};
inline constexpr Sentence problem_line{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence lint_result{
    "{0} {0|erreur|erreurs}, {1} {1|avertissement|avertissements} dans {2} {2|fichier|fichiers}.",
    "{0} {0|error|errors}, {1} {1|warning|warnings} in {2} {2|file|files}."};

inline constexpr Sentence not_carried{"rien ne la porte", "nothing carries it"};
inline constexpr Sentence later_reason{"plus tard : {0}", "later: {0}"};
inline constexpr Sentence coverage_result{
    "{0} {0|ligne|lignes} : {1} {1|portée|portées} en français et en anglais (dont {2} avec une "
    "partie pour plus tard), {3} {3|laissée|laissées} à plus tard avec leur raison, {4} sans rien.",
    "{0} {0|line|lines}: {1} carried in French and English ({2} of them with a part for later), "
    "{3} left for later with the reason, {4} with nothing."};

}  // namespace digue::cli::verbs::sentences
