// What the analysis says.
#pragma once
#include "base/sentence.h"

namespace digue::analysis::sentences {

inline constexpr Sentence cannot_shut_in{
    "Impossible d’isoler le processus de lecture ({0}). Rien n’a été lu : les pièces peuvent être "
    "piégées.",
    "Cannot shut the reading process in ({0}). Nothing was read: evidence may be booby-trapped."};
inline constexpr Sentence cannot_start_worker{"Impossible de lancer le processus de lecture : {0}.",
                                              "Cannot start the reading process: {0}."};
inline constexpr Sentence worker_crashed{
    "La lecture de ce fichier s’est arrêtée brutalement (signal {0}). Le reste des pièces est "
    "analysé. "
    "Traitez ce fichier comme suspect et gardez-le intact.",
    "Reading this file ended in a crash (signal {0}). The rest of the evidence is analysed. Treat "
    "this "
    "file as suspicious and keep it intact."};
inline constexpr Sentence worker_lost_bytes{
    "Ce fichier n’a plus pu être lu : il a raccourci pendant la lecture, ou son disque est "
    "défaillant. Ce qui avait été lu est gardé. Donnez-en une copie qui ne change plus.",
    "This file could no longer be read: it became shorter while it was read, or its disk fails. "
    "What had been read is kept. Give a copy of it that no longer changes."};
inline constexpr Sentence worker_failed{
    "La lecture de ce fichier s’est arrêtée avant la fin (code {0}). Ce qui avait été lu est "
    "gardé.",
    "Reading this file stopped before its end (code {0}). What had been read is kept."};
inline constexpr Sentence worker_hung{
    "La lecture de ce fichier n’avançait plus : elle a été arrêtée après {0} secondes. Ce qui "
    "avait été "
    "lu est gardé.",
    "Reading this file no longer moved on: it was stopped after {0} seconds. What had been read is "
    "kept."};
inline constexpr Sentence worker_out_of_memory{
    "La lecture de ce fichier demandait plus de mémoire que permis : elle a été arrêtée. Ce qui "
    "avait été "
    "lu est gardé.",
    "Reading this file needed more memory than allowed: it was stopped. What had been read is "
    "kept."};
inline constexpr Sentence worker_out_of_time{
    "La lecture de ce fichier dépassait le temps de calcul permis : elle a été arrêtée. Ce qui "
    "avait été "
    "lu est gardé.",
    "Reading this file took more processor time than allowed: it was stopped. What had been read "
    "is "
    "kept."};
inline constexpr Sentence worker_babbled{
    "Le processus qui lisait ce fichier a répondu n’importe quoi : il a été arrêté. Traitez ce "
    "fichier "
    "comme suspect et gardez-le intact.",
    "The process that read this file answered nonsense: it was stopped. Treat this file as "
    "suspicious "
    "and keep it intact."};
inline constexpr Sentence not_recognised{
    "Format non reconnu : rien n’en a été lu. « docs/formats.md » dit quels exports sont lus et "
    "comment "
    "les obtenir.",
    "Format not recognised: nothing was read from it. “docs/formats.md” says which exports are "
    "read and "
    "how to get them."};
inline constexpr Sentence url_list_used{
    "Liste {0} : {1} {1|adresse connue|adresses connues}, fichier du {2}. Ce qui n’y est pas n’est "
    "pas innocent.",
    "List {0}: {1} {1|known address|known addresses}, file of {2}. What is not in it is not "
    "cleared."};
inline constexpr Sentence empty_url_list{
    "{0} : aucune URL, aucun domaine ni aucune adresse n’y est reconnu.",
    "{0}: no URL, domain or address is recognised in it."};
inline constexpr Sentence traffic_left_out{
    "{0} {0|somme de trafic ou requête n’a pas été gardée|sommes de trafic et requêtes n’ont pas "
    "été gardées} : le fichier en a trop.",
    "{0} {0|sum of traffic or request was|sums of traffic and requests were} not kept: the file "
    "has too many."};
inline constexpr Sentence repeats_dropped{
    "{0} {0|enregistrement n’a pas été gardé|enregistrements n’ont pas été gardés} : au-delà de "
    "{1} par heure pour les mêmes compte, adresse, cible et machine.",
    "{0} {0|record was|records were} not kept: beyond {1} an hour for the same account, address, "
    "target and machine."};
inline constexpr Sentence too_many_events{
    "Ce fichier dit plus de {0} faits : à partir d’ici ils sont comptés, sans être analysés. "
    "Coupez-le par périodes et analysez d’abord celle de l’incident.",
    "This file tells more than {0} events: from here on they are counted, not analysed. Cut it "
    "into "
    "periods, and analyse that of the incident first."};
inline constexpr Sentence empty_file{"Fichier vide : rien à lire. Refaites l’export.",
                                     "Empty file: nothing to read. Export it again."};
inline constexpr Sentence empty_archive{
    "Cette archive ne contient aucun fichier. Refaites-la, ou donnez les exports sans archive.",
    "This archive holds no file. Make it again, or give the exports without an archive."};
inline constexpr Sentence analysis_stopped{"L’analyse a été arrêtée.", "The analysis was stopped."};
inline constexpr Sentence nothing_to_read{
    "Aucun fichier à lire sous {0}. Donnez le dossier ou l’archive des exports.",
    "No file to read under {0}. Give the folder or the archive of the exports."};

inline constexpr Sentence gap_others_active{
    "ce journal se tait alors que d’autres pièces montrent de l’activité : l’export est troué ou "
    "la "
    "collecte était coupée",
    "this log is silent while other evidence shows activity: the export has a hole, or collection "
    "was "
    "off"};
inline constexpr Sentence gap_all_silent{
    "aucune pièce ne montre d’activité : organisation fermée, ou même trou partout",
    "no evidence shows any activity: the organisation was closed, or the same hole is everywhere"};
inline constexpr Sentence gap_switched_off{
    "l’enregistrement de ce journal a été désactivé : ce qui s’est passé alors n’y est pas",
    "recording to this log was switched off: what happened then is not in it"};
inline constexpr Sentence gap_sign_ins_stop{
    "les connexions cessent d’y être écrites alors que le journal continue : exportez-les à part",
    "sign-ins stop being written while the log goes on: export them separately"};

inline constexpr Sentence family_audit_log{"journal d’audit unifié", "unified audit log"};
inline constexpr Sentence family_sign_ins{"connexions Entra", "Entra sign-ins"};
inline constexpr Sentence family_directory_audit{"audit Entra", "Entra audit"};
inline constexpr Sentence family_inbox_rules{"règles de boîte de réception", "inbox rules"};
inline constexpr Sentence family_permissions{"droits sur les boîtes", "mailbox permissions"};
inline constexpr Sentence family_forwarding{"transferts de boîte", "mailbox forwarding"};
inline constexpr Sentence family_transport_rules{"règles de transport", "transport rules"};
inline constexpr Sentence family_consents{"consentements d’applications", "application consents"};
inline constexpr Sentence family_methods{"méthodes d’authentification", "authentication methods"};
inline constexpr Sentence family_devices{"appareils", "devices"};
inline constexpr Sentence family_message_trace{"suivi des messages", "message trace"};
inline constexpr Sentence family_windows_log{"journaux Windows", "Windows event logs"};
inline constexpr Sentence family_other{"autre", "other"};

inline constexpr Sentence covered_not_given{"{0} : pas d’export complet",
                                            "{0}: no complete export"};
inline constexpr Sentence covered_with_gap{"{0} : trou du {1} au {2} ({3})",
                                           "{0}: hole from {1} to {2} ({3})"};
inline constexpr Sentence covered_with_rejects{"{0} : {1} {1|ligne illisible|lignes illisibles}",
                                               "{0}: {1} {1|unreadable row|unreadable rows}"};
inline constexpr Sentence covered_state{"{0} : état à la date de l’export",
                                        "{0}: as it stood when exported"};
inline constexpr Sentence covered_period{"{0} : du {1} au {2}", "{0}: from {1} to {2}"};
inline constexpr Sentence would_refute_no{
    "une seule ligne contraire, dans un export plus large, renverserait ce non",
    "a single contrary row in a wider export would overturn this no"};
inline constexpr Sentence would_refute_yes{
    "une explication légitime, confirmée par la personne concernée, lèverait ce oui",
    "a legitimate explanation, confirmed by the person concerned, would lift this yes"};
inline constexpr Sentence never_no{
    "aucun export ne suffit à répondre non : demandez à une personne",
    "no export is enough to answer no: ask a person"};

inline constexpr Sentence logs_prove_nothing{
    "rien trouvé dans ces journaux ne vaut pas non : il faudrait ceux de toutes les machines, sur "
    "toute la période, et que l’audit y soit actif",
    "nothing found in these logs is no “no”: it would take those of all hosts, over the whole "
    "period, with auditing on"};
inline constexpr Sentence matches_not_kept{
    "règle « {0} » : {1} {1|enregistrement de plus, compté mais pas retenu|enregistrements de "
    "plus, comptés mais pas retenus}",
    "rule “{0}”: {1} {1|more record|more records}, counted but not kept"};
inline constexpr Sentence records_not_tallied{
    "{0} {0|enregistrement n’est pas compté|enregistrements ne sont pas comptés} par journal et "
    "par machine : le fichier en nomme trop",
    "{0} {0|record is|records are} not counted by log and host: the file names too many"};
inline constexpr Sentence regexes_given_up{
    "{0} {0|comparaison d’expression régulière abandonnée, trop longue, et comptée|comparaisons "
    "d’expressions régulières abandonnées, trop longues, et comptées} sans résultat",
    "{0} {0|comparison with a regular expression|comparisons with regular expressions} given up, "
    "being too long, and counted as no match"};

inline constexpr Sentence domains_guessed{
    "Domaines de l’organisation non donnés : déduits des comptes ({0}). Vérifiez, ou donnez --org.",
    "The organisation’s domains were not given: guessed from the accounts ({0}). Check, or give "
    "--org."};
inline constexpr Sentence rules_without_places{
    "Aucune base de lieux : {0} {0|règle n’a|règles n’ont} pas tourné ({1}). "
    "« docs/organisation.md » dit comment en donner une.",
    "No database of places: {0} {0|rule|rules} did not run ({1}). “docs/organisation.md” says how "
    "to give one."};
inline constexpr Sentence remark_of_file{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence more_rejections{
    "{0} : {1} {1|autre ligne rejetée, comptée mais pas montrée|autres lignes rejetées, comptées "
    "mais pas montrées une à une}",
    "{0}: {1} {1|more rejected row, counted but not shown|more rejected rows, counted but not "
    "shown one by one}"};

}  // namespace digue::analysis::sentences
