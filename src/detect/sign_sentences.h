// What the sign-in rules say in common.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence operator_is_new{
    "Opérateur réseau jamais vu pour ce compte dans les 30 jours précédents : {0}.",
    "Network operator not seen for this account in the 30 days before: {0}."};
inline constexpr Sentence country_is_new{
    "Pays jamais vu pour ce compte dans les 30 jours précédents : {0}.",
    "Country not seen for this account in the 30 days before: {0}."};
inline constexpr Sentence operator_is_hosting{
    "L’adresse est chez un hébergeur ou un VPN du commerce : {0}.",
    "The address belongs to a hosting company or a commercial VPN: {0}."};
inline constexpr Sentence client_is_new{
    "Programme ou système jamais vu pour ce compte dans les 30 jours précédents : {0}.",
    "Program or system not seen for this account in the 30 days before: {0}."};
inline constexpr Sentence device_is_new{
    "Appareil jamais vu pour ce compte dans les 30 jours précédents : DeviceId={0}.",
    "Device not seen for this account in the 30 days before: DeviceId={0}."};
inline constexpr Sentence client_is_script{
    "Le client est un programme, pas une personne : UserAgent={0}.",
    "The client is a program, not a person: UserAgent={0}."};
inline constexpr Sentence act_followed{"Suivi, depuis là, de : {0}.",
                                       "Followed, from there, by: {0}."};
inline constexpr Sentence act_followed_unplaced{
    "Suivi dans l’heure, sans adresse propre au journal (probable), de : {0}.",
    "Followed within the hour, with no address of its own logged (probable), by: {0}."};
inline constexpr Sentence tied_by_other{
    "Une autre constatation tient déjà cette session, cette adresse ou cet appareil pour celui de "
    "l’intrus.",
    "Another finding already holds this session, address or device to be the intruder’s."};
inline constexpr Sentence after_unfamiliar{"{0} min après une connexion inhabituelle depuis {1}.",
                                           "{0} min after an unusual sign-in from {1}."};
inline constexpr Sentence after_intruder{"{0} min après une connexion de l’intrus depuis {1}.",
                                         "{0} min after a sign-in of the intruder from {1}."};
inline constexpr Sentence during_intrusion{
    "Dans les 24 heures d’activité de l’intrus sur ce compte (probable : rien d’autre ne l’y "
    "relie).",
    "Within 24 hours of the intruder’s activity on this account (probable: nothing else ties it)."};
inline constexpr Sentence history_is_short{
    "L’historique du compte {0} est trop court ({1} {1|jour|jours}) pour dire ce qui lui est "
    "habituel.",
    "The history of account {0} is too short ({1} {1|day|days}) to tell what is usual for it."};
inline constexpr Sentence rests_on_fallback{
    "Le lieu ou l’opérateur vient de la base de secours du {0}, dont l’éditeur signale des "
    "erreurs : à vérifier avec une base à jour.",
    "The place or operator comes from the fallback database of {0}, whose publisher warns of wrong "
    "rows: check it against an up-to-date database."};
inline constexpr Sentence rests_on_undated_fallback{
    "Le lieu ou l’opérateur vient de la base de secours, de date inconnue, dont l’éditeur signale "
    "des erreurs : à vérifier avec une base à jour.",
    "The place or operator comes from the fallback database, of unknown date, whose publisher "
    "warns "
    "of wrong rows: check it against an up-to-date database."};

}  // namespace digue::detect::sentences
