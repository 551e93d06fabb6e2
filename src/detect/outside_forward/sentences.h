// What the detector of forwarding to the outside says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence mailbox_forwards_outside{
    "La boîte {0} renvoie son courrier hors de l’organisation, vers {1}.",
    "Mailbox {0} forwards its mail outside the organisation, to {1}."};
inline constexpr Sentence mailbox_forwarded_outside{
    "La boîte {0} a renvoyé son courrier hors de l’organisation, vers {1} ; le renvoi a été "
    "retiré.",
    "Mailbox {0} forwarded its mail outside the organisation, to {1}; it has been cleared."};
inline constexpr Sentence rule_forwards_outside{
    "Une règle de la boîte {0} renvoie du courrier hors de l’organisation, vers {1}.",
    "A rule of mailbox {0} forwards mail outside the organisation, to {1}."};
inline constexpr Sentence forward_unresolved{
    "La boîte {0} renvoie son courrier vers {1}, dont l’adresse n’est pas donnée : à vérifier.",
    "Mailbox {0} forwards its mail to {1}, whose address is not given: to be checked."};
inline constexpr Sentence auto_forward_allowed{
    "Le transport laisse les boîtes renvoyer leur courrier vers {0}.",
    "The transport lets mailboxes forward their mail to {0}."};
inline constexpr Sentence no_copy_kept{
    "La boîte n’en garde pas de copie (DeliverToMailboxAndForward=False).",
    "The mailbox keeps no copy (DeliverToMailboxAndForward=False)."};
inline constexpr Sentence set_then_cleared{"Mis le {0}, retiré le {1}.",
                                           "Set at {0}, cleared at {1}."};
inline constexpr Sentence destination_of_several{
    "{0} {0|boîte renvoie|boîtes renvoient} vers cette même adresse.",
    "{0} {0|mailbox forwards|mailboxes forward} to this same address."};
inline constexpr Sentence destination_looks_like{"Ce domaine se lit comme {0}, mais ne l’est pas.",
                                                 "This domain reads like {0}, but is not."};

}  // namespace digue::detect::sentences
