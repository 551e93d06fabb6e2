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
inline constexpr Sentence state_not_found{
    "rien à changer : déjà fait, ou introuvable (retiré, renommé ?)",
    "nothing to change: already done, or not found (removed, renamed?)"};
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
inline constexpr Sentence review_rules{
    "Relire avec la personne les règles de la boîte « {0} » (fichier {1}) : aucun constat grave "
    "n’en vise",
    "Go through the rules of the mailbox “{0}” with the person (file {1}): no serious finding is "
    "about "
    "one"};
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

// C1: the account
inline constexpr Sentence block_title{"bloquer le compte", "block the account"};
inline constexpr Sentence block_impact{
    "la personne ne peut plus se connecter à rien qui dépende de ce compte. La boîte reçoit "
    "toujours.",
    "the person can no longer sign in to anything that depends on this account. The mailbox still "
    "receives."};
inline constexpr Sentence block_user{"Bloquer la connexion du compte « {0} »",
                                     "Block sign-in of the account “{0}”"};
inline constexpr Sentence unblock_user{
    "Débloquer le compte « {0} », une fois ses sessions révoquées et son mot de passe changé",
    "Unblock the account “{0}”, once its sessions are revoked and its password changed"};
inline constexpr Sentence was_blocked{"Le compte « {0} » était déjà bloqué : rien à rétablir",
                                      "The account “{0}” was already blocked: nothing to restore"};
inline constexpr Sentence block_on_site{
    "Si l’annuaire est synchronisé (OnPremisesSyncEnabled dans l’état enregistré), désactiver "
    "aussi les "
    "comptes dans l’Active Directory : sinon la synchronisation les réactive",
    "If the directory is synchronised (OnPremisesSyncEnabled in the saved state), disable the "
    "accounts "
    "in Active Directory too: else the synchronisation enables them again"};

inline constexpr Sentence review_account{
    "Examiner le compte « {0} », créé ou modifié pendant l’incident : s’il est de l’intrus, le "
    "bloquer ; "
    "s’il est d’une victime, lui rendre ses réglages",
    "Look into the account “{0}”, made or changed during the incident: block it if it is the "
    "intruder’s, restore its settings if it is a victim’s"};

// C2: sessions
inline constexpr Sentence sessions_title{"révoquer les sessions", "revoke the sessions"};
inline constexpr Sentence sessions_impact{
    "la personne doit se reconnecter partout. Un jeton d’accès déjà émis reste valable jusqu’à une "
    "heure "
    "environ : vérifiez ensuite qu’aucune connexion n’a réussi (digue analyze --contained).",
    "the person must sign in again everywhere. An access token already issued stays good for about "
    "an "
    "hour: then check that no sign-in has succeeded (digue analyze --contained)."};
inline constexpr Sentence revoke_user{"Révoquer toutes les sessions du compte « {0} »",
                                      "Revoke every session of the account “{0}”"};
inline constexpr Sentence sessions_no_undo{"sans objet, il suffit de se reconnecter",
                                           "not needed, signing in again is enough"};

// C3: password
inline constexpr Sentence password_title{"changer le mot de passe", "reset the password"};
inline constexpr Sentence password_impact{
    "l’ancien mot de passe ne sert plus. Le nouveau est demandé au clavier, n’est écrit nulle part "
    "et "
    "devra être changé à la première connexion : donnez-le de vive voix, jamais par courriel.",
    "the old password no longer works. The new one is asked for at the keyboard, written nowhere, "
    "and "
    "must be changed at the first sign-in: tell it by voice, never by mail."};
inline constexpr Sentence reset_user{"Changer le mot de passe du compte « {0} »",
                                     "Reset the password of the account “{0}”"};
inline constexpr Sentence ask_password{"Nouveau mot de passe provisoire de {0}",
                                       "New temporary password of {0}"};
inline constexpr Sentence password_no_undo{
    "impossible et non souhaitable : l’ancien mot de passe est connu de l’intrus",
    "impossible, and not wanted: the intruder knows the old password"};
inline constexpr Sentence reset_on_site{
    "Si l’annuaire est synchronisé, changer le mot de passe dans l’Active Directory, deux fois de "
    "suite",
    "If the directory is synchronised, reset the password in Active Directory, twice in a row"};

// C4: second factor
inline constexpr Sentence factor_title{"retirer les méthodes d’authentification illégitimes",
                                       "remove the illegitimate authentication methods"};
