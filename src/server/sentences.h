// What the server says.
#pragma once
#include "base/sentence.h"

namespace digue::server::sentences {

inline constexpr Sentence incident_twice{"L’incident {0} est déjà ouvert ; {1} est laissé de côté.",
                                         "The incident {0} is already open; {1} is left aside."};

inline constexpr Sentence kept_unreadable{
    "Les réglages que garde l’incident {0} ne se lisent pas, et sont laissés de côté : {1}",
    "The settings that the incident {0} keeps can’t be read, and are left aside: {1}"};
inline constexpr Sentence access_not_kept{"Une lecture n’a pas pu être notée : {0}",
                                          "A reading could not be noted: {0}"};
inline constexpr Sentence bad_listen{
    "« {0} » n’est pas une adresse où écouter. Écrivez HÔTE:PORT, par exemple 127.0.0.1:8440.",
    "“{0}” is not an address to listen on. Write HOST:PORT, for instance 127.0.0.1:8440."};
inline constexpr Sentence certificate_and_key{
    "--certificate et --key vont ensemble : un certificat, et sa clé.",
    "--certificate and --key go together: a certificate, and its key."};
inline constexpr Sentence bad_theme{
    "{0} n’est pas un habillage : du texte en UTF-8, {1} Kio au plus.",
    "{0} is no theme: text in UTF-8, {1} KiB at most."};
inline constexpr Sentence cannot_make_folder{"Impossible de faire le dossier {0} : {1}.",
                                             "Cannot make the folder {0}: {1}."};
inline constexpr Sentence folder_in_use{
    "Un autre « digue serve » se sert déjà du dossier {0}. Arrêtez-le, ou donnez un autre dossier "
    "avec --data.",
    "Another “digue serve” already uses the folder {0}. Stop it, or give another folder with "
    "--data."};

// Titles of problems.
inline constexpr Sentence title_bad_request{"Requête mal formée", "Malformed request"};
inline constexpr Sentence title_sign_in{"Connexion nécessaire", "Sign-in needed"};
inline constexpr Sentence title_not_allowed{"Non autorisé", "Not allowed"};
inline constexpr Sentence title_not_found{"Introuvable", "Not found"};
inline constexpr Sentence title_no_such_method{"Méthode refusée", "Method refused"};
inline constexpr Sentence title_too_slow{"Trop lent", "Too slow"};
inline constexpr Sentence title_conflict{"Refusé en l’état", "Refused as things stand"};
inline constexpr Sentence title_too_big{"Trop grand", "Too big"};
inline constexpr Sentence title_wrong_value{"Valeur refusée", "Value refused"};
inline constexpr Sentence title_too_often{"Trop souvent", "Too often"};
inline constexpr Sentence title_storage{"Enregistrement impossible", "Could not be stored"};
inline constexpr Sentence title_provider{"Le fournisseur d’identité ne répond pas",
                                         "The identity provider does not answer"};
inline constexpr Sentence title_our_fault{"Erreur du serveur", "The server’s error"};

// What exactly.
inline constexpr Sentence refused_by_policy{"La requête a été refusée avant d’être lue : {0}.",
                                            "The request was refused unread: {0}."};
inline constexpr Sentence sign_in_needed{
    "Connectez-vous, puis recommencez : ce que vous avez écrit n’a pas été enregistré.",
    "Sign in, then try again: what you wrote was not recorded."};
inline constexpr Sentence role_may_not{"Votre rôle ({0}) ne le permet pas.",
                                       "Your role ({0}) does not allow it."};
inline constexpr Sentence account_may_not{
    "Votre compte ne le permet pas : demandez à qui gère les personnes.",
    "Your account does not allow it: ask whoever manages people."};
inline constexpr Sentence last_lead{
    "Il ne resterait personne pour mener l’incident. Donnez d’abord ce rôle à quelqu’un d’autre.",
    "Nobody would be left to lead the incident. Give that role to somebody else first."};
inline constexpr Sentence only_notes_corrected{
    "Votre rôle ({0}) ne permet de corriger que des lignes écrites à la main.",
    "Your role ({0}) allows to correct only lines written by hand."};
inline constexpr Sentence wrong_old_password{"Ce n’est pas votre mot de passe actuel.",
                                             "This is not your current password."};
inline constexpr Sentence token_may_not{"Ce jeton ne le permet pas.",
                                        "This token does not allow it."};
inline constexpr Sentence guard_missing{
    "L’en-tête « X-Digue: 1 » manque : une page d’un autre site pourrait avoir envoyé ceci.",
    "The field “X-Digue: 1” is missing: a page of another site might have sent this."};
inline constexpr Sentence no_such_page{"Il n’y a rien à cette adresse.",
                                       "There is nothing at this address."};
inline constexpr Sentence no_such_method{"Cette adresse n’accepte pas cette méthode.",
                                         "This address does not take that method."};
inline constexpr Sentence no_such_incident{"Il n’y a pas d’incident « {0} ».",
                                           "There is no incident “{0}”."};
inline constexpr Sentence no_such_analysis{
    "Il n’y a pas d’analyse {0} de cet incident depuis que le serveur tourne.",
    "There is no analysis {0} of this incident since the server started."};
inline constexpr Sentence no_such_piece{"L’incident n’a pas de pièce {0}.",
                                        "The incident has no piece {0}."};
inline constexpr Sentence no_pieces{"L’incident n’a pas encore de pièce à analyser.",
                                    "The incident has no piece to analyse yet."};
inline constexpr Sentence too_many_analyses{"Il y a déjà {0} analyses en attente, la limite.",
                                            "{0} analyses wait already, the limit."};
inline constexpr Sentence analysis_broke{
    "L’analyse s’est interrompue : {0}. Rien n’a été perdu ; relancez-la.",
    "The analysis broke off: {0}. Nothing was lost; start it again."};
inline constexpr Sentence piece_name_needed{
    "L’en-tête Digue-Name doit donner le nom du fichier, encodé en pour-cent (UTF-8), sans "
    "dossier.",
    "The field Digue-Name must give the name of the file, percent-encoded (UTF-8), without "
    "folder."};
inline constexpr Sentence a_file_name{
    "Un nom de fichier, sans dossier : ni « / », ni « \\ », ni tabulation, ni saut de ligne, 255 "
    "octets au plus.",
    "A file name, without folder: no “/”, “\\”, tab or line end, 255 bytes at most."};
inline constexpr Sentence no_such_upload{"Il n’y a pas d’envoi « {0} » qui soit le vôtre.",
                                         "There is no upload “{0}” of yours."};
inline constexpr Sentence too_many_uploads{
    "Il y a déjà {0} envois en cours, la limite. Terminez-en ou abandonnez-en.",
    "{0} uploads are under way already, the limit. End or drop some."};
inline constexpr Sentence upload_busy{"Cet envoi reçoit déjà des octets.",
                                      "This upload is being written to already."};
inline constexpr Sentence upload_elsewhere{"Cet envoi en est à l’octet {0} : reprenez de là.",
                                           "This upload stands at byte {0}: go on from there."};
inline constexpr Sentence offset_needed{
    "Le paramètre « offset » doit dire où les octets commencent : ici, {0}.",
    "The parameter “offset” must say where the bytes begin: here, {0}."};
inline constexpr Sentence upload_differs{
    "Ce qui est arrivé a une autre empreinte SHA-256 : {0}. Rien ne compte encore : envoyez de "
    "nouveau.",
    "What came has another SHA-256: {0}. Nothing counts yet: send it again."};
inline constexpr Sentence piece_too_big{"Une pièce a {0} octets au plus.",
                                        "A piece has {0} bytes at most."};
inline constexpr Sentence changed_meanwhile{
    "L’incident a changé depuis que vous l’avez lu : regardez ce qui a changé, puis décidez.",
    "The incident changed since you read it: look at what changed, then decide."};
inline constexpr Sentence bad_tag{"If-Match doit reprendre l’ETag de l’incident.",
                                  "If-Match must be the ETag of the incident."};
inline constexpr Sentence title_changed{"A changé entre-temps", "Changed meanwhile"};
inline constexpr Sentence some_objects{"une liste d’objets", "a list of objects"};
inline constexpr Sentence too_many_webhooks{"Il y a déjà {0} webhooks, la limite.",
                                            "There are {0} webhooks already, the limit."};
inline constexpr Sentence no_such_webhook{"L’incident n’a pas de webhook « {0} ».",
                                          "The incident has no webhook “{0}”."};
inline constexpr Sentence webhooks_are_off{
    "Les webhooks sont éteints : relancez « digue serve » avec --webhook-to HÔTE.",
    "Webhooks are off: start “digue serve” again with --webhook-to HOST."};
inline constexpr Sentence webhook_not_allowed{
    "Le serveur n’a pas le droit d’appeler « {0} » : cet hôte n’est pas parmi ses --webhook-to.",
    "The server may not call “{0}”: that host is not among its --webhook-to."};
inline constexpr Sentence bad_webhook_url{
    "L’adresse doit être https://hôte/chemin, sans nom d’utilisateur ni « # » (http pour cette "
    "machine seulement).",
    "The address must be https://host/path, without user name or “#” (http for this machine "
    "only)."};
inline constexpr Sentence analysed_in_zone{
    "Analyse demandée : les dates sans fuseau sont lues en {0}.",
    "Analysis asked for: dates without a zone are read in {0}."};
inline constexpr Sentence analysed_by_mapping{
    "Analyse demandée, avec une description de format (SHA-256 {0}).",
    "Analysis asked for, with a mapping of fields (SHA-256 {0})."};
inline constexpr Sentence analysed_by_both{
    "Analyse demandée : les dates sans fuseau sont lues en {0} ; avec une description de format "
    "(SHA-256 {1}).",
    "Analysis asked for: dates without a zone are read in {0}; with a mapping of fields "
    "(SHA-256 {1})."};
inline constexpr Sentence webhook_made{
    "Webhook « {0} » vers {1} : dit qu’une ligne est arrivée, sans rien de son contenu.",
    "Webhook “{0}” to {1}: says that a line came, nothing of what it says."};
inline constexpr Sentence webhook_made_with_lines{
    "Webhook « {0} » vers {1} : emporte les lignes du journal, hors bande.",
    "Webhook “{0}” to {1}: carries the lines of the logbook, out of band."};
inline constexpr Sentence webhook_removed{"Webhook « {0} » retiré.", "Webhook “{0}” removed."};
inline constexpr Sentence no_such_sheet{"Il n’y a pas de fiche « {0} ».",
                                        "There is no sheet “{0}”."};
inline constexpr Sentence no_such_clock{"Il n’y a pas d’échéance « {0} ».",
                                        "There is no clock “{0}”."};
inline constexpr Sentence no_such_paper{"Il n’y a pas de document « {0} ».",
                                        "There is no paper “{0}”."};
inline constexpr Sentence no_such_script{"Il n’y a pas de script « {0} » à exécuter ici.",
                                         "There is no script “{0}” to run here."};
inline constexpr Sentence no_table{"Les fiches n’ont pas de table de gravité.",
                                   "The sheets have no table of severity."};
inline constexpr Sentence json_needed{
    "Le corps doit être du JSON (Content-Type: application/json).",
    "The body must be JSON (Content-Type: application/json)."};
inline constexpr Sentence bytes_needed{
    "Le corps doit être des octets (Content-Type: application/octet-stream).",
    "The body must be bytes (Content-Type: application/octet-stream)."};
inline constexpr Sentence not_an_object{"Le corps n’est pas un objet JSON.",
                                        "The body is not a JSON object."};
inline constexpr Sentence field_repeated{"Le champ « {0} » est écrit deux fois.",
                                         "The field “{0}” is written twice."};
inline constexpr Sentence field_unknown{"Le champ « {0} » n’est pas connu ici.",
                                        "The field “{0}” is not known here."};
inline constexpr Sentence field_missing{"Le champ « {0} » est nécessaire.",
                                        "The field “{0}” is needed."};
inline constexpr Sentence field_wrong{"Le champ « {0} » doit être {1}.",
                                      "The field “{0}” must be {1}."};
inline constexpr Sentence field_too_long{"Le champ « {0} » dépasse la limite de {1}.",
                                         "The field “{0}” is over the limit of {1}."};
inline constexpr Sentence a_text{"un texte", "a text"};
inline constexpr Sentence a_text_without_controls{"un texte sans caractère de contrôle",
                                                  "a text without control characters"};
inline constexpr Sentence a_flag{"vrai ou faux", "true or false"};
inline constexpr Sentence a_count{"un nombre entier, 0 ou plus", "a whole number, 0 or more"};
inline constexpr Sentence some_texts{"une liste de textes", "a list of texts"};
inline constexpr Sentence an_object{"un objet", "an object"};
inline constexpr Sentence a_moment{"un moment avec son décalage, comme 2026-03-08T03:11:07+01:00",
                                   "a moment with its offset, such as 2026-03-08T03:11:07+01:00"};
inline constexpr Sentence one_of{"l’un de : {0}", "one of: {0}"};
inline constexpr Sentence parameter_wrong{"Le paramètre « {0} » doit être un nombre de {1} à {2}.",
                                          "The parameter “{0}” must be a number from {1} to {2}."};
inline constexpr Sentence parameter_not_one_of{"Le paramètre « {0} » doit être l’un de : {1}.",
                                               "The parameter “{0}” must be one of: {1}."};
inline constexpr Sentence bad_key{
    "Idempotency-Key doit avoir de 1 à 128 caractères ASCII visibles.",
    "Idempotency-Key must have 1 to 128 visible ASCII characters."};
inline constexpr Sentence key_of_another{
    "Cette clé d’idempotence a déjà servi pour une autre demande.",
    "This idempotency key was used for another request."};
inline constexpr Sentence key_under_way{"La même demande est en cours.",
                                        "The same request is under way."};
inline constexpr Sentence no_first_start{"La première personne existe déjà : connectez-vous.",
                                         "The first person is already there: sign in."};
inline constexpr Sentence wrong_code{
    "Ce n’est pas le code que « digue serve » a affiché à son démarrage.",
    "This is not the code that “digue serve” printed when it started."};

}  // namespace digue::server::sentences
