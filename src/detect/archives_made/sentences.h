// What the rule of archives made in numbers says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence archives_made{
    "{0} archives ont été créées en {1} {1|minute|minutes} sur {2}.",
    "{0} archives were made within {1} {1|minute|minutes} on {2}."};
inline constexpr Sentence archives_password{"{0} d’entre elles sont protégées par un mot de passe.",
                                            "{0} of them are protected by a password."};
inline constexpr Sentence archives_commands{"Commandes : {0}", "Commands: {0}"};

}  // namespace digue::detect::sentences