inline constexpr Sentence factor_impact{
    "une méthode retirée ne permet plus de se connecter ; si c’était la seule, la personne doit "
    "être "
    "réenrôlée, identité vérifiée de vive voix.",
    "a removed method no longer lets anyone sign in; if it was the only one, the person must be "
    "enrolled again, identity checked by voice."};
inline constexpr Sentence save_methods{"Enregistrer les méthodes d’authentification de « {0} »",
                                       "Save the authentication methods of “{0}”"};
inline constexpr Sentence remove_method{"Retirer la méthode d’authentification « {0} » de « {1} »",
                                        "Remove the authentication method “{0}” of “{1}”"};
inline constexpr Sentence restore_phone{"Rendre à « {1} » le téléphone « {0} »",
                                        "Give back to “{1}” the phone “{0}”"};
inline constexpr Sentence enrol_again{
    "Faire réenrôler par « {1} » la méthode « {0} » : elle ne peut pas être recréée à sa place",
    "Have “{1}” enrol the method “{0}” again: it can’t be made again in their place"};
inline constexpr Sentence review_methods{
    "Passer en revue avec « {0} », de vive voix, chaque méthode enregistrée (fichier {1}) et "
    "retirer "
    "celles que la personne ne reconnaît pas",
    "Go through every recorded method with “{0}”, by voice (file {1}), and remove those that the "
    "person "
    "does not recognise"};
inline constexpr Sentence unknown_method{"type de méthode inconnu : {0}",
                                         "unknown type of method: {0}"};
inline constexpr Sentence several_found{
    "plusieurs objets portent ce nom : choisissez dans la console d’administration",
    "several objects bear this name: choose in the administration console"};

// C7: applications, devices, roles
inline constexpr Sentence applications_title{
    "désactiver les applications et les appareils, retirer les rôles",
    "disable the applications and the devices, remove the roles"};
inline constexpr Sentence applications_impact{
    "une application désactivée ne fonctionne plus pour personne ; un appareil désactivé n’accède "
    "plus à "
    "l’organisation ; un rôle retiré ôte ses droits d’administration.",
    "a disabled application works for nobody; a disabled device no longer reaches the "
    "organisation; a "
    "removed role takes its administration rights away."};
inline constexpr Sentence disable_application{"Désactiver l’application « {0} »",
                                              "Disable the application “{0}”"};
inline constexpr Sentence enable_application{"Réactiver l’application « {0} »",
                                             "Enable again the application “{0}”"};
inline constexpr Sentence application_was_disabled{
    "L’application « {0} » était déjà désactivée : rien à rétablir",
    "The application “{0}” was already disabled: nothing to restore"};
inline constexpr Sentence remove_consents{
    "Retirer les autorisations données à l’application « {0} »",
    "Remove the consents given to the application “{0}”"};
inline constexpr Sentence restore_consents{
    "Rendre à l’application « {0} » les autorisations enregistrées",
    "Give back to the application “{0}” the saved consents"};
inline constexpr Sentence disable_device{"Désactiver l’appareil « {0} »",
                                         "Disable the device “{0}”"};
inline constexpr Sentence enable_device{"Réactiver l’appareil « {0} »",
                                        "Enable again the device “{0}”"};
inline constexpr Sentence device_was_disabled{
    "L’appareil « {0} » était déjà désactivé : rien à rétablir",
    "The device “{0}” was already disabled: nothing to restore"};
inline constexpr Sentence block_mobile{"Bloquer le mobile « {0} » pour la boîte « {1} »",
                                       "Block the mobile device “{0}” for the mailbox “{1}”"};
inline constexpr Sentence unblock_mobile{"Débloquer le mobile « {0} » pour la boîte « {1} »",
                                         "Unblock the mobile device “{0}” for the mailbox “{1}”"};
inline constexpr Sentence remove_role{"Retirer à « {0} » le rôle « {1} »",
                                      "Remove from “{0}” the role “{1}”"};
inline constexpr Sentence restore_role{"Rendre à « {0} » le rôle « {1} »",
                                       "Give back to “{0}” the role “{1}”"};
inline constexpr Sentence review_role{
    "Vérifier les membres du rôle « {0} » : les preuves ne nomment pas le compte",
    "Check the members of the role “{0}”: the evidence does not name the account"};
inline constexpr Sentence remove_from_group{"Retirer « {0} » du groupe « {1} »",
                                            "Remove “{0}” from the group “{1}”"};
