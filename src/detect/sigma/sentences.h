// Why a Sigma rule is not used.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sigma::sentences {

inline constexpr Sentence not_a_mapping{"un document Sigma est fait de clés et de valeurs.",
                                        "a Sigma document is made of keys and values."};
inline constexpr Sentence key_lacks{"la clé « {0} » manque.", "the key “{0}” is missing."};
inline constexpr Sentence key_needs{"« {0} » doit être {1}.", "“{0}” must be {1}."};
inline constexpr Sentence a_text{"un texte", "a text"};
inline constexpr Sentence a_mapping{"fait de clés et de valeurs", "made of keys and values"};
inline constexpr Sentence a_number{"un nombre", "a number"};
inline constexpr Sentence a_duration{"une durée telle que 15m ou 1h", "a time such as 15m or 1h"};
inline constexpr Sentence a_value{"une valeur ou une liste de valeurs",
                                  "a value or a list of values"};
inline constexpr Sentence a_search{"un texte, une liste, ou des champs et leurs valeurs",
                                   "a text, a list, or fields and their values"};
inline constexpr Sentence a_level{"informational, low, medium, high ou critical",
                                  "informational, low, medium, high or critical"};
inline constexpr Sentence a_boolean{"true ou false", "true or false"};
inline constexpr Sentence a_correlation_type{
    "event_count, value_count, temporal, temporal_ordered, value_sum, value_avg ou "
    "value_percentile",
    "event_count, value_count, temporal, temporal_ordered, value_sum, value_avg or "
    "value_percentile"};
inline constexpr Sentence action_document{
    "« action: {0} » n’est plus de Sigma depuis la version 2. Écrivez une règle entière par "
    "document.",
    "“action: {0}” has not been part of Sigma since version 2. Write a whole rule in each "
    "document."};

inline constexpr Sentence bad_condition{"condition illisible à la lettre {0} : {1}",
                                        "unreadable condition at letter {0}: {1}"};
inline constexpr Sentence condition_end{"la condition s’arrête trop tôt",
                                        "the condition ends too soon"};
inline constexpr Sentence condition_extra{"« {0} » est de trop", "“{0}” is too much"};
inline constexpr Sentence condition_close{"une parenthèse n’est pas fermée",
                                          "a bracket is not closed"};
inline constexpr Sentence condition_unknown{"aucune recherche ne s’appelle « {0} »",
                                            "no search is called “{0}”"};
inline constexpr Sentence condition_none{"aucune recherche ne répond à « {0} »",
                                         "no search goes by “{0}”"};
inline constexpr Sentence condition_pipe{
    "les agrégats après « | » ne sont plus de Sigma depuis la version 2 ; écrivez une corrélation",
    "aggregates after “|” have not been part of Sigma since version 2; write a correlation"};
inline constexpr Sentence condition_deep{"plus de {0} parenthèses l’une dans l’autre",
                                         "more than {0} brackets within one another"};
inline constexpr Sentence condition_long{"elle dépasse la limite de {0} octets",
                                         "it is over the limit of {0} bytes"};

inline constexpr Sentence unknown_modifier{"le modificateur « {0} » n’est pas de Sigma 2.1.",
                                           "the modifier “{0}” is not part of Sigma 2.1."};
inline constexpr Sentence clashing_modifiers{
    "les modificateurs « {0} » et « {1} » ne vont pas ensemble.",
    "the modifiers “{0}” and “{1}” do not go together."};
inline constexpr Sentence modifier_value{"« {0} » n’est pas une valeur pour « {1} ».",
                                         "“{0}” is not a value for “{1}”."};
inline constexpr Sentence modifier_wildcard{
    "les jokers de « {0} » ne peuvent pas être encodés par « {1} ».",
    "the wildcards of “{0}” cannot be encoded by “{1}”."};
inline constexpr Sentence keywords_modifier{"« {0} » demande le nom d’un champ.",
                                            "“{0}” asks for the name of a field."};
inline constexpr Sentence too_many_dashes{"« {0} » a plus de {1} tirets à remplacer, la limite.",
                                          "“{0}” has more than {1} dashes to replace, the limit."};
inline constexpr Sentence too_many_values{"plus de {0} valeurs, la limite.",
                                          "more than {0} values, the limit."};
inline constexpr Sentence no_placeholder{
    "les valeurs de « %{0}% » ne sont pas données (--placeholders).",
    "the values of “%{0}%” are not given (--placeholders)."};
inline constexpr Sentence bad_regex{"l’expression « {0} » est refusée : {1} (lettre {2}).",
                                    "the expression “{0}” is refused: {1} (letter {2})."};
inline constexpr Sentence regex_too_long{
    "une expression régulière dépasse la limite de {0} octets.",
    "a regular expression is over the limit of {0} bytes."};

inline constexpr Sentence same_id{"la règle {0} est déjà dans {1}.",
                                  "the rule {0} is already in {1}."};
inline constexpr Sentence too_many_rules{"plus de {0} règles, la limite.",
                                         "more than {0} rules, the limit."};
inline constexpr Sentence no_log_source{"Digue n’applique pas de règles à {0}",
                                        "Digue applies no rules to {0}"};
inline constexpr Sentence no_such_rule{
    "aucune règle appliquée ne s’appelle « {0} » : elle manque, ne lit aucun journal Windows, ou "
    "les corrélations tournent en rond.",
    "no rule that is applied is called “{0}”: it is missing, reads no Windows event log, or the "
    "correlations go round in a circle."};
inline constexpr Sentence not_grouped_by{
    "« {0} » n’est pas un champ que la corrélation {1} garde (group-by).",
    "“{0}” is not a field that the correlation {1} keeps (group-by)."};
inline constexpr Sentence retired{"son état est « {0} »", "its status is “{0}”"};
inline constexpr Sentence below_level{"sous le niveau demandé", "below the level asked for"};
inline constexpr Sentence matches_together{"résultats ensemble : {0}", "matches together: {0}"};
inline constexpr Sentence on_host{"{0} ({1})", "{0} ({1})"};
inline constexpr Sentence records_of_host{"{0} {0|enregistrement|enregistrements}, de {1} à {2}",
                                          "{0} {0|record|records}, from {1} to {2}"};
inline constexpr Sentence one_record{"1 enregistrement", "1 record"};
inline constexpr Sentence more_outcomes{
    "et {0} {0|autre fois, qui n’est pas dite|autres fois, qui ne sont pas dites une à une} : "
    "digue sigma les donne toutes",
    "and {0} {0|other time, not told|other times, not told one by one}: digue sigma gives them "
    "all"};
inline constexpr Sentence not_asked_for{"elle n’est pas parmi les règles demandées",
                                        "it is not among the rules asked for"};

}  // namespace digue::detect::sigma::sentences
