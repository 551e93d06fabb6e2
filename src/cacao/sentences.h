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
inline constexpr Sentence json_broken{
    "Ce n’est pas du JSON ici. Vérifiez virgules, guillemets, accolades et barres inverses.",
    "This is not JSON here. Check commas, quotes, braces and backslashes."};
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
inline constexpr Sentence set_aside{"La fiche l’écarte quand : {0}",
                                    "The sheet sets it aside when: {0}"};
inline constexpr Sentence brought_in{"La fiche la fait entrer quand : {0}",
                                     "The sheet brings it in when: {0}"};
inline constexpr Sentence moved_to{"La fiche la met en {0} quand : {1}",
                                   "The sheet makes it {0} when: {1}"};
inline constexpr Sentence may_warn{"Attention, s’il y a lieu : {0}",
                                   "Warning, where it applies: {0}"};
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
inline constexpr Sentence not_compared{
    "La fiche donnerait un playbook trop gros : rien ne dit si celui-ci a changé depuis l’export.",
    "The sheet would give too big a playbook: nothing tells whether this one has changed since."};
inline constexpr Sentence one_language{
    "Un playbook n’a qu’une langue : ses textes sont mis en français et en anglais. Traduisez-les.",
    "A playbook has one language: its texts stand for both French and English. Translate them."};
inline constexpr Sentence draft_only{
    "La fiche est un brouillon, en une mesure (étapes : {0}). Donnez priorités, sauvegardes et "
    "retours en arrière.",
    "The sheet is a draft, in one measure (steps: {0}). Give priorities, what to save and ways "
    "back."};
inline constexpr Sentence not_carried{
    "Perdu : « {0} », qui n’a pas de place dans une fiche (× {1}).",
    "Lost: “{0}”, which has no place in a sheet (× {1})."};
inline constexpr Sentence steps_unread{
    "Perdu : {0} {0|étape|étapes} du workflow. Rien n’y mène, ou {0|elle dépasse|elles dépassent} "
    "les limites d’une fiche.",
    "Lost: {0} {0|step|steps} of the workflow. Nothing leads to {0|it, or it is|them, or they are} "
    "beyond the limits of a sheet."};
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

// Checking.
inline constexpr Sentence need_object{"Il faut un objet ici : { … }.",
                                      "An object is needed here: { … }."};
inline constexpr Sentence need_list{"Il faut ici une liste qui n’est pas vide.",
                                    "A list that is not empty is needed here."};
inline constexpr Sentence need_string{"Il faut un texte entre guillemets ici.",
                                      "A text between quotes is needed here."};
inline constexpr Sentence need_boolean{"Il faut true ou false ici, sans guillemets.",
                                       "true or false is needed here, without quotes."};
inline constexpr Sentence need_whole{
    "Il faut un nombre entier ici, pas négatif et sans guillemets.",
    "A whole number is needed here, not negative and without quotes."};
inline constexpr Sentence need_percent{"Il faut un nombre entier de 0 à 100 ici.",
                                       "A whole number from 0 to 100 is needed here."};
inline constexpr Sentence need_base64{"Ce n’est pas du base64. Encodez le texte à nouveau.",
                                      "This is not base64. Encode the text again."};
inline constexpr Sentence missing_property{
    "Il manque la propriété obligatoire « {0} ». Ajoutez-la.",
    "The required property “{0}” is missing. Add it."};
inline constexpr Sentence unknown_property{
    "« {0} » n’est pas une propriété de CACAO 2.0 pour cet objet ({1}). Retirez-la, ou mettez-la "
    "dans une extension.",
    "“{0}” is no property of CACAO 2.0 for this object ({1}). Take it out, or put it in an "
    "extension."};
inline constexpr Sentence type_unknown{
    "« {0} » n’est pas un type de CACAO 2.0 ({1}). Choisissez-en un de la spécification.",
    "“{0}” is no type of CACAO 2.0 ({1}). Choose one of the specification."};
inline constexpr Sentence type_not_listed{
    "« {0} » n’est pas dans le vocabulaire de CACAO 2.0 ({1}) : un autre outil ne saura qu’en "
    "faire.",
    "“{0}” is not in the vocabulary of CACAO 2.0 ({1}): another tool won’t know what to do with "
    "it."};
