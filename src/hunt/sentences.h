// What the hunt says.
#pragma once
#include "base/sentence.h"

namespace digue::hunt::sentences {

// Why a part of a list is not hunted.
inline constexpr Sentence not_recognised{"aucun indicateur reconnu", "no indicator recognised"};
inline constexpr Sentence too_short_or_long{
    "trop court, trop long ou sans lettre ni chiffre : introuvable dans un journal",
    "too short, too long or without a letter or a digit: cannot be searched for"};
inline constexpr Sentence unknown_type{"le type « {0} » n’est pas recherché",
                                       "the type “{0}” is not searched for"};
inline constexpr Sentence wrong_for_type{"ce n’est pas une valeur du type « {0} »",
                                         "not a value of the type “{0}”"};
inline constexpr Sentence too_many{"au-delà des {0} premiers indicateurs",
                                   "after the first {0} indicators"};
inline constexpr Sentence misp_not_to_detect{
    "cet attribut MISP n’est pas donné pour détecter (to_ids : false)",
    "this MISP attribute is not meant to detect by (to_ids: false)"};
inline constexpr Sentence stix_revoked{"indicateur STIX retiré par son auteur",
                                       "a STIX indicator that its author revoked"};
inline constexpr Sentence stix_other_pattern{"motif écrit en « {0} », et non en STIX",
                                             "a pattern written in “{0}”, not in STIX"};
inline constexpr Sentence stix_not_simple{
    "motif STIX qui ne se réduit pas à des valeurs (AND, NOT, LIKE, durée...)",
    "a STIX pattern that is more than values (AND, NOT, LIKE, a duration...)"};
inline constexpr Sentence json_unknown{
    "JSON sans événement MISP, ni indicateur STIX, ni liste de textes",
    "JSON without a MISP event, a STIX indicator or a list of texts"};
inline constexpr Sentence json_broken{"JSON illisible ou coupé : rien n’en est pris",
                                      "JSON that cannot be read, or cut: nothing of it is taken"};

}  // namespace digue::hunt::sentences
