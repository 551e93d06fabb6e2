// What the server says of signing in by an identity provider.
#pragma once
#include "base/sentence.h"

namespace digue::server::sentences {

// Of its settings.
inline constexpr Sentence an_issuer{
    "l’adresse https du fournisseur, telle qu’il s’appelle lui-même (http pour cette machine "
    "seulement)",
    "the provider’s https address, as it calls itself (http for this machine only)"};
inline constexpr Sentence a_mapped_role{
    "« lead », « responder », « scribe », « observer » ou « counsel »",
    "“lead”, “responder”, “scribe”, “observer” or “counsel”"};
inline constexpr Sentence yes_or_no{"« yes » ou « no »", "“yes” or “no”"};
inline constexpr Sentence some_roles{"une liste de groupes, chacun avec son rôle",
                                     "a list of groups, each with its role"};
inline constexpr Sentence proofs_or_always{
    "une liste de valeurs de « amr » ou de « acr », ou « always »",
    "a list of values of “amr” or “acr”, or “always”"};
inline constexpr Sentence some_certificates{"un fichier de certificats PEM",
                                            "a file of PEM certificates"};
inline constexpr Sentence bad_secret{
    "{0} doit contenir le secret du client, sur une ligne de {1} octets au plus.",
    "{0} must hold the client’s secret, on a line of {1} bytes at most."};
inline constexpr Sentence secret_is_open{
    "D’autres comptes de la machine peuvent lire {0}, qui est un secret : faites « chmod 600 ».",
    "Other accounts of the machine can read {0}, which is a secret: do “chmod 600”."};

// Of the provider.
inline constexpr Sentence provider_unreachable{
    "Le fournisseur d’identité ne répond pas ({0}). Réessayez, ou connectez-vous avec un compte "
    "local.",
    "The identity provider does not answer ({0}). Try again, or sign in with a local account."};
inline constexpr Sentence says_no_answer{"aucune réponse", "no answer"};
inline constexpr Sentence says_untrusted{"son certificat n’est pas reconnu",
                                         "its certificate is not trusted"};
inline constexpr Sentence says_unreadable{"réponse illisible ou trop grande",
                                          "an answer that is unreadable or too big"};
inline constexpr Sentence says_slow{"trop lent", "too slow"};
inline constexpr Sentence says_status{"état HTTP {0}", "HTTP status {0}"};
inline constexpr Sentence bad_discovery{
    "Ce que le fournisseur d’identité dit de lui-même ne se lit pas.",
    "What the identity provider says of itself can’t be read."};
inline constexpr Sentence discovery_of_another{
    "Le fournisseur d’identité s’appelle lui-même « {0} », et les réglages disent « {1} ».",
    "The identity provider calls itself “{0}”, and the settings say “{1}”."};
inline constexpr Sentence bad_endpoints{
    "Le fournisseur d’identité annonce des adresses qui ne sont pas en https.",
    "The identity provider names addresses that are not https."};
inline constexpr Sentence bad_key_set{
    "Les clés du fournisseur d’identité ne se lisent pas, ou dépassent {0}.",
    "The identity provider’s keys can’t be read, or are more than {0}."};
inline constexpr Sentence no_id_token{"Le fournisseur d’identité n’a pas dit qui vous êtes.",
                                      "The identity provider did not say who you are."};
inline constexpr Sentence provider_said_no{
    "Le fournisseur d’identité n’a pas accepté la connexion ({0}).",
    "The identity provider did not accept the sign-in ({0})."};

// Of a token.
inline constexpr Sentence token_refused{
    "Ce que dit le fournisseur d’identité n’est pas accepté : {0}.",
    "What the identity provider says is not accepted: {0}."};
inline constexpr Sentence not_a_token{"ce n’est pas un jeton signé", "it is no signed token"};
inline constexpr Sentence unknown_algorithm{"signature autre que RS256, PS256 ou ES256",
                                            "a signature other than RS256, PS256 or ES256"};
inline constexpr Sentence unknown_extension{"extension obligatoire inconnue",
                                            "an unknown extension that must be understood"};
inline constexpr Sentence no_key_id{"il ne dit pas quelle clé l’a signé",
                                    "it does not say which key signed it"};
inline constexpr Sentence unknown_key{"signé par une clé que le fournisseur ne publie pas",
                                      "signed by a key that the provider does not publish"};
inline constexpr Sentence wrong_signature{"la signature est fausse", "the signature is wrong"};
inline constexpr Sentence other_issuer{"il vient d’un autre fournisseur",
                                       "it is of another provider"};
inline constexpr Sentence for_another{"il est pour un autre que ce serveur",
                                      "it is for another than this server"};
inline constexpr Sentence other_sign_in{"il vient d’une autre connexion",
                                        "it is of another sign-in"};
inline constexpr Sentence without_times{"il ne dit pas jusqu’à quand il vaut",
                                        "it does not say until when it holds"};
inline constexpr Sentence token_over{
    "il est périmé (les horloges des deux serveurs sont-elles justes ?)",
    "it is over (are the clocks of both servers right?)"};
inline constexpr Sentence token_not_yet{
    "il ne vaut pas encore (les horloges des deux serveurs sont-elles justes ?)",
    "it is not valid yet (are the clocks of both servers right?)"};
inline constexpr Sentence token_too_old{"il a été fait il y a trop longtemps",
                                        "it was made too long ago"};
inline constexpr Sentence without_subject{"il ne dit pas de qui il parle",
                                          "it does not say whom it is about"};

// Of a person.
inline constexpr Sentence no_group_maps{
    "Aucun de vos groupes n’ouvre ce serveur : demandez à qui gère les personnes.",
    "None of your groups opens this server: ask whoever manages people."};
inline constexpr Sentence first_person_first{
    "La première personne doit d’abord se faire connaître, avec le code que « digue serve » a "
    "affiché.",
    "The first person must make themselves known first, with the code that “digue serve” printed."};
inline constexpr Sentence provider_is_off{
    "Ce serveur n’a pas de fournisseur d’identité : connectez-vous avec un compte local.",
    "This server has no identity provider: sign in with a local account."};
inline constexpr Sentence nothing_came_back{
    "Cette connexion n’a pas été commencée ici, ou l’a été il y a plus de dix minutes : "
    "recommencez.",
    "This sign-in was not begun here, or more than ten minutes ago: begin again."};
inline constexpr Sentence account_disabled{
    "Votre compte est désactivé : demandez à qui gère les personnes.",
    "Your account is disabled: ask whoever manages people."};
inline constexpr Sentence no_name_left{
    "Aucun nom libre pour « {0} » : demandez à qui gère les personnes.",
    "No name is left for “{0}”: ask whoever manages people."};

}  // namespace digue::server::sentences
