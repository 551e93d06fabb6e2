// What the rule of suspicious VPN sessions says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence vpn_suspicious{"{0} a ouvert une session VPN suspecte, depuis {1}.",
                                         "{0} opened a suspicious VPN session, from {1}."};
inline constexpr Sentence vpn_line{"{0}, du {1} au {2}, depuis {3}, adresse donnée : {4}",
                                   "{0}, from {1} to {2}, from {3}, address given: {4}"};
inline constexpr Sentence vpn_no_address{"que le journal ne dit pas", "not told by the log"};
inline constexpr Sentence vpn_end_unknown{"une fin que le journal ne dit pas",
                                          "an end that the log does not tell"};
inline constexpr Sentence vpn_after_failures{
    "{0} refus depuis cette adresse dans l’heure qui précède.",
    "{0} {0|refusal|refusals} from that address in the hour before."};
inline constexpr Sentence vpn_from_abroad{
    "Depuis {0}, alors que les sessions viennent d’ordinaire de : {1}",
    "From {0}, while sessions usually come from: {1}"};
inline constexpr Sentence vpn_from_hosting{"L’adresse est celle d’un hébergeur : {0}",
                                           "The address is a hosting provider’s: {0}"};
inline constexpr Sentence vpn_several_accounts{
    "Depuis la même adresse, jamais vue avant, {0} {0|compte|comptes} dans la journée : {1}",
    "From the same address, never seen before, {0} {0|account|accounts} within the day: {1}"};
inline constexpr Sentence vpn_inside{
    "Pendant la session, {0} {0|événement vient|événements viennent} de l’adresse donnée, {1}.",
    "During the session, {0} {0|event comes|events come} from the address given, {1}."};

}  // namespace digue::detect::sentences
