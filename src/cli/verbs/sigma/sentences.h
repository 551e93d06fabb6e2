// What `digue sigma` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sigma::sentences {

inline constexpr Sentence summary{"ce que des règles Sigma trouvent dans des journaux Windows",
                                  "what Sigma rules find in Windows event logs"};
inline constexpr Sentence option_rules{"règles, ou dossiers de règles (.yml, .yaml) ; à répéter",
                                       "rules, or folders of rules (.yml, .yaml); repeat it"};
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
inline constexpr Sentence rule_matched{"{0} fois, de {1} à {2}", "{0} times, from {1} to {2}"};
inline constexpr Sentence rule_hosts{"machines : {0}", "hosts: {0}"};
inline constexpr Sentence example{"{0}, enregistrement {1}, {2}", "{0}, record {1}, {2}"};
inline constexpr Sentence rules_asked{"{0} règles sont appliquées.", "{0} rules are applied."};
inline constexpr Sentence correlations_asked{"{0} corrélations comptent ce qu’elles trouvent.",
                                             "{0} correlations count what they find."};
inline constexpr Sentence matches_together{"{0} résultats ensemble", "{0} matches together"};
inline constexpr Sentence not_correlated{
    "{0} résultats, trop nombreux ou sans date, manquent aux corrélations.",
    "{0} matches, too many or without a time, are missing from the correlations."};
inline constexpr Sentence filters_used{"{0} filtres les resserrent.", "{0} filters narrow them."};
inline constexpr Sentence rules_left_out_count{"{0} ne le sont pas :", "{0} are not:"};
inline constexpr Sentence rules_not_loaded{"{0} documents ne peuvent pas être chargés :",
                                           "{0} documents cannot be loaded:"};
inline constexpr Sentence refusal{"{0}:{1} : {2}", "{0}:{1}: {2}"};
inline constexpr Sentence and_more{"et {0} autres (--json les donne tous)",
                                   "and {0} more (--json gives them all)"};
inline constexpr Sentence logs_read{
    "{0} journaux lus, {1} enregistrements ; une règle au moins concerne {2} d’entre eux.",
    "{0} logs read, {1} records; at least one rule is about {2} of them."};
inline constexpr Sentence given_up{
    "{0} comparaisons d’expressions régulières ont été abandonnées, trop longues : elles comptent "
    "comme sans résultat.",
    "{0} comparisons with regular expressions were given up, being too long: they count as no "
    "match."};

}  // namespace digue::cli::verbs::sigma::sentences
