// A Document as a tagged PDF on A4: headings, paragraphs, lists, tables and figures in its
// structure, an outline, fonts embedded, language and title set, page x of y on every page.
//
// Laid out with Pango and Cairo, completed with qpdf (language, figure descriptions, table headers,
// artefacts). Same document and same fonts, same bytes.  Not thread-safe: Pango's font map is
// shared.
#pragma once
#include <string>

#include "base/result.h"
#include "produce/report/document.h"

namespace digue::produce::report {

Result<std::string> to_pdf(const Document& document);

}  // namespace digue::produce::report
