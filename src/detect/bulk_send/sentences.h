// What the detector of fraudulent sending says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence sent_by_intruder{
    "{1} {1|message a été envoyé|messages ont été envoyés} depuis le compte {0} par l’intrus ou "
    "pendant son passage.",
    "{1} {1|message was|messages were} sent from account {0} by the intruder or during their "
    "stay."};
inline constexpr Sentence sent_in_bulk{
    "Le compte {0} a envoyé {1} messages en dix minutes, bien plus qu’un autre jour.",
    "Account {0} sent {1} messages within ten minutes, far more than on another day."};
inline constexpr Sentence sent_to_many{
    "Le compte {0} a écrit à {1} destinataires extérieurs en dix minutes, bien plus qu’un autre "
    "jour.",
    "Account {0} wrote to {1} recipients outside within ten minutes, far more than on another "
    "day."};
inline constexpr Sentence recipients_known{
    "Destinataires d’après le suivi des messages : {0}, dont {1} hors de l’organisation.",
    "Recipients by the message trace: {0}, of whom {1} outside the organisation."};
inline constexpr Sentence recipients_not_delivered{"Non remis : {0}.", "Not delivered: {0}."};
inline constexpr Sentence recipients_unknown{
    "Le journal d’audit ne dit pas à qui : il faut le suivi des messages (message trace).",
    "The audit log does not say to whom: the message trace is needed."};
inline constexpr Sentence highest_other_day{"Le plus haut d’un autre jour : {0}.",
                                            "The highest of another day: {0}."};

}  // namespace digue::detect::sentences
