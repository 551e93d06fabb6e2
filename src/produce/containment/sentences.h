// What containment scripts say: frame, measures, actions.  Names in « » come from the evidence and
// have passed shown().
#pragma once
#include "base/sentence.h"

namespace digue::produce::containment::sentences {

// The frame: header
inline constexpr Sentence header_title{"Digue : script de confinement {0}, {1}",
                                       "Digue: containment script {0}, {1}"};
inline constexpr Sentence header_reverse{"Digue : script inverse de {0}, {1}",
                                         "Digue: script that undoes {0}, {1}"};
inline constexpr Sentence header_incident{"Incident   : {0}", "Incident : {0}"};
inline constexpr Sentence header_author{"Préparé par : {0}", "Prepared by: {0}"};
inline constexpr Sentence header_written{"Préparé le  : {0} (UTC), {1} ({2})",
                                         "Prepared at: {0} (UTC), {1} ({2})"};
inline constexpr Sentence header_impact{"Conséquences : {0}", "Impact: {0}"};
inline constexpr Sentence header_undo{"Pour annuler : {0}", "To undo: {0}"};
inline constexpr Sentence header_never_run{
    "Digue n’exécute jamais ce script : relisez-le, puis lancez-le vous-même depuis une machine "
    "sûre.",
    "Digue never runs this script: review it, then run it yourself from a machine you trust."};
inline constexpr Sentence header_dry{
    "essai à blanc : lit et enregistre l’état présent, montre ce qui serait fait, ne change rien",
    "dry run: reads and saves the present state, shows what would be done, changes nothing"};
inline constexpr Sentence header_apply{"fait les changements", "makes the changes"};
inline constexpr Sentence header_needs{"Modules nécessaires : {0}", "Modules needed: {0}"};
inline constexpr Sentence section_connect{"Connexion", "Sign in"};
inline constexpr Sentence section_preserve{"0 Conserver l’état présent, avant toute action",
                                           "0 Preserve the present state, before any action"};
inline constexpr Sentence section_actions{"Actions, dans l’ordre", "Actions, in order"};
inline constexpr Sentence section_tools{"Outils du script", "Tools of the script"};

// The frame: what the script prints
inline constexpr Sentence bad_encoding{
    "Ce fichier a perdu son encodage (UTF-8 avec BOM) : rien n’est lancé. Reprenez le fichier "
    "d’origine.",
    "This file has lost its encoding (UTF-8 with BOM): nothing is run. Take the original file "
    "again."};
inline constexpr Sentence print_mode_dry{
    "ESSAI À BLANC : rien ne sera changé. Ajoutez -Apply pour agir.",
    "DRY RUN: nothing will be changed. Add -Apply to act."};
inline constexpr Sentence print_mode_apply{"LES CHANGEMENTS VONT ÊTRE FAITS.",
                                           "THE CHANGES WILL BE MADE."};
inline constexpr Sentence print_saved{"   enregistré : {0} ({1} objets)",
                                      "   saved: {0} ({1} objects)"};
inline constexpr Sentence print_would{"   serait lancé : {0}", "   would run: {0}"};
inline constexpr Sentence print_folder{"Dossier de cette exécution : {0}",
                                       "Folder of this run: {0}"};
inline constexpr Sentence print_failed{
    "{0} action(s) en échec : voyez les lignes ci-dessus et a-consigner.csv.",
    "{0} action(s) failed: see the lines above and to-log.csv."};
inline constexpr Sentence file_to_log{"a-consigner.csv", "to-log.csv"};
inline constexpr Sentence state_done{"fait", "done"};
inline constexpr Sentence state_dry{"essai à blanc", "dry run"};
inline constexpr Sentence state_not_found{"introuvable : déjà retiré ou renommé ?",
                                          "not found: already removed, or renamed?"};
inline constexpr Sentence state_failed{"ÉCHEC : {0}", "FAILED: {0}"};
inline constexpr Sentence state_by_hand{"À FAIRE À LA MAIN", "TO DO BY HAND"};
inline constexpr Sentence column_time{"heure_utc", "time_utc"};
inline constexpr Sentence column_number{"action", "action"};
inline constexpr Sentence column_what{"texte", "text"};
inline constexpr Sentence column_state{"resultat", "result"};
inline constexpr Sentence parameter_from{
    "Indiquez avec -From le dossier enregistré par {0} (celui qui contient les fichiers .clixml).",
    "Give with -From the folder saved by {0} (the one that holds the .clixml files)."};
inline constexpr Sentence section_undo{"Actions inverses, la dernière faite d’abord",
                                       "Reverse actions, the last one done first"};

// Refusals and undoing
inline constexpr Sentence refused_name{
    "{0} : le nom contient des caractères invisibles ou de contrôle, il n’est pas mis dans une "
    "commande. Faites-le depuis la console d’administration.",
    "{0}: the name holds invisible or control characters and is not put in a command. Do it from "
    "the administration console."};
inline constexpr Sentence undo_by_hand{"Annuler ce qui a été fait à la main : {0}",
                                       "Undo what was done by hand: {0}"};

// C5: inbox rules
inline constexpr Sentence inbox_rules_title{"désactiver les règles de boîte malveillantes",
                                            "disable the malicious inbox rules"};
inline constexpr Sentence inbox_rules_impact{
    "les règles désactivées ne trient plus le courrier. Exchange peut supprimer au passage les "
    "règles "
    "propres au client Outlook (celles marquées « client uniquement ») : il le demande alors, "
    "répondez après avoir prévenu la personne.",
    "the disabled rules no longer sort mail. Exchange may drop the rules that only the Outlook "
    "client "
    "runs (marked “client-only”): it asks first; answer once the person has been told."};
inline constexpr Sentence save_inbox_rules{"Enregistrer les règles de la boîte « {0} »",
                                           "Save the rules of the mailbox “{0}”"};
inline constexpr Sentence disable_rule{"Désactiver la règle « {0} » de la boîte « {1} »",
                                       "Disable the rule “{0}” of the mailbox “{1}”"};
inline constexpr Sentence enable_rule{"Réactiver la règle « {0} » de la boîte « {1} »",
                                      "Enable again the rule “{0}” of the mailbox “{1}”"};
inline constexpr Sentence rule_was_disabled{
    "La règle « {0} » de la boîte « {1} » était déjà désactivée : rien à rétablir",
    "The rule “{0}” of the mailbox “{1}” was already disabled: nothing to restore"};
inline constexpr Sentence outlook_rule{
    "Vérifier dans Outlook la règle « {0} » de la boîte « {1} » : son nom est celui d’une règle du "
    "système, que ce script ne touche pas ; un intrus peut l’avoir pris",
    "Check in Outlook the rule “{0}” of the mailbox “{1}”: its name is that of a rule of the "
    "system, "
    "which this script leaves alone; an intruder may have taken it"};
inline constexpr Sentence disable_all_rules{
    "Désactiver toutes les règles actives de la boîte « {0} » (sauf celles du système)",
    "Disable every active rule of the mailbox “{0}” (but for the system’s)"};
inline constexpr Sentence enable_saved_rules{
    "Réactiver les règles de la boîte « {0} » qui étaient actives à l’enregistrement",
    "Enable again the rules of the mailbox “{0}” that were active when saved"};

// C6: forwarding, permissions, transport rules, roles
inline constexpr Sentence forwarding_title{
    "arrêter les transferts, retirer les délégations, désactiver les règles de flux",
    "stop the forwarding, remove the delegations, disable the flow rules"};
inline constexpr Sentence forwarding_impact{
    "les messages ne sont plus transférés ; les personnes dont le droit est retiré n’ouvrent plus "
    "la "
    "boîte ; les règles de flux désactivées ne s’appliquent plus à personne.",
    "messages are no longer forwarded; the people whose right is removed no longer open the "
    "mailbox; "
    "the disabled flow rules no longer apply to anyone."};
inline constexpr Sentence save_mailbox{"Enregistrer les réglages de la boîte « {0} »",
                                       "Save the settings of the mailbox “{0}”"};
inline constexpr Sentence stop_forwarding{"Arrêter le transfert de la boîte « {0} »",
                                          "Stop the forwarding of the mailbox “{0}”"};
inline constexpr Sentence restore_forwarding{"Rétablir le transfert de la boîte « {0} »",
                                             "Restore the forwarding of the mailbox “{0}”"};
inline constexpr Sentence remove_access{"Retirer à « {0} » l’accès {2} à la boîte « {1} »",
                                        "Remove from “{0}” the access {2} to the mailbox “{1}”"};
inline constexpr Sentence restore_access{"Rendre à « {0} » l’accès {2} à la boîte « {1} »",
                                         "Give back to “{0}” the access {2} to the mailbox “{1}”"};
inline constexpr Sentence remove_sending{"Retirer à « {0} » le droit {2} sur la boîte « {1} »",
                                         "Remove from “{0}” the right {2} on the mailbox “{1}”"};
inline constexpr Sentence restore_sending{"Rendre à « {0} » le droit {2} sur la boîte « {1} »",
                                          "Give back to “{0}” the right {2} on the mailbox “{1}”"};
inline constexpr Sentence remove_folder_access{"Retirer à « {0} » son accès au dossier « {1} »",
                                               "Remove from “{0}” the access to the folder “{1}”"};
inline constexpr Sentence restore_folder_access{
    "Rendre à « {0} » son accès au dossier « {1} » ({2})",
    "Give back to “{0}” the access to the folder “{1}” ({2})"};
inline constexpr Sentence rights_unknown{
    "Rendre à « {0} » son droit sur « {1} » : les preuves ne disent pas lequel, reprenez-le de ce "
    "que le "
    "script a enregistré",
    "Give back to “{0}” the right on “{1}”: the evidence does not say which, take it from what the "
    "script saved"};
inline constexpr Sentence review_access{
    "Vérifier qui a accès à la boîte « {0} » : les preuves ne nomment pas la personne",
    "Check who has access to the mailbox “{0}”: the evidence does not name the person"};
inline constexpr Sentence disable_flow_rule{"Désactiver la règle de flux « {0} »",
                                            "Disable the mail flow rule “{0}”"};
inline constexpr Sentence enable_flow_rule{"Réactiver la règle de flux « {0} »",
                                           "Enable again the mail flow rule “{0}”"};
inline constexpr Sentence flow_rule_was_disabled{
    "La règle de flux « {0} » était déjà désactivée : rien à rétablir",
    "The mail flow rule “{0}” was already disabled: nothing to restore"};
inline constexpr Sentence remove_role{"Retirer à « {0} » le rôle « {1} »",
                                      "Remove from “{0}” the role “{1}”"};
inline constexpr Sentence restore_role{"Rendre à « {0} » le rôle « {1} »",
                                       "Give back to “{0}” the role “{1}”"};

}  // namespace digue::produce::containment::sentences
