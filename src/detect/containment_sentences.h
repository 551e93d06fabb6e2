// What the check of the containment says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence containment_refuted{
    "L’endiguement du {0} ne tient pas : l’intrus a encore réussi {1} fois depuis.",
    "The containment of {0} does not hold: the intruder has succeeded {1} {1|time|times} since."};
inline constexpr Sentence containment_refuted_by{
    "Refuté par {0} {0|réussite|réussites} de l’intrus après {1} : voir la constatation.",
    "Refuted by {0} {0|success|successes} of the intruder after {1}: see the finding."};
inline constexpr Sentence containment_holds{
    "Aucune réussite de l’intrus entre {0} et {1}, dans les connexions et dans le journal d’audit "
    "; "
    "{2}. Réfuté par toute réussite ultérieure : refaites ce contrôle avec des exports plus "
    "récents.",
    "No success of the intruder between {0} and {1}, in the sign-ins and in the audit log; {2}. "
    "Any "
    "later success would refute it: run this check again on newer exports."};
inline constexpr Sentence failures_since{
    "{0} {0|échec|échecs} de l’intrus depuis, {0|attendu|attendus} : {1}",
    "{0} {0|failure|failures} of the intruder since, as expected: {1}"};
inline constexpr Sentence no_failures_since{"aucun essai de l’intrus n’est vu depuis",
                                            "no attempt of the intruder is seen since"};
inline constexpr Sentence containment_not_told{
    "Le moment de l’endiguement n’est pas donné (--contained).",
    "The moment of the containment is not given (--contained)."};
inline constexpr Sentence no_intruder_known{
    "Aucune session ni adresse d’intrus n’est établie : rien à chercher après l’endiguement.",
    "No session or address of an intruder is established: there is nothing to look for after the "
    "containment."};
inline constexpr Sentence export_not_after{
    "{0} ne couvre pas l’après-endiguement ({1}) : redonnez cet export, plus récent.",
    "{0} does not reach beyond the containment ({1}): give that export again, newer."};
inline constexpr Sentence export_starts_after{"{0} ne commence qu’après l’endiguement ({1}).",
                                              "{0} only begins after the containment ({1})."};
inline constexpr Sentence export_has_hole{"{0} a un trou après l’endiguement, de {1} à {2}.",
                                          "{0} has a hole after the containment, from {1} to {2}."};
inline constexpr Sentence doubtful_since{
    "{0} {0|réussite depuis l’endiguement est|réussites depuis l’endiguement sont} peut-être de "
    "l’intrus (session partagée avec le titulaire) : demandez-lui. {1}",
    "{0} {0|success|successes} since the containment may be the intruder’s (a session shared with "
    "the owner): ask the owner. {1}"};
inline constexpr Sentence the_sign_ins{"L’export des connexions", "The export of sign-ins"};
inline constexpr Sentence the_audit_log{"Le journal d’audit", "The audit log"};

}  // namespace digue::detect::sentences
