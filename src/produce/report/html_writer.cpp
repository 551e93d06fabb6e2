#include "produce/report/html_writer.h"

#include <fmt/format.h>

#include "produce/powershell.h"
#include "produce/report/document.h"

namespace digue::produce::report {

HtmlWriter& HtmlWriter::text(std::string_view text) {
  for (const char c : shown(text, longest_run)) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      case '\'':
        out_ += "&#39;";
        break;
      default:
        out_ += c;
    }
  }
  return *this;
}

HtmlWriter& HtmlWriter::number(double value) {
  out_ += fmt::format("{:.4g}", value);
  return *this;
}

}  // namespace digue::produce::report
