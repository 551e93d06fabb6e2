// What Cairo does not write: the language, the title in the window, what figures show, and which
// cells are headers of what.  Through qpdf.  Inside the room only.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/sentence.h"

namespace digue::produce::pdf {

// `figures`: descriptions, in the order of the Figure elements.
Result<std::string> finish_pdf(const std::string& bytes, Language language,
                               const std::vector<std::string>& figures);

}  // namespace digue::produce::pdf
