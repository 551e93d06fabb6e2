// What `digue sigma` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sigma::sentences {

inline constexpr Sentence summary{
    "ce que des règles Sigma trouvent dans des journaux Windows, Microsoft 365, Entra et web",
    "what Sigma rules find in logs of Windows, Microsoft 365, Entra and the web"};
inline constexpr Sentence option_rules{
    "règles, ou dossiers de règles (.yml, .yaml), à répéter ; « digue » : celles de Digue, prises "
    "aussi quand rien n’est dit",
    "rules, or folders of rules (.yml, .yaml), repeat it; “digue”: those of Digue, taken too when "
    "nothing is said"};
inline constexpr Sentence option_paths{"journaux, ou dossiers de journaux",
                                       "logs, or folders of logs"};
inline constexpr Sentence option_level{"seulement les règles de ce niveau ou au-dessus",
                                       "only rules of this level or above"};
inline constexpr Sentence option_only{
    "seulement cette règle, par son identifiant, son nom ou son fichier ; à répéter",
    "only this rule, by its id, its name or its file; repeat it"};
inline constexpr Sentence option_fail_on{"sort avec 10 si une règle de ce niveau trouve",
                                         "exits with 10 if a rule of this level matches"};
inline constexpr Sentence option_placeholders{
    "fichier YAML des valeurs de l’organisation (%nom%)",
    "YAML file of the organisation’s own values (%name%)"};
inline constexpr Sentence names_and_values{"des noms et leurs valeurs", "names and their values"};
inline constexpr Sentence no_rule{"Aucune règle à appliquer : les journaux ne sont pas lus.",
                                  "There is no rule to apply: the logs are not read."};

inline constexpr Sentence heading_matches{"CE QUE LES RÈGLES TROUVENT", "WHAT THE RULES FIND"};
inline constexpr Sentence heading_logs{"LES JOURNAUX", "THE LOGS"};
inline constexpr Sentence no_match{
    "Rien. Cela ne dit pas que rien n’est arrivé : voyez ci-dessous ce qui a été demandé, et à "
    "combien d’enregistrements.",
    "Nothing. That does not say that nothing happened: see below what was asked, and of how many "
    "records."};
inline constexpr Sentence rule_matched{"{0} fois, de {1} à {2}", "{0} ×, from {1} to {2}"};
inline constexpr Sentence rule_matched_undated{"{0} fois", "{0} ×"};
inline constexpr Sentence no_date{"sans date sûre", "no sure date"};
inline constexpr Sentence rule_hosts{"machines : {0}", "hosts: {0}"};
inline constexpr Sentence example{"{0}, enregistrement {1}, {2}", "{0}, record {1}, {2}"};
inline constexpr Sentence not_correlated{
    "Résultats qui manquent aux corrélations, trop nombreux ou sans date : {0}.",
    "Matches missing from the correlations, too many or without a time: {0}."};
inline constexpr Sentence example_line{"{0}, ligne {1}, {2}", "{0}, line {1}, {2}"};
inline constexpr Sentence records_unread{
    "{0} {0|enregistrement illisible|enregistrements illisibles}",
    "{0} {0|record|records} that cannot be read"};
inline constexpr Sentence logs_read{
    "Journaux lus : {0}. Enregistrements : {1}, dont {2} qu’au moins une règle concerne.",
    "Logs read: {0}. Records: {1}, of which at least one rule is about {2}."};
inline constexpr Sentence given_up{
    "Comparaisons d’expressions régulières abandonnées, trop longues, et comptées sans résultat : "
    "{0}.",
    "Comparisons with regular expressions given up, being too long, and counted as no match: {0}."};

}  // namespace digue::cli::verbs::sigma::sentences
