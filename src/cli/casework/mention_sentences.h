// What is said of the indicators that are recognised in a line.
#pragma once
#include "base/sentence.h"

namespace digue::cli::casework::sentences {

inline constexpr Sentence mention_kept{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence mention_account{"compte : {0}", "account: {0}"};
inline constexpr Sentence mention_host{"machine : {0}", "host: {0}"};
inline constexpr Sentence mention_evidence{"pièce de l’incident : {0}",
                                           "evidence of the incident: {0}"};
inline constexpr Sentence mention_ours{"à vous, donc pas un indicateur : {0}",
                                       "yours, so no indicator: {0}"};
inline constexpr Sentence mention_doubtful{
    "peut-être {0}, pas gardé : {1}  (« --indicator {1} » le garde)",
    "perhaps {0}, not kept: {1}  (“--indicator {1}” keeps it)"};
inline constexpr Sentence mention_dropped{"pas gardé : {0} : {1}", "not kept: {0}: {1}"};
inline constexpr Sentence recognised_kept{"Reconnu dans le texte :", "Recognised in the text:"};
inline constexpr Sentence recognised_next{
    "Rien n’est surveillé ni bloqué. Pour surveiller : digue incident indicator VALEUR --incident "
    "{0}. Si c’est faux : digue log add TEXTE --no-indicators --corrects {1} --incident {0}.",
    "Nothing is observed or blocked. To observe: digue incident indicator VALUE --incident {0}. If "
    "that is wrong: digue log add TEXT --no-indicators --corrects {1} --incident {0}."};
inline constexpr Sentence recognised_observed{
    "Mis sous surveillance : {0} {0|indicateur|indicateurs}. Rien n’est bloqué.",
    "Put under observation: {0} {0|indicator|indicators}. Nothing is blocked."};
inline constexpr Sentence named_line{"{0} : {1} (n° {2})", "{0}: {1} (no. {2})"};
inline constexpr Sentence heading_named{"Relevé dans la main courante", "Noted in the logbook"};

}  // namespace digue::cli::casework::sentences
