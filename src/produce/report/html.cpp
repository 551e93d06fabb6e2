#include "produce/report/html.h"

#include <algorithm>

#include "base/hash.h"
#include "produce/pdf/qr.h"
#include "produce/report/html_style.h"
#include "produce/report/html_writer.h"

namespace digue::produce::report {
namespace {

class Html {
 public:
  explicit Html(const Document& document) : document_(document) {}
  std::string write();

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const List& list);
  void operator()(const Facts& facts);
  void operator()(const Table& table);
  void operator()(const Panels& panels);
  void operator()(const Lanes& lanes);
  void operator()(const Code& code);

 private:
  void head();
  void line(const Line& line);
  void span(const Span& span);
  void panel(const Panels::Panel& panel, bool verdict);
  void columns(const Table& table);

  const Document& document_;
  HtmlWriter out_;
};

std::string Html::write() {
  head();
  for (const Block& block : document_.blocks) std::visit(*this, block);
  out_ << "</main>\n<footer>";
  out_.text(document_.footer) << "</footer>\n</body>\n</html>\n";
  return out_.take();
}

void Html::head() {
  const Digest digest = sha256(html_style);
  out_ << "<!DOCTYPE html>\n<html lang=\"";
  out_.text(language_code(document_.language)) << "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out_ << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "base-uri 'none'; form-action 'none'; style-src 'sha256-";
  out_.text(to_base64(as_text(digest))) << "'\">\n";
  out_ << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out_ << "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"author\" content=\"";
  out_.text(document_.author) << "\">\n<title>";
  out_.text(document_.title) << "</title>\n<style>";
  out_ << html_style;
  out_ << "</style>\n</head>\n<body>\n<header>\n<p class=\"overline\">";
  out_.text(document_.overline) << "</p>\n<h1>";
  out_.text(document_.title) << "</h1>\n<p class=\"byline\">";
  line(document_.byline);
  out_ << "</p>\n</header>\n<main>\n";
}

void Html::span(const Span& span) {
  switch (span.kind) {
    case Span::Kind::plain:
      out_.text(span.text);
      return;
    case Span::Kind::strong:
      out_ << "<strong>";
      out_.text(span.text) << "</strong>";
      return;
    case Span::Kind::quiet:
      out_ << "<span class=\"quiet\">";
      break;
    case Span::Kind::time:
      out_ << "<span class=\"time\">";
      break;
    case Span::Kind::name:
      out_ << "<bdi class=\"name\">";
      out_.text(span.text) << "</bdi>";
      return;
    case Span::Kind::badge:
      switch (span.tone) {
        case Span::Tone::none:
          out_ << "<span class=\"badge\">";
          break;
        case Span::Tone::calm:
          out_ << "<span class=\"badge calm\">";
          break;
        case Span::Tone::attention:
          out_ << "<span class=\"badge attention\">";
          break;
        case Span::Tone::grave:
          out_ << "<span class=\"badge grave\">";
          break;
      }
      break;
  }
  out_.text(span.text) << "</span>";
}

void Html::line(const Line& line) {
  for (const Span& one : line) span(one);
}

void Html::operator()(const Heading& heading) {
  static constexpr HtmlWriter::Markup opening[] = {"<h2", "<h3", "<h4"};
  static constexpr HtmlWriter::Markup closing[] = {"</h2>\n", "</h3>\n", "</h4>\n"};
  const auto level = static_cast<std::size_t>(std::clamp(heading.level, 2, 4) - 2);
  out_ << opening[level];
  if (!heading.anchor.empty()) {
    out_ << " id=\"";
    out_.text(heading.anchor) << "\"";
  }
  if (heading.starts_page) out_ << " class=\"page\"";
  out_ << ">";
  line(heading.line);
  out_ << closing[level];
}

void Html::operator()(const Paragraph& paragraph) {
  switch (paragraph.role) {
    case Paragraph::Role::body:
      out_ << "<p>";
      break;
    case Paragraph::Role::lead:
      out_ << "<p class=\"lead\">";
      break;
    case Paragraph::Role::note:
      out_ << "<p class=\"note\">";
      break;
  }
  line(paragraph.line);
  out_ << "</p>\n";
}

void Html::operator()(const List& list) {
  if (list.ordered)
    out_ << "<ol>\n";
  else
    out_ << "<ul>\n";
  for (const Line& item : list.items) {
    out_ << "<li>";
    line(item);
    out_ << "</li>\n";
  }
  if (list.ordered)
    out_ << "</ol>\n";
  else
    out_ << "</ul>\n";
}

void Html::operator()(const Facts& facts) {
  out_ << "<dl>\n";
  for (const auto& fact : facts.facts) {
    out_ << "<div><dt>";
    out_.text(fact.label) << "</dt><dd>";
    for (const Line& one : fact.lines) {
      out_ << "<div>";
      line(one);
      out_ << "</div>";
    }
    out_ << "</dd></div>\n";
  }
  out_ << "</dl>\n";
}

void Html::columns(const Table& table) {
  double total = 0;
  for (const auto& column : table.columns) total += column.share;
  out_ << "<colgroup>";
  for (const auto& column : table.columns) {
    out_ << "<col width=\"";
    out_.number(100.0 * column.share / total) << "%\">";
  }
  out_ << "</colgroup>\n<thead><tr>";
  for (const auto& column : table.columns) {
    out_ << "<th scope=\"col\">";
    out_.text(column.title) << "</th>";
  }
  out_ << "</tr></thead>\n";
}

void Html::operator()(const Table& table) {
  out_ << "<table>\n<caption>";
  out_.text(table.caption) << "</caption>\n";
  columns(table);
  out_ << "<tbody>\n";
  for (const auto& row : table.rows) {
    out_ << "<tr><th scope=\"row\">";
    line(row.front());
    out_ << "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) {
      out_ << "<td>";
      line(row[i]);
      out_ << "</td>";
    }
    out_ << "</tr>\n";
  }
  out_ << "</tbody>\n</table>\n";
}

