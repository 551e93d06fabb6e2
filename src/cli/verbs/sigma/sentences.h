// What `digue sigma` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sigma::sentences {

inline constexpr Sentence summary{"ce que des règles Sigma trouvent dans des journaux Windows",
                                  "what Sigma rules find in Windows event logs"};
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
inline constexpr Sentence rules_left_out{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence no_rule{"Aucune règle à appliquer : les journaux ne sont pas lus.",
                                  "There is no rule to apply: the logs are not read."};

inline constexpr Sentence heading_matches{"CE QUE LES RÈGLES TROUVENT", "WHAT THE RULES FIND"};
inline constexpr Sentence heading_rules{"LES RÈGLES", "THE RULES"};
inline constexpr Sentence heading_logs{"LES JOURNAUX", "THE LOGS"};
inline constexpr Sentence no_match{
    "Rien. Cela ne dit pas que rien n’est arrivé : voyez ci-dessous ce qui a été demandé, et à "
    "combien d’enregistrements.",
    "Nothing. That does not say that nothing happened: see below what was asked, and of how many "
    "records."};
inline constexpr Sentence rule_matched{"{0} fois, de {1} à {2}", "{0} ×, from {1} to {2}"};
inline constexpr Sentence rule_hosts{"machines : {0}", "hosts: {0}"};
inline constexpr Sentence example{"{0}, enregistrement {1}, {2}", "{0}, record {1}, {2}"};
inline constexpr Sentence rules_asked{"Règles appliquées : {0}.", "Rules applied: {0}."};
inline constexpr Sentence correlations_asked{"Corrélations de leurs résultats : {0}.",
                                             "Correlations of their matches: {0}."};
inline constexpr Sentence not_correlated{
    "Résultats qui manquent aux corrélations, trop nombreux ou sans date : {0}.",
    "Matches missing from the correlations, too many or without a time: {0}."};
inline constexpr Sentence filters_used{"Filtres qui les resserrent : {0}.",
                                       "Filters that narrow them: {0}."};
inline constexpr Sentence rules_left_out_count{"Règles non appliquées : {0}",
                                               "Rules not applied: {0}"};
inline constexpr Sentence rules_not_loaded{"Documents qui ne peuvent pas être chargés : {0}",
                                           "Documents that cannot be loaded: {0}"};
inline constexpr Sentence refusal{"{0}:{1} : {2}", "{0}:{1}: {2}"};
inline constexpr Sentence and_more{"et {0} autres (--json les donne tous)",
                                   "and {0} more (--json gives them all)"};
inline constexpr Sentence logs_read{
    "Journaux lus : {0}. Enregistrements : {1}, dont {2} qu’au moins une règle concerne.",
    "Logs read: {0}. Records: {1}, of which at least one rule is about {2}."};
inline constexpr Sentence given_up{
    "Comparaisons d’expressions régulières abandonnées, trop longues, et comptées sans résultat : "
    "{0}.",
    "Comparisons with regular expressions given up, being too long, and counted as no match: {0}."};

}  // namespace digue::cli::verbs::sigma::sentences
