// What the readers of records of named fields say.
#pragma once
#include "base/sentence.h"

namespace digue::read::sentences {

inline constexpr Sentence json_too_deep{"JSON imbriqué sur plus de {0} niveaux",
                                        "JSON nested more than {0} levels deep"};
inline constexpr Sentence too_many_fields{"enregistrement de plus de {0} champs",
                                          "a record of more than {0} fields"};

}  // namespace digue::read::sentences
