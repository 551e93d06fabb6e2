// What the server says of people.
#pragma once
#include "base/sentence.h"

namespace digue::server::sentences {

inline constexpr Sentence bad_name{
    "« {0} » ne peut pas servir de nom : des minuscules, des chiffres, « . », « - » et « _ », 64 "
    "au plus.",
    "“{0}” cannot be a name: lower-case letters, digits, “.”, “-” and “_”, 64 at most."};
inline constexpr Sentence name_taken{"Le nom « {0} » est déjà pris.",
                                     "The name “{0}” is already taken."};
inline constexpr Sentence no_such_person{"Personne ne s’appelle « {0} » ici.",
                                         "Nobody is called “{0}” here."};
inline constexpr Sentence no_such_token{"Vous n’avez pas de jeton « {0} ».",
                                        "You have no token “{0}”."};
inline constexpr Sentence too_many_tokens{"Vous avez déjà {0} jetons, la limite.",
                                          "You have {0} tokens already, the limit."};
inline constexpr Sentence token_days{"Un jeton vaut de 1 à {0} jours.",
                                     "A token holds for 1 to {0} days."};
inline constexpr Sentence last_manager{
    "Sans « {0} », personne ne pourrait plus gérer les personnes. Donnez d’abord ce droit à une "
    "autre.",
    "Without “{0}”, nobody could manage people any more. Give that right to somebody else first."};
inline constexpr Sentence not_the_first{"La première personne existe déjà : connectez-vous.",
                                        "The first person is already there: sign in."};
inline constexpr Sentence display_name_needed{"Il faut un nom à afficher.",
                                              "A name to display is needed."};
inline constexpr Sentence short_password{"Le mot de passe doit avoir au moins {0} caractères.",
                                         "The password must have at least {0} characters."};
inline constexpr Sentence too_many_people{"Il y a déjà {0} personnes, la limite.",
                                          "There are {0} people already, the limit."};
inline constexpr Sentence no_memory_for_password{
    "La machine n’a pas assez de mémoire pour protéger le mot de passe.",
    "The machine has too little memory to protect the password."};
inline constexpr Sentence wrong_login{"Nom ou mot de passe inconnu.", "Unknown name or password."};
inline constexpr Sentence too_many_tries{"Trop d’essais. Attendez {0} s avant le prochain.",
                                         "Too many tries. Wait {0} s before the next."};

}  // namespace digue::server::sentences
