// What the detector of hiding rules says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence hiding_rule{
    "Une règle de la boîte {0} cache du courrier à son titulaire : « {1} ».",
    "A rule of mailbox {0} hides mail from its owner: “{1}”."};
inline constexpr Sentence rule_to_review{
    "Une règle de la boîte {0} est à vérifier avec son titulaire : « {1} ».",
    "A rule of mailbox {0} should be checked with its owner: “{1}”."};
inline constexpr Sentence rule_without_condition{"Aucune condition : elle prend tous les messages.",
                                                 "No condition: it takes every message."};
inline constexpr Sentence rule_name_meaningless{"Son nom ne veut rien dire : « {0} ».",
                                                "Its name means nothing: “{0}”."};
inline constexpr Sentence rule_target_words{
    "Ses mots visent paiements, sécurité ou assistance : {0}.",
    "Its words aim at payments, security or help desk: {0}."};
inline constexpr Sentence rule_folder_unknown{
    "Le dossier de destination n’est donné que par un numéro : son nom est inconnu.",
    "The target folder is given by a number only: its name is unknown."};
inline constexpr Sentence rule_disabled{"Désactivée, elle reste prête à servir.",
                                        "Disabled, it stays ready for use."};
inline constexpr Sentence rule_score{
    "Total : {0} {0|point|points} (à vérifier dès {1}, mauvaise dès {2}).",
    "Total: {0} {0|point|points} (to review from {1}, bad from {2})."};

}  // namespace digue::detect::sentences
