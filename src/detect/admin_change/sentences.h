// What the detector of administrators' changes says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence users_changed{
    "{0} a créé, supprimé ou réactivé des comptes : {1} à vérifier.",
    "{0} created, removed or enabled accounts: {1} to be checked."};
inline constexpr Sentence roles_changed{
    "{0} a donné ou retiré des rôles ou des appartenances à des groupes : {1} à vérifier.",
    "{0} gave or withdrew roles or group memberships: {1} to be checked."};
inline constexpr Sentence credentials_changed{
    "{0} a changé des mots de passe ou ajouté des secrets : {1} à vérifier.",
    "{0} changed passwords or added secrets: {1} to be checked."};
inline constexpr Sentence settings_changed{
    "{0} a changé des réglages de l’organisation ou de boîtes : {1} à vérifier.",
    "{0} changed settings of the organisation or of mailboxes: {1} to be checked."};
inline constexpr Sentence new_account_looks_like{
    "Le nouveau compte {0} se lit comme « {1} », mais ne l’est pas.",
    "The new account {0} reads like “{1}”, but is not."};
inline constexpr Sentence role_is_powerful{"Rôle puissant : {0} donné à {1}.",
                                           "Powerful role: {0} given to {1}."};
inline constexpr Sentence legacy_opened{
    "{0} ouvert pour {1} : ce protocole ne demande pas de second facteur.",
    "{0} opened for {1}: this protocol asks for no second factor."};
inline constexpr Sentence consent_freed{
    "Tout utilisateur peut désormais consentir à toute application.",
    "Any user may from now on consent to any application."};
inline constexpr Sentence many_accounts_removed{"{0} comptes supprimés en une heure.",
                                                "{0} accounts removed within an hour."};

}  // namespace digue::detect::sentences