inline constexpr Sentence word_not_listed{
    "« {0} » n’est pas dans le vocabulaire de CACAO 2.0. Vérifiez le mot.",
    "“{0}” is not in the vocabulary of CACAO 2.0. Check the word."};
inline constexpr Sentence wrong_version{
    "La version est « {0} » ; ce contrôle lit « cacao-2.0 ». Convertissez le playbook.",
    "The version is “{0}”; this check reads “cacao-2.0”. Convert the playbook."};
inline constexpr Sentence bad_identifier{"« {0} » n’est pas un identifiant : écrivez type--UUID.",
                                         "“{0}” is no identifier: write type--UUID."};
inline constexpr Sentence other_type{
    "L’identifiant « {0} » doit commencer par le type de l’objet, « {1} ».",
    "The identifier “{0}” must begin with the type of the object, “{1}”."};
inline constexpr Sentence other_id{
    "L’objet doit avoir l’identifiant sous lequel il est rangé, « {0} ».",
    "The object must have the identifier that it stands under, “{0}”."};
inline constexpr Sentence uuid_twice{
    "L’UUID {0} sert déjà à un objet de type « {1} ». Donnez-en un autre.",
    "The UUID {0} already serves an object of type “{1}”. Give another one."};
inline constexpr Sentence not_version_4{
    "L’identifiant d’une étape doit être un UUID de version 4 : « {0} ».",
    "The identifier of a step must be a UUID of version 4: “{0}”."};
inline constexpr Sentence bad_moment{
    "« {0} » n’est pas une date : écrivez 2026-11-22T10:00:00.000Z, en UTC.",
    "“{0}” is no timestamp: write 2026-11-22T10:00:00.000Z, in UTC."};
inline constexpr Sentence not_milliseconds{
    "« {0} » doit avoir exactement trois décimales de seconde.",
    "“{0}” must have exactly three decimals of a second."};
inline constexpr Sentence too_early{"Cette date vient avant « {0} ». Corrigez l’une des deux.",
                                    "This date comes before “{0}”. Correct one of the two."};
inline constexpr Sentence empty_reference{
    "Une référence externe dit plus que son nom : description, source, url, external_id ou "
    "reference_id.",
    "An external reference says more than its name: description, source, url, external_id or "
    "reference_id."};
inline constexpr Sentence reference_not_above{
    "La référence « {0} » doit figurer aussi dans external_references du playbook.",
    "The reference “{0}” must also stand in external_references of the playbook."};
inline constexpr Sentence bad_variable_name{
    "« {0} » n’est pas un nom de variable : écrivez __nom__, une lettre d’abord, 250 caractères au "
    "plus.",
    "“{0}” is no name of a variable: write __name__, a letter first, 250 characters at most."};
inline constexpr Sentence bad_variable_value{
    "La valeur d’une variable est un texte, un objet ou null : mettez-la entre guillemets.",
    "The value of a variable is a text, an object or null: put it between quotes."};
inline constexpr Sentence empty_command{
    "Cette commande ne dit rien : donnez command ou command_b64.",
    "This command says nothing: give command or command_b64."};
inline constexpr Sentence no_case{"Il faut au moins un cas.", "One case at least is needed."};
inline constexpr Sentence bad_extension_name{
    "« {0} » n’est pas un nom de propriété d’extension : de 3 à 250 caractères parmi a-z, 0-9 et "
    "_.",
    "“{0}” is no name of a property of an extension: from 3 to 250 characters among a-z, 0-9 and "
    "_."};
inline constexpr Sentence end_goes_on{
    "Une étape « end » ne mène nulle part : retirez on_completion, on_success et on_failure.",
    "An “end” step leads nowhere: take out on_completion, on_success and on_failure."};
inline constexpr Sentence start_splits{"Une étape « start » n’a que on_completion.",
                                       "A “start” step has on_completion only."};
inline constexpr Sentence both_ways_on{
    "on_completion exclut on_success et on_failure. Gardez l’un ou les autres.",
    "on_completion excludes on_success and on_failure. Keep the one or the others."};
