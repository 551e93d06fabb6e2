// A Document as one HTML file: no script, nothing fetched, prints on A4, readable in black and
// white.
//
// Its content security policy allows the one style sheet inside, by its hash, and nothing else.
// Same document, same bytes.
#pragma once
#include <string>

#include "produce/report/document.h"

namespace digue::produce::report {

std::string to_html(const Document& document);

}  // namespace digue::produce::report
