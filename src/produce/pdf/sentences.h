// What is said of a PDF, whatever it holds.
#pragma once
#include "base/sentence.h"

namespace digue::produce::pdf::sentences {

inline constexpr Sentence pdf_failed{"Le PDF n’a pas pu être terminé : {0}.",
                                     "The PDF could not be finished: {0}."};

}  // namespace digue::produce::pdf::sentences
