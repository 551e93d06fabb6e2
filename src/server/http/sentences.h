// What the HTTP server says.
#pragma once
#include "base/sentence.h"

namespace digue::server::http::sentences {

inline constexpr Sentence bad_address{
    "« {0} » n’est pas une adresse de cette machine. Écrivez par exemple 127.0.0.1:8440.",
    "“{0}” is not an address of this machine. Write, for instance, 127.0.0.1:8440."};
inline constexpr Sentence cannot_listen{
    "Impossible d’écouter sur {0}, port {1} : {2}. Choisissez un autre port avec --listen.",
    "Cannot listen on {0}, port {1}: {2}. Choose another port with --listen."};
inline constexpr Sentence bad_certificate{
    "Le certificat ne peut pas servir : {0}. S’il a été fait ici, retirez-le du dossier tls : un "
    "autre sera fait.",
    "The certificate cannot be used: {0}. If it was made here, take it out of the folder tls: "
    "another will be made."};
inline constexpr Sentence pem_too_big{"{0} dépasse {1} octets : ce n’est pas un certificat.",
                                      "{0} has more than {1} bytes: it is no certificate."};
inline constexpr Sentence no_certificate_there{
    "{0} ne contient pas de certificat PEM (« BEGIN CERTIFICATE »).",
    "{0} holds no PEM certificate (“BEGIN CERTIFICATE”)."};
inline constexpr Sentence no_key_there{"{0} ne contient pas de clé privée PEM.",
                                       "{0} holds no PEM private key."};
inline constexpr Sentence key_has_password{
    "La clé {0} est protégée par un mot de passe, que personne ne pourrait taper à chaque "
    "démarrage. Donnez-la sans : openssl pkey -in CLÉ -out NOUVELLE.",
    "The key {0} is protected by a password, which nobody could type at each start. Give it "
    "without: openssl pkey -in KEY -out NEW."};
inline constexpr Sentence key_of_another{"La clé {0} n’est pas celle du certificat {1}.",
                                         "The key {0} is not that of the certificate {1}."};
inline constexpr Sentence certificate_over{
    "Un certificat de {0} est périmé depuis {1} : faites-le renouveler.",
    "A certificate of {0} is over since {1}: have it renewed."};
inline constexpr Sentence certificate_not_yet{
    "Un certificat de {0} ne vaut qu’à partir de {1}. L’horloge de la machine est-elle juste ?",
    "A certificate of {0} holds from {1} only. Is the machine’s clock right?"};
inline constexpr Sentence chain_breaks{
    "Le certificat n° {1} de {0} n’a pas signé celui qui le précède. L’ordre attendu : celui du "
    "serveur, puis ceux qui l’ont signé, un par un.",
    "Certificate no. {1} of {0} did not sign the one before it. The order: the server’s, then "
    "those that signed it, one by one."};
inline constexpr Sentence not_for_a_server{
    "Le premier certificat de {0} n’est pas fait pour un serveur (serverAuth).",
    "The first certificate of {0} is not for a server (serverAuth)."};
inline constexpr Sentence key_is_open{
    "Attention : d’autres comptes de cette machine peuvent lire la clé {0}. Faites : chmod 600.",
    "Warning: other accounts of this machine can read the key {0}. Do: chmod 600."};
inline constexpr Sentence certificate_ends_soon{
    "Attention : le certificat {0} ne vaut plus après {1}.",
    "Warning: the certificate {0} holds no longer after {1}."};
inline constexpr Sentence certificate_has_no_name{
    "Attention : le certificat {0} ne nomme ni machine ni adresse : les navigateurs le refuseront.",
    "Warning: the certificate {0} names neither host nor address: browsers will refuse it."};
inline constexpr Sentence certificate_renewed{
    "Certificat et clé relus ; empreinte du certificat servi maintenant : {0}.",
    "Certificate and key read again; fingerprint of the certificate that serves now: {0}."};
inline constexpr Sentence certificate_kept{
    "Certificat ou clé refusés, ceux d’avant servent toujours. {0}",
    "Certificate or key refused; those from before still serve. {0}"};
inline constexpr Sentence no_certificate{"Le certificat n’a pas pu être fait.",
                                         "The certificate could not be made."};

}  // namespace digue::server::http::sentences
