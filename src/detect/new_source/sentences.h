// What the rule of new sources says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence script_signed_in{"Un programme ({1}) s’est connecté avec le compte {0}.",
                                           "A program ({1}) signed in with the account {0}."};
inline constexpr Sentence source_is_hosting{
    "{0} s’est connecté depuis une machine louée ou un VPN : {1}.",
    "{0} signed in from a rented machine or a VPN: {1}."};
inline constexpr Sentence source_is_new{
    "{0} s’est connecté depuis un réseau jamais vu pour ce compte : {1}.",
    "{0} signed in from a network never seen for this account: {1}."};
inline constexpr Sentence source_has_new_client{
    "{0} s’est connecté avec un programme ou un appareil jamais vu pour ce compte, depuis {1}.",
    "{0} signed in with a program or a device never seen for this account, from {1}."};
inline constexpr Sentence source_counts{
    "{0} {0|adresse|adresses}, {1} {1|session|sessions}, de {2} à {3}.",
    "{0} {0|address|addresses}, {1} {1|session|sessions}, from {2} to {3}."};
inline constexpr Sentence script_is_usual{
    "Ce compte est mené par ce programme presque chaque jour ({0} {0|jour|jours}) : sans doute un "
    "automate.",
    "This account is driven by this program nearly every day ({0} {0|day|days}): probably an "
    "automaton."};

}  // namespace digue::detect::sentences