inline constexpr Sentence back_to_group{"Remettre « {0} » dans le groupe « {1} »",
                                        "Put “{0}” back in the group “{1}”"};
inline constexpr Sentence remove_consent{"Retirer l’autorisation donnée à « {0} »",
                                         "Remove the consent given to “{0}”"};
inline constexpr Sentence restore_consent{"Rendre l’autorisation donnée à « {0} »",
                                          "Give back the consent given to “{0}”"};
inline constexpr Sentence review_device{
    "Chercher l’appareil « {0} » de « {1} » : les preuves ne donnent pas son identifiant",
    "Look for the device “{0}” of “{1}”: the evidence does not give its id"};
inline constexpr Sentence save_applications{
    "Enregistrer les applications et les appareils de « {0} »",
    "Save the applications and the devices of “{0}”"};
inline constexpr Sentence review_applications{
    "Passer en revue les applications autorisées et les appareils de « {0} » (fichiers {1} et {2})",
    "Go through the consented applications and the devices of “{0}” (files {1} and {2})"};

// C8: mail flow
inline constexpr Sentence flow_title{"bloquer des expéditeurs, adresses et fichiers",
                                     "block senders, addresses and files"};
inline constexpr Sentence flow_impact{
    "les messages qui correspondent n’arrivent plus, pendant 7 jours. Bloquer prévient aussi "
    "l’intrus "
    "qu’il est vu : surveiller suffit parfois.",
    "matching messages no longer arrive, for 7 days. Blocking also tells the intruder that they "
    "were "
    "seen: watching is sometimes enough."};
inline constexpr Sentence block_value{"Bloquer « {0} » pendant 7 jours", "Block “{0}” for 7 days"};
inline constexpr Sentence unblock_value{"Débloquer « {0} »", "Unblock “{0}”"};
inline constexpr Sentence block_address{"Bloquer l’adresse « {0} » à l’entrée du courrier",
                                        "Block the address “{0}” where mail comes in"};
inline constexpr Sentence unblock_address{"Débloquer l’adresse « {0} » à l’entrée du courrier",
                                          "Unblock the address “{0}” where mail comes in"};
inline constexpr Sentence never_block_own{
    "« {0} » est à vous : le script ne le bloque pas. Si une adresse interne fraude, bloquez son "
    "compte "
    "(C1)",
    "“{0}” is yours: the script does not block it. If an internal address commits fraud, block its "
    "account (C1)"};
inline constexpr Sentence never_block_shared{
    "« {0} » sert à un très grand nombre de personnes : bloquez plutôt l’adresse précise",
    "“{0}” serves a very large number of people: block the exact address instead"};
inline constexpr Sentence block_note{"Digue, incident {0}", "Digue, incident {0}"};

// C9: audit logs
inline constexpr Sentence logs_title{"rétablir et prolonger les journaux",
                                     "restore and extend the logs"};
inline constexpr Sentence logs_impact{
    "aucune pour les personnes. La conservation pour litige demande une licence qui la comprend ; "
    "elle "
    "empêche la purge des messages supprimés.",
    "none for people. Litigation hold needs a licence that includes it; it keeps deleted messages "
    "from "
    "being purged."};
inline constexpr Sentence turn_on_log{"Rétablir la collecte du journal d’audit unifié",
                                      "Turn the unified audit log on again"};
inline constexpr Sentence turn_on_mailbox_log{"Activer le journal de la boîte « {0} »",
                                              "Turn on the log of the mailbox “{0}”"};
inline constexpr Sentence extend_log{
    "Porter à 180 jours la conservation du journal de la boîte « {0} »",
    "Keep the log of the mailbox “{0}” for 180 days"};
inline constexpr Sentence remove_bypass{"Retirer la dispense de journalisation de « {0} »",
                                        "Remove the audit bypass of “{0}”"};
inline constexpr Sentence hold{"Mettre la boîte « {0} » en conservation pour litige",
                               "Put the mailbox “{0}” on litigation hold"};
inline constexpr Sentence release_hold{
    "Lever la conservation pour litige de la boîte « {0} » (après accord de qui mène l’enquête)",
    "Release the litigation hold of the mailbox “{0}” (once whoever leads the inquiry agrees)"};
inline constexpr Sentence logs_stay_on{
    "Laisser les journaux actifs : les couper ôterait les traces de la suite",
    "Leave the logs on: turning them off would take the traces of what follows"};

}  // namespace digue::produce::containment::sentences
