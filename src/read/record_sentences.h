// What the readers of records of named fields say.
#pragma once
#include "base/sentence.h"

namespace digue::read::sentences {

inline constexpr Sentence json_too_deep{"JSON imbriqué sur plus de {0} niveaux",
                                        "JSON nested more than {0} levels deep"};
inline constexpr Sentence too_many_fields{"enregistrement de plus de {0} champs",
                                          "a record of more than {0} fields"};
inline constexpr Sentence names_too_long{
    "des noms de champs imbriqués de plus de {0} octets en tout",
    "names of fields within fields, of more than {0} bytes in all"};

}  // namespace digue::read::sentences
