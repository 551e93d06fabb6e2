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
inline constexpr Sentence password_of_provider{
    "« {0} » se connecte par le fournisseur d’identité, et n’a pas de mot de passe ici.",
    "“{0}” signs in by the identity provider, and has no password here."};
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
inline constexpr Sentence second_factor_needed{
    "Le mot de passe est bon. Il faut encore le code de votre application, votre clé d’accès ou un "
    "code de secours.",
    "The password is right. The code of your app, your passkey or a recovery code is needed too."};
inline constexpr Sentence factor_demanded{
    "Un second facteur est exigé de vous : ajoutez-en un à votre compte, le reste s’ouvrira.",
    "A second factor is demanded of you: add one to your account, and the rest opens."};
inline constexpr Sentence provider_shows_no_factor{
    "Un second facteur est exigé de vous, et le fournisseur d’identité ne dit pas que vous en avez "
    "montré un.",
    "A second factor is demanded of you, and the identity provider does not say that you showed "
    "one."};
inline constexpr Sentence own_factor_first{
    "Ajoutez d’abord un second facteur à votre propre compte : il serait exigé de vous aussi.",
    "Add a second factor to your own account first: it would be demanded of you too."};
inline constexpr Sentence no_such_role{"« {0} » n’est pas un rôle.", "“{0}” is no role."};
inline constexpr Sentence wrong_factor{
    "Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant de votre application.",
    "This code is not right, or was used already. Wait for the next one of your app."};
inline constexpr Sentence wrong_code_of_app{
    "Ce n’est pas le code que donne votre application pour ce secret. L’heure du téléphone et "
    "celle "
    "du serveur doivent être justes.",
    "This is not the code that your app gives for this secret. The time of the phone and of the "
    "server must be right."};
inline constexpr Sentence nothing_begun{
    "Rien n’a été commencé, ou c’était il y a plus de dix minutes : recommencez.",
    "Nothing was begun, or more than ten minutes ago: begin again."};
inline constexpr Sentence no_factor_yet{
    "Ajoutez d’abord une application ou une clé d’accès : les codes de secours les remplacent.",
    "Add an app or a passkey first: recovery codes stand in for them."};
inline constexpr Sentence wrong_passkey{
    "La clé d’accès n’a pas été reconnue : recommencez, ou servez-vous d’une autre.",
    "The passkey was not recognised: try again, or use another."};
inline constexpr Sentence passkey_copied{
    "La clé d’accès « {0} » compte moins de signatures qu’avant : une copie existe peut-être. Elle "
    "est "
    "refusée ; parlez-en à qui gère les personnes.",
    "The passkey “{0}” counts fewer signatures than before: there may be a copy. It is refused; "
    "tell "
    "whoever manages people."};
inline constexpr Sentence passkey_taken{"Cette clé d’accès est déjà connue.",
                                        "This passkey is known already."};
inline constexpr Sentence no_such_passkey{"Vous n’avez pas cette clé d’accès.",
                                          "You have no such passkey."};
inline constexpr Sentence too_many_passkeys{"Vous avez déjà {0} clés d’accès, la limite.",
                                            "You have {0} passkeys already, the limit."};
inline constexpr Sentence passkey_needs_a_name{
    "Une clé d’accès est liée au nom du serveur, et « {0} » n’en est pas un. Ouvrez-le par son "
    "nom, "
    "sous https, ou par http://localhost sur sa machine.",
    "A passkey is tied to the server’s name, and “{0}” is none. Open it by its name, under https, "
    "or "
    "by http://localhost on its machine."};

}  // namespace digue::server::sentences
