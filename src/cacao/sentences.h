// What exchanging sheets as CACAO playbooks says.
#pragma once
#include "base/sentence.h"

namespace digue::cacao::sentences {

// Reading JSON.
inline constexpr Sentence json_too_big{
    "{0} octets, pour {1} au plus. Coupez le fichier, ou vérifiez que c’est bien un playbook.",
    "{0} bytes, for {1} at most. Cut the file, or check that it is a playbook at all."};
inline constexpr Sentence json_not_utf8{
    "Cet octet n’est pas de l’UTF-8. Enregistrez le fichier en UTF-8.",
    "This byte is not UTF-8. Save the file as UTF-8."};
inline constexpr Sentence json_broken{"Ce n’est pas du JSON ici ({0}). Corrigez la syntaxe.",
                                      "This is not JSON here ({0}). Correct the syntax."};
inline constexpr Sentence json_goes_on{
    "Quelque chose suit la fin du JSON. Laissez un seul objet dans le fichier.",
    "Something follows the end of the JSON. Leave one object in the file."};
inline constexpr Sentence json_key_twice{
    "La clé « {0} » est écrite deux fois dans cet objet. Gardez-en une.",
    "The key “{0}” is written twice in this object. Keep one of them."};
inline constexpr Sentence json_too_deep{
    "Plus de {0} niveaux d’imbrication. Un playbook n’en a pas besoin d’autant.",
    "More than {0} levels of nesting. No playbook needs as many."};
inline constexpr Sentence json_too_many{"Plus de {0} valeurs. Coupez le fichier.",
                                        "More than {0} values. Cut the file."};

// In a playbook: what a step says.
inline constexpr Sentence important{"IMPORTANT : {0}", "IMPORTANT: {0}"};
inline constexpr Sentence remark{"À savoir : {0}", "Note: {0}"};
inline constexpr Sentence impact{"IMPACT, à accepter avant : {0}", "IMPACT, to accept first: {0}"};
inline constexpr Sentence save_first{"Sauver d’abord : {0}", "Save first: {0}"};
inline constexpr Sentence undo{"Revenir en arrière : {0}", "To go back: {0}"};
inline constexpr Sentence without_user{"Sans le propriétaire : {0}", "Without the owner: {0}"};
inline constexpr Sentence after_steps{"Après : {0}", "After: {0}"};
inline constexpr Sentence analysed_by{"Digue cherche dans les exports : règles {0}",
                                      "Digue searches the exports: rules {0}"};
inline constexpr Sentence scripted_by{"Digue écrit le script : {0}",
                                      "Digue writes the script: {0}"};
inline constexpr Sentence temporary{"Provisoire : à revoir {0} h après ; levé par {1}",
                                    "For a time: look again {0} h after; lifted by {1}"};
inline constexpr Sentence proof{"Preuve d’effet : {0}", "Proof that it worked: {0}"};
inline constexpr Sentence conclusion{"Conclusion : une personne décide, de nouveau à chaque tour",
                                     "Conclusion: a person decides, again at each round"};
inline constexpr Sentence proposed{"Proposé, « {0} » : {1}", "Proposed, “{0}”: {1}"};
inline constexpr Sentence option{"Réponse « {0} » : {1}", "Answer “{0}”: {1}"};
inline constexpr Sentence option_then{"Réponse « {0} » : {1} → {2}", "Answer “{0}”: {1} → {2}"};
inline constexpr Sentence answer_is{"Réponse attendue : {0}, ou unknown",
                                    "Answer expected: {0}, or unknown"};
inline constexpr Sentence see_sheet{"Fiche : {0}", "Sheet: {0}"};
inline constexpr Sentence symptom{"On dit : {0}", "People say: {0}"};
inline constexpr Sentence measure_of{"Mesure {0} : {1}", "Measure {0}: {1}"};
inline constexpr Sentence within{"{0} > {1}", "{0} > {1}"};
inline constexpr Sentence item{"Repère : {0}", "Item: {0}"};
inline constexpr Sentence call_now{"Appeler tout de suite {0}. {1}", "Call now {0}. {1}"};
inline constexpr Sentence clock_starts{"Échéance à décider : {0}. {1}",
                                       "Clock to decide on: {0}. {1}"};
inline constexpr Sentence warning{"Attention : {0}", "Warning: {0}"};
inline constexpr Sentence only_if{"Seulement si la fiche le demande : {0}",
                                  "Only if the sheet asks for it: {0}"};
inline constexpr Sentence if_so{"Si c’est le cas : {0}", "If so: {0}"};
inline constexpr Sentence for_each_account{"Pour chaque compte touché : {0}",
                                           "For each account that is hit: {0}"};

// In a playbook: names.
inline constexpr Sentence starts{"Début", "Start"};
inline constexpr Sentence ends{"Fin", "End"};
inline constexpr Sentence side_by_side{"Priorité {0} : mesures côte à côte",
                                       "Priority {0}: measures side by side"};
inline constexpr Sentence is_shown{"Dans le plan ? {0}", "In the plan? {0}"};
inline constexpr Sentence answered{"Selon la réponse : {0}", "By the answer: {0}"};
inline constexpr Sentence answered_so{"{0} → {1}", "{0} → {1}"};
inline constexpr Sentence rule_holds{"Règle : {0}", "Rule: {0}"};
inline constexpr Sentence open_sheet{"Ouvrir la fiche ? {0}", "Open the sheet? {0}"};
inline constexpr Sentence team{"Équipe de réponse", "Response team"};
inline constexpr Sentence team_does{
    "La personne d’astreinte, le responsable de la sécurité et les administrateurs.",
    "The person on call, the head of security and the administrators."};
inline constexpr Sentence organisation{"Système de l’organisation", "System of the organisation"};
inline constexpr Sentence accounts{"Comptes du périmètre", "Accounts of the perimeter"};
inline constexpr Sentence account_owner{"Propriétaire du compte", "Owner of the account"};
inline constexpr Sentence variable_answer{"Réponse à « {0} »", "Answer to “{0}”"};
inline constexpr Sentence variable_state{
    "État de l’étape {0} : to-do, in-progress, done, partial, impossible, not-applicable, "
    "delegated ou postponed",
    "State of step {0}: to-do, in-progress, done, partial, impossible, not-applicable, delegated "
    "or postponed"};
inline constexpr Sentence variable_evidence{
    "Ce que l’analyse répond à {0} : yes, no ou unknown ; vide si ce n’est pas examiné",
    "What the analysis answers to {0}: yes, no or unknown; empty when it was not examined"};
inline constexpr Sentence variable_accounts{"Nombre de comptes tenus pour compromis",
                                            "Number of accounts held compromised"};
inline constexpr Sentence variable_open{"yes pour ouvrir la fiche « {0} »",
                                        "yes to open the sheet “{0}”"};
inline constexpr Sentence licence_is{"{0}. {1}", "{0}. {1}"};

// Importing.
inline constexpr Sentence not_a_playbook{
    "Ce n’est pas un playbook CACAO : il faut un objet dont \"type\" est \"playbook\".",
    "This is no CACAO playbook: an object whose \"type\" is \"playbook\" is needed."};
inline constexpr Sentence step_gone{
    "L’étape {0} de la fiche n’est plus dans le workflow. Remettez-la, ou repartez de la fiche.",
    "Step {0} of the sheet is no longer in the workflow. Put it back, or start from the sheet."};
inline constexpr Sentence changed_since{
    "« {0} » a changé depuis l’export : la fiche n’en tient pas compte. Changez-la elle-même.",
    "“{0}” has changed since the export: the sheet does not follow. Change the sheet itself."};
inline constexpr Sentence gone_since{
    "« {0} » a été retiré depuis l’export : la fiche n’en tient pas compte.",
    "“{0}” was taken out since the export: the sheet does not follow."};
inline constexpr Sentence one_language{
    "Un playbook n’a qu’une langue : ses textes sont mis en français et en anglais. Traduisez-les.",
    "A playbook has one language: its texts stand for both French and English. Translate them."};
inline constexpr Sentence draft_only{
    "La fiche est un brouillon : une seule mesure, {0} étapes. Donnez priorités, sauvegardes et "
    "retours en arrière.",
    "The sheet is a draft: one measure, {0} steps. Give priorities, what to save and ways back."};
inline constexpr Sentence not_carried{
    "Perdu : « {0} », qui n’a pas de place dans une fiche (× {1}).",
    "Lost: “{0}”, which has no place in a sheet (× {1})."};
inline constexpr Sentence cut_text{"Texte coupé à {0} octets.", "Text cut at {0} bytes."};
inline constexpr Sentence to_complete{"À compléter.", "To be completed."};
inline constexpr Sentence licence_unknown{"Licence à vérifier auprès de {0}.",
                                          "Licence to be checked with {0}."};
inline constexpr Sentence is_it_so{"Est-ce le cas : {0} ?", "Is it so: {0}?"};
inline constexpr Sentence which_one{"Quelle valeur : {0} ?", "Which value: {0}?"};
inline constexpr Sentence do_the_branch{"Faites les étapes de cette branche.",
                                        "Do the steps of this branch."};
inline constexpr Sentence other_sheet{"Ouvrir le playbook {0}", "Open the playbook {0}"};
inline constexpr Sentence yes{"Oui", "Yes"};
inline constexpr Sentence no{"Non", "No"};
inline constexpr Sentence unknown{"Je ne sais pas", "I don’t know"};

}  // namespace digue::cacao::sentences