void Html::panel(const Panels::Panel& panel, bool verdict) {
  if (verdict)
    out_ << "<section class=\"panel wide verdict\"><h2>";
  else if (panel.wide)
    out_ << "<section class=\"panel wide\"><h2>";
  else
    out_ << "<section class=\"panel\"><h2>";
  out_.text(panel.title) << "</h2>\n";
  std::size_t first = 0;
  if (verdict || !panel.is_list) {
    const std::size_t paragraphs = verdict ? 1 : panel.lines.size();
    for (; first < std::min(paragraphs, panel.lines.size()); ++first) {
      out_ << "<p>";
      line(panel.lines[first]);
      out_ << "</p>\n";
    }
  }
  if (first < panel.lines.size())
    (*this)(List{{panel.lines.begin() + static_cast<std::ptrdiff_t>(first), panel.lines.end()},
                 panel.ordered});
  if (!panel.note.empty()) {
    out_ << "<p class=\"note\">";
    line(panel.note);
    out_ << "</p>\n";
  }
  out_ << "</section>\n";
}

void Html::operator()(const Panels& panels) {
  out_ << "<div class=\"panels\">\n";
  for (const auto& one : panels.panels) panel(one, &one == &panels.panels.front());
  out_ << "</div>\n";
}

void Html::operator()(const Lanes& lanes) {
  static constexpr double left = 80, right = 712, upper = 34, lower = 70;
  const double span = static_cast<double>(lanes.to - lanes.from);
  const auto x = [&](Instant time) {
    return left + (right - left) * static_cast<double>(time - lanes.from) / span;
  };
  out_ << "<figure><svg viewBox=\"0 0 720 104\" role=\"img\" aria-label=\"";
  out_.text(lanes.description) << "\">\n";
  for (const auto& [time, label] : lanes.ticks) {
    out_ << "<line class=\"tick\" y1=\"16\" y2=\"84\" x1=\"";
    out_.number(x(time)) << "\" x2=\"";
    out_.number(x(time)) << "\"/><text text-anchor=\"middle\" y=\"98\" x=\"";
    out_.number(x(time)) << "\">";
    out_.text(label) << "</text>\n";
  }
  out_
      << "<line class=\"lane\" x1=\"80\" x2=\"712\" y1=\"34\" y2=\"34\"/>"
         "<line class=\"lane\" x1=\"80\" x2=\"712\" y1=\"70\" y2=\"70\"/>\n<text x=\"0\" y=\"38\">";
  out_.text(lanes.upper) << "</text><text x=\"0\" y=\"74\">";
  out_.text(lanes.lower) << "</text>\n";
  for (const auto& mark : lanes.marks) {
    if (mark.ours)
      out_ << "<circle class=\"ours\" r=\"4.5\" cx=\"";
    else if (mark.grave)
      out_ << "<path class=\"act filled\" d=\"m0-6 6 6-6 6-6-6z\" transform=\"translate(";
    else
      out_ << "<path class=\"act\" d=\"m0-5 5 5-5 5-5-5z\" transform=\"translate(";
    out_.number(x(mark.time));
    if (mark.ours) {
      out_ << "\" cy=\"";
      out_.number(lower) << "\"/>\n";
    } else {
      out_ << " ";
      out_.number(upper) << ")\"/>\n";
    }
  }
  out_ << "</svg></figure>\n";
}

void Html::operator()(const Code& code) {
  const pdf::QrCode qr = pdf::make_qr(code.payload);
  if (qr.side == 0) return;
  const int size = qr.side + 2 * pdf::qr_quiet_zone;
  out_ << "<figure class=\"code\"><svg role=\"img\" aria-label=\"QR\" "
          "shape-rendering=\"crispEdges\" "
          "viewBox=\"0 0 ";
  out_.number(size) << " ";
  out_.number(size) << "\"><path d=\"";
  for (int row = 0; row < qr.side; ++row)
    for (int column = 0; column < qr.side; ++column) {
      if (!qr.at(row, column)) continue;
      out_ << "M";
      out_.number(column + pdf::qr_quiet_zone) << " ";
      out_.number(row + pdf::qr_quiet_zone) << "h1v1h-1z";
    }
  out_ << "\"/></svg><figcaption>";
  out_.text(code.caption) << "</figcaption></figure>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  return Html(document).write();
}

}  // namespace digue::produce::report
