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
    "Le certificat ne peut pas servir : {0}. Retirez-le du dossier : un autre sera fait.",
    "The certificate cannot be used: {0}. Take it out of the folder: another will be made."};
inline constexpr Sentence no_certificate{"Le certificat n’a pas pu être fait.",
                                         "The certificate could not be made."};

}  // namespace digue::server::http::sentences
