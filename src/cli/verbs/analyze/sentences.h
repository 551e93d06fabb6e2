// What `digue analyze` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence analyze_summary{
    "lit les exports et dit ce qui s’est passé, ce qui est établi et ce qu’on ignore",
    "reads the exports and says what happened, what is proven and what is unknown"};
inline constexpr Sentence option_paths{"dossiers, fichiers ou archives à lire",
                                       "folders, files or archives to read"};
inline constexpr Sentence option_organisation{"réglages de l’organisation (YAML)",
                                              "settings of the organisation (YAML)"};
inline constexpr Sentence option_account{"seulement ce qui concerne ce compte (répétable)",
                                         "only what concerns this account (may be repeated)"};
inline constexpr Sentence option_since{"pas avant ce moment (2026-03-02T08:00:00Z)",
                                       "not before this moment (2026-03-02T08:00:00Z)"};
inline constexpr Sentence option_until{"pas après ce moment", "not after this moment"};
inline constexpr Sentence option_contained{"moment de l’endiguement : tient-il depuis ?",
                                           "moment of the containment: does it hold since?"};
inline constexpr Sentence option_incident{"reporte les constats dans cet incident",
                                          "takes the findings over into this incident"};
inline constexpr Sentence taken_over{
    "{0} {0|constat reporté|constats reportés} dans {2} ({1} y {1|était|étaient} déjà). Suite : "
    "digue plan --incident {2}",
    "{0} {0|finding|findings} taken over into {2} ({1} {1|was|were} there already). Next: digue "
    "plan --incident {2}"};
inline constexpr Sentence option_fail_on{
    "code de sortie 10 s’il y a des constats de ce niveau ou plus",
    "exit code 10 when there are findings at that level or above"};
inline constexpr Sentence option_date_order{
    "ordre du jour et du mois, quand un fichier ne permet pas de trancher",
    "order of day and month, when a file cannot tell"};
inline constexpr Sentence option_workers{"nombre de processus de lecture",
                                         "number of reading processes"};
inline constexpr Sentence bad_moment{
    "« {0} » n’est pas un moment. Écrivez par exemple 2026-03-02T08:00:00+01:00.",
    "“{0}” is no moment. Write for example 2026-03-02T08:00:00+01:00."};

inline constexpr Sentence heading_what{"CE QUI S’EST PASSÉ", "WHAT HAPPENED"};
inline constexpr Sentence heading_findings{"CONSTATS", "FINDINGS"};
inline constexpr Sentence heading_grave{"CONSTATS GRAVES, DANS L’ORDRE DES FAITS",
                                        "GRAVE FINDINGS, IN THE ORDER OF EVENTS"};
inline constexpr Sentence other_findings{
    "Et {0} {0|constat|constats} de moindre gravité. Sans --brief : tout, avec les faits et les "
    "lignes.",
    "And {0} {0|finding|findings} of lesser severity. Without --brief: all, with the facts and the "
    "rows."};
inline constexpr Sentence unknown_answers{
    "{0} {0|question reste|questions restent} sans réponse dans ces pièces : sans --brief, ce qui "
    "manque pour chacune.",
    "{0} {0|question has|questions have} no answer in this evidence: without --brief, what each "
    "lacks."};
inline constexpr Sentence bad_link{
    "« {0} » ne nomme aucun site. Écrivez par exemple https://portail.exemple/page.",
    "“{0}” names no site. Write for example https://portal.example/page."};
inline constexpr Sentence option_link{
    "le lien d’un hameçonnage, ou son site : ce que chaque utilisateur en a fait",
    "the link of a phishing mail, or its site: what each user did with it"};
inline constexpr Sentence option_sender{
    "avec --link : une adresse de l’expéditeur ou de réponse du leurre (peut se répéter)",
    "with --link: an address of the lure’s sender, or to reply to (may be repeated)"};
inline constexpr Sentence option_list{
    "une liste d’adresses connues pour malveillantes : CSV d’URLhaus ou de PhishTank, ou la vôtre",
    "a list of addresses known to be malicious: URLhaus’s or PhishTank’s CSV, or your own"};
