// What the detector of consents says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence consent_dangerous{
    "L’application « {0} » a reçu des droits dangereux ; tout indique un consentement frauduleux.",
    "Application “{0}” was given dangerous rights; all points to a fraudulent consent."};
inline constexpr Sentence consent_to_review{
    "L’application « {0} » a reçu des droits à vérifier avec qui les a donnés.",
    "Application “{0}” was given rights that should be checked with whoever gave them."};
inline constexpr Sentence application_known_bad{
    "Connue pour servir au vol de boîtes aux lettres : {0}.",
    "Known to be used to steal mailboxes: {0}."};
inline constexpr Sentence application_looks_like{
    "Son nom « {0} » se lit comme « {1} », mais ne l’est pas.",
    "Its name “{0}” reads like “{1}”, but is not."};
inline constexpr Sentence application_claims_provider{
    "Elle se dit de Microsoft (« {0} »), mais vient d’une autre organisation.",
    "It claims to be Microsoft’s (“{0}”), but comes from another organisation."};
inline constexpr Sentence application_name_meaningless{"Son nom ne veut rien dire : « {0} ».",
                                                       "Its name means nothing: “{0}”."};
inline constexpr Sentence application_named_as_account{"Elle porte le nom d’un compte : {0}.",
                                                       "It bears the name of an account: {0}."};
inline constexpr Sentence application_reply_local{
    "Elle répond à la machine même de qui l’utilise ({0}) : c’est un programme, pas un service.",
    "It replies to the very machine of its user ({0}): it is a program, not a service."};
inline constexpr Sentence application_is_tool{
    "Cette adresse de réponse est celle de {0}, qui copie des boîtes et des fichiers entiers.",
    "This reply address is that of {0}, which copies whole mailboxes and files."};
inline constexpr Sentence application_unverified{"Son éditeur n’est pas vérifié.",
                                                 "Its publisher is not verified."};
inline constexpr Sentence consent_by_user{"Consentie par {0}, sans administrateur.",
                                          "Consented to by {0}, without an administrator."};
inline constexpr Sentence consent_for_all{"Consentie pour toute l’organisation.",
                                          "Consented to for the whole organisation."};
inline constexpr Sentence consent_score{
    "Total : {0} {0|point|points} (à vérifier dès {1}, mauvais dès {2}).",
    "Total: {0} {0|point|points} (to review from {1}, bad from {2})."};

}  // namespace digue::detect::sentences
