// What the detector of mailbox permissions says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence mailbox_opened_to{"La boîte {0} a été ouverte à {1} ({2}).",
                                            "Mailbox {0} was opened to {1} ({2})."};
inline constexpr Sentence mailbox_is_open_to{"La boîte {0} est ouverte à {1} ({2}).",
                                             "Mailbox {0} is open to {1} ({2})."};
inline constexpr Sentence folder_open_to_everyone{
    "Le dossier {1} de la boîte {0} est lisible par tous ({2}).",
    "Folder {1} of mailbox {0} can be read by everyone ({2})."};
inline constexpr Sentence grantee_outside{"{0} n’est pas de l’organisation.",
                                          "{0} is not of the organisation."};
inline constexpr Sentence grantee_looks_like{"Le nom {0} se lit comme « {1} », mais ne l’est pas.",
                                             "The name {0} reads like “{1}”, but is not."};
inline constexpr Sentence grants_to_oneself{"{0} se l’est donné à soi-même.",
                                            "{0} gave it to themself."};
inline constexpr Sentence grants_many{"{0} a ouvert {1} {1|boîte|boîtes} en un jour.",
                                      "{0} opened {1} {1|mailbox|mailboxes} within a day."};
inline constexpr Sentence grant_by_administrator{"Fait par un administrateur déclaré.",
                                                 "Done by a declared administrator."};
inline constexpr Sentence grant_removed{"Retiré depuis : {0}.", "Removed since: {0}."};

}  // namespace digue::detect::sentences