inline constexpr Sentence option_rules{
    "règles Sigma appliquées en plus de celles de Digue : fichier ou dossier, à répéter",
    "Sigma rules applied besides those of Digue: a file or folder, repeat it"};
inline constexpr Sentence heading_link{"QUI A SUIVI LE LIEN", "WHO FOLLOWED THE LINK"};
inline constexpr Sentence link_asked{"Lien : {0}", "Link: {0}"};
inline constexpr Sentence link_nobody{
    "Aucun journal donné ne parle d’un utilisateur et de ce lien.",
    "No log given tells of a user and this link."};
inline constexpr Sentence link_limits{
    "Un utilisateur absent d’ici n’est pas hors de cause : hors du réseau, ou par un autre chemin, "
    "aucun de ces journaux ne le voit.",
    "A user who is not here is not cleared: away from the network, or by another way, none of "
    "these "
    "logs sees them."};
inline constexpr Sentence link_posted{"a envoyé un formulaire : mot de passe probablement donné",
                                      "sent a form: password probably given"};
inline constexpr Sentence link_downloaded{"a téléchargé un fichier à risque",
                                          "downloaded a risky file"};
inline constexpr Sentence link_opened{"a ouvert le lien", "opened the link"};
inline constexpr Sentence link_tunnelled{
    "s’est connecté au site ; le journal ne montre pas ce qui a été envoyé",
    "connected to the site; the log does not show what was sent"};
inline constexpr Sentence link_blocked{"a essayé ; l’accès a été bloqué",
                                       "tried; the access was blocked"};
inline constexpr Sentence link_resolved{"a demandé le nom du site, sans plus",
                                        "asked for the site’s name, no more"};
inline constexpr Sentence link_received{"a reçu le message, sans plus",
                                        "received the message, no more"};
inline constexpr Sentence link_replied{"a répondu au message", "replied to the message"};
inline constexpr Sentence link_by_recipients{
    "sans doute un filtre de messagerie : il ouvre les liens de plusieurs destinataires",
    "probably a mail filter: it opens the links of several recipients"};
inline constexpr Sentence link_by_deliveries{
    "sans doute un filtre de messagerie : ses visites vont au rythme des remises",
    "probably a mail filter: its visits keep time with the deliveries"};
inline constexpr Sentence link_before_all{
    "sans doute un filtre de messagerie : il ouvre le lien avant que personne ait le message",
    "probably a mail filter: it opens the link before anybody had the message"};
inline constexpr Sentence link_soon{
    "peut-être un programme du poste : ouvert quelques secondes après la remise, et jamais "
    "ensuite. À demander à la personne.",
    "perhaps a program of the machine: opened seconds after the delivery, and never again. Ask the "
    "person."};
inline constexpr Sentence link_machines{"poste", "machine"};
inline constexpr Sentence link_received_at{"reçu", "received"};
inline constexpr Sentence link_resolved_at{"nom demandé", "name asked"};
inline constexpr Sentence link_blocked_at{"bloqué", "blocked"};
inline constexpr Sentence link_tunnelled_at{"connecté", "connected"};
inline constexpr Sentence link_opened_at{"ouvert", "opened"};
inline constexpr Sentence link_posted_at{"formulaire", "form sent"};
inline constexpr Sentence link_downloaded_at{"téléchargé", "downloaded"};
inline constexpr Sentence link_replied_at{"répondu", "replied"};
inline constexpr Sentence option_brief{"l’essentiel sur un écran ou deux",
                                       "the essentials, on a screen or two"};
inline constexpr Sentence heading_answers{"CE QUE LA FICHE DEMANDE", "WHAT THE SHEET ASKS"};
inline constexpr Sentence heading_answers_of_several{"CE QUE LES FICHES DEMANDENT",
                                                     "WHAT THE SHEETS ASK"};
inline constexpr Sentence heading_sources{"PIÈCES LUES", "EVIDENCE READ"};
inline constexpr Sentence heading_visibility{"CE QUE LES JOURNAUX WINDOWS LAISSENT VOIR",
                                             "WHAT THE WINDOWS LOGS LET ONE SEE"};