inline constexpr Sentence one_branch{
    "Un « parallel » a au moins deux branches. Avec une seule, enchaînez les étapes.",
    "A “parallel” has two branches at least. With one, chain the steps."};
inline constexpr Sentence no_such_agent{
    "L’agent « {0} » n’est pas dans agent_definitions. Ajoutez-le.",
    "The agent “{0}” is not in agent_definitions. Add it."};
inline constexpr Sentence no_such_target{
    "La cible « {0} » n’est pas dans target_definitions. Ajoutez-la.",
    "The target “{0}” is not in target_definitions. Add it."};
inline constexpr Sentence no_such_variable{
    "La variable « {0} » n’est déclarée ni dans l’étape, ni dans le playbook. Déclarez-la.",
    "The variable “{0}” is declared neither in the step nor in the playbook. Declare it."};
inline constexpr Sentence variable_unset{
    "Le texte utilise « {0} », qui n’est déclarée nulle part : il restera tel quel.",
    "The text uses “{0}”, which is declared nowhere: it will stay as it is."};
inline constexpr Sentence no_such_authentication{
    "« {0} » n’est pas dans authentication_info_definitions. Ajoutez-le.",
    "“{0}” is not in authentication_info_definitions. Add it."};
inline constexpr Sentence no_such_extension{
    "L’extension « {0} » n’est pas dans extension_definitions. Ajoutez sa définition.",
    "The extension “{0}” is not in extension_definitions. Add its definition."};
inline constexpr Sentence no_such_marking{
    "Le marquage « {0} » n’est pas dans data_marking_definitions. Ajoutez-le.",
    "The marking “{0}” is not in data_marking_definitions. Add it."};
inline constexpr Sentence no_such_level{
    "« {0} » n’est pas un niveau de TLP 2.0 : TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN ou "
    "TLP:CLEAR.",
    "“{0}” is no level of TLP 2.0: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR."};
inline constexpr Sentence other_level{"{0} a le même UUID pour tous : {1}.",
                                      "{0} has one UUID for everyone: {1}."};
inline constexpr Sentence no_activity{
    "Avec ces types, playbook_activities doit dire au moins une activité.",
    "With these types, playbook_activities must say one activity at least."};
inline constexpr Sentence activity_not_done{
    "Aucune commande n’a l’activité « {0} » (playbook_activity).",
    "No command has the activity “{0}” (playbook_activity)."};
inline constexpr Sentence no_step_of{"Le workflow n’a pas d’étape « {0} ». Ajoutez-en une.",
                                     "The workflow has no “{0}” step. Add one."};
inline constexpr Sentence no_such_step{
    "L’étape « {0} » n’est pas dans le workflow. Ajoutez-la, ou corrigez l’identifiant.",
    "The step “{0}” is not in the workflow. Add it, or correct the identifier."};
inline constexpr Sentence not_a_start{
    "Le workflow doit commencer par une étape « start », pas « {0} ».",
    "The workflow must begin with a “start” step, not “{0}”."};
inline constexpr Sentence leads_nowhere{
    "Rien ne suit cette étape : donnez on_completion ou on_success, jusqu’à une étape « end ».",
    "Nothing follows this step: give on_completion or on_success, up to an “end” step."};
inline constexpr Sentence comes_back{
    "Cette étape ramène à une étape déjà passée : le playbook ne finirait pas. Utilisez un "
    "while-condition.",
    "This leads back to a step already passed: the playbook would not end. Use a while-condition."};
inline constexpr Sentence comes_back_on_failure{
    "En cas d’échec, ceci ramène en arrière : un échec qui dure ne finirait pas.",
    "On failure, this leads back: a failure that lasts would not end."};
inline constexpr Sentence not_its_own_end{
    "L’étape « {0} » appartient à une autre branche : chaque branche finit par sa propre étape « "
    "end ».",
    "The step “{0}” belongs to another branch: each branch ends with its own “end” step."};
inline constexpr Sentence never_reached{"Rien ne mène à cette étape : elle ne sera jamais faite.",
                                        "Nothing leads to this step: it will never be done."};

}  // namespace digue::cacao::sentences
