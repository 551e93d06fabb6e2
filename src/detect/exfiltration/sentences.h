// What the rule of large transfers to the outside says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence exfiltrated{"{0} a envoyé {1} vers {2} en un jour.",
                                      "{0} sent {1} to {2} in one day."};
inline constexpr Sentence exfiltrated_by_several{
    "Plusieurs machines ont envoyé ensemble {0} vers {1} en un jour.",
    "Several machines together sent {0} to {1} in one day."};
inline constexpr Sentence exfiltration_day{"Le {0}, en UTC.", "On {0}, UTC."};
inline constexpr Sentence exfiltration_usual{
    "D’ordinaire, elle envoie {0} par jour, vers toutes ses destinations (médiane de {1} "
    "{1|jour|jours}).",
    "It usually sends {0} a day, to all its destinations (median of {1} {1|day|days})."};
inline constexpr Sentence exfiltration_new{
    "Personne n’avait contacté {0} pendant les {1} jours qui précèdent.",
    "Nobody had contacted {0} in the {1} days before."};
inline constexpr Sentence exfiltration_not_usual{
    "{0} n’avait jamais reçu un tel volume ; il n’est pas une sauvegarde régulière.",
    "{0} had never received such a volume; it is no regular backup."};
inline constexpr Sentence exfiltration_not_judged{
    "Les envois de données vers l’extérieur n’ont pas pu être jugés.",
    "Transfers of data to the outside could not be judged."};
inline constexpr Sentence exfiltration_no_bytes{
    "Aucun journal donné ne dit les octets envoyés : celui de Squid, par exemple, ne dit que ceux "
    "reçus.",
    "No log given tells the bytes sent: Squid’s, for one, tells only those received."};
inline constexpr Sentence exfiltration_few_days{
    "{0} {0|jour de trafic précède|jours de trafic précèdent} le plus gros envoi inhabituel : il "
    "en faut {1} pour en juger.",
    "{0} {0|day of traffic stands|days of traffic stand} before the largest unusual one: it takes "
    "{1} to judge it."};
inline constexpr Sentence exfiltration_largest{"Cet envoi : {0}, de {1} vers {2}.",
                                               "That one: {0}, from {1} to {2}."};

}  // namespace digue::detect::sentences