inline constexpr Sentence log_line{"{0} : du {2} au {3} ({4}) ; enregistrements : {1}",
                                   "{0}: {2} to {3} ({4}); records: {1}"};
inline constexpr Sentence more_logs{
    "Et {0} {0|autre journal|autres journaux} (--json les donne tous).",
    "And {0} {0|more log|more logs} (--json gives them all)."};
inline constexpr Sentence reach_under_30_days{"moins de 30 jours", "less than 30 days"};
inline constexpr Sentence reach_days_30{"30 jours au moins", "30 days at least"};
inline constexpr Sentence reach_months_3{"3 mois au moins", "3 months at least"};
inline constexpr Sentence reach_months_6{"6 mois au moins", "6 months at least"};
inline constexpr Sentence heading_unreadable{"CE QUI N’A PAS PU ÊTRE LU", "WHAT COULD NOT BE READ"};
inline constexpr Sentence heading_remarks{"À SAVOIR", "TO KNOW"};

inline constexpr Sentence compromised{"Comptes tenus pour compromis : {0}.",
                                      "Accounts held compromised: {0}."};
inline constexpr Sentence since_when{"Premier acte de l’intrus : {0}. Dernier vu : {1}.",
                                     "First act of the intruder: {0}. Last seen: {1}."};
inline constexpr Sentence addresses{"Adresses de l’intrus : {0}.",
                                    "Addresses of the intruder: {0}."};
inline constexpr Sentence nothing_found{
    "Rien d’anormal n’a été trouvé dans ces pièces. Ce n’est pas une preuve d’innocence : voyez "
    "plus bas "
    "ce qui est couvert et ce qui manque.",
    "Nothing abnormal was found in this evidence. That does not prove innocence: see below what is "
    "covered and what lacks."};
inline constexpr Sentence period{"Période couverte : du {0} au {1}.",
                                 "Period covered: {0} to {1}."};
inline constexpr Sentence by_severity{
    "{0} {0|constat|constats} : {1} {1|critique|critiques}, {2} {2|élevé|élevés}, {3} "
    "{3|moyen|moyens}, {4} {4|faible|faibles}, {5} pour information.",
    "{0} {0|finding|findings}: {1} critical, {2} high, {3} medium, {4} low, {5} for information."};
inline constexpr Sentence account_label{"comptes", "accounts"};
inline constexpr Sentence address_label{"adresses", "addresses"};
inline constexpr Sentence host_label{"machines", "hosts"};
inline constexpr Sentence evidence_label{"pièce", "evidence"};
inline constexpr Sentence evidence_row{"{0}, ligne {1}", "{0}, line {1}"};
inline constexpr Sentence evidence_record{"{0}, enregistrement {1}", "{0}, record {1}"};
inline constexpr Sentence evidence_more{"et {0} {0|autre ligne|autres lignes}",
                                        "and {0} {0|more row|more rows}"};
inline constexpr Sentence source_line{
    "{0} : {1}, {2} {2|ligne|lignes}, {3} {3|retenue|retenues}, {4} {4|répétée|répétées}, {5} "
    "{5|rejetée|rejetées}",
    "{0}: {1}, {2} {2|row|rows}, {3} kept, {4} repeated, {5} rejected"};
inline constexpr Sentence source_unknown{"non reconnu", "not recognised"};
inline constexpr Sentence unreadable_line{"{0}, octet {1} : {2}", "{0}, byte {1}: {2}"};
inline constexpr Sentence source_gap{"trou du {0} au {1} : {2}", "hole from {0} to {1}: {2}"};

inline constexpr Sentence severity_critical{"CRITIQUE", "CRITICAL"};
inline constexpr Sentence severity_high{"ÉLEVÉ", "HIGH"};
inline constexpr Sentence severity_medium{"MOYEN", "MEDIUM"};
inline constexpr Sentence severity_low{"FAIBLE", "LOW"};
inline constexpr Sentence severity_info{"INFO", "INFO"};
inline constexpr Sentence value_yes{"oui", "yes"};
inline constexpr Sentence value_no{"non", "no"};
inline constexpr Sentence value_unknown{"inconnu", "unknown"};

}  // namespace digue::cli::verbs::sentences
