#include "produce/report/pdf.h"

#include <algorithm>

#include "produce/pdf/canvas.h"
#include "produce/pdf/finish.h"
#include "produce/pdf/qr.h"

namespace digue::produce::report {

using namespace pdf;

namespace {

constexpr double margin_side = 48, margin_top = 48, margin_bottom = 62;
constexpr double text_width = page_width - 2 * margin_side;

constexpr TextStyle body{};
// Of the first page, which is to hold on one.
constexpr TextStyle dense{9, 1.24, ink, false};
constexpr TextStyle small{8.8, 1.28, ink, false};
constexpr TextStyle note{8.4, 1.28, quiet_ink, false};
constexpr double cell_gap = 9, row_padding = 3.6, item_gap = 0.6, line_gap = 1;

Line line_of(const std::string& text) {
  return {{Span::Kind::plain, text, Span::Tone::none}};
}

std::string text_of(const Line& line) {
  std::string text;
  for (const Span& span : line)
    if (span.kind != Span::Kind::badge) text += span.text;
  return text;
}

Paper paper_of(const Document& document) {
  return {document.language, document.title, document.overline, document.author,
          document.written,  margin_side,    margin_top,        margin_bottom};
}

std::string filled(std::string text, const std::string& mark, int number) {
  const auto at = text.find(mark);
  return at == std::string::npos ? text : text.replace(at, mark.size(), std::to_string(number));
}

// Draws the blocks, one after the other.  Structure tags never span two pages: Cairo closes marked
// content with the page.
class Painter {
 public:
  // `pages`: how many there will be, 0 when it is not known yet.
  Painter(const Document& document, int pages)
      : document_(document),
        pages_(pages),
        canvas_(paper_of(document), [this](Canvas&) { footer(); }) {}

  void paint() {
    title();
    for (const Block& block : document_.blocks) std::visit(*this, block);
  }
  int pages() const { return canvas_.page(); }
  std::string finish() { return canvas_.finish(); }
  // Descriptions of the figures, in their order.
  const std::vector<std::string>& descriptions() const { return descriptions_; }

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const List& list);
  void operator()(const Facts& facts);
  void operator()(const Table& table);
  void operator()(const Panels& panels);
  void operator()(const Lanes& lanes);
  void operator()(const Code& code);

 private:
  using Row = std::vector<Line>;

  void title();
  void footer();
  void item(const Line& line, const std::string& label, double x, double width);
  double item_height(const Line& line, double width) const;
  std::vector<double> widths_of(const Table& table) const;
  double row_height(const Row& row, const std::vector<double>& widths,
                    const TextStyle& style) const;
  void cells(const Row& row, const std::vector<double>& widths, const TextStyle& style, bool head,
             bool tagged);
  void table_head(const Table& table, const std::vector<double>& widths, bool tagged);
  void tall_row(const Row& row);
  double panel_height(const Panels::Panel& panel, double width, bool verdict) const;
  void panel(const Panels::Panel& panel, double x, double width, bool verdict);

  const Document& document_;
  int pages_;
  Canvas canvas_;
  std::vector<std::string> descriptions_;
};

void Painter::footer() {
  const TextStyle style{7.8, 1.2, quiet_ink, false};
  const double y = page_height - margin_bottom + 24;
  canvas_.rule(margin_side, y - 8, text_width, 0.5, rule_ink);
  canvas_.put(line_of(document_.footer), style, margin_side, y, text_width - 90, nullptr);
  const Line number =
      line_of(filled(filled(document_.page_of, "{0}", canvas_.page()), "{1}", pages_));
  canvas_.put(number, style, page_width - margin_side - canvas_.width_of(number, style), y, 200,
              nullptr);
}

void Painter::title() {
  canvas_.bookmark(document_.title, 1);
  canvas_.flow(line_of(document_.overline), {9.6, 1.2, accent, true}, margin_side, text_width, "P");
  canvas_.skip(2);
  canvas_.flow(line_of(document_.title), {21, 1.12, ink, true}, margin_side, text_width, "H1");
  canvas_.skip(2);
  canvas_.flow(document_.byline, {9, 1.25, quiet_ink, false}, margin_side, text_width, "P");
  canvas_.skip(12);
}

void Painter::operator()(const Heading& heading) {
  if (heading.starts_page && !canvas_.at_top()) canvas_.new_page();
  if (heading.level == 2) {
    canvas_.skip(!canvas_.at_top() ? 22 : 0);
    canvas_.need(120);
    canvas_.rule(margin_side, canvas_.y(), text_width, 2, accent);
    canvas_.skip(7);
    canvas_.bookmark(text_of(heading.line), 2);
    canvas_.flow(heading.line, {15, 1.2, ink, true}, margin_side, text_width, "H2");
    canvas_.skip(6);
    return;
  }
  canvas_.skip(!canvas_.at_top() ? 13 : 0);
  canvas_.need(112);
  canvas_.bookmark(text_of(heading.line), 3);
  canvas_.flow(heading.line, {11, 1.25, ink, true}, margin_side, text_width,
               heading.level == 3 ? "H3" : "H4");
  canvas_.skip(4);
}

void Painter::operator()(const Paragraph& paragraph) {
  canvas_.flow(paragraph.line, paragraph.role == Paragraph::Role::note ? note : body, margin_side,
               text_width, "P");
  canvas_.skip(6);
}

double Painter::item_height(const Line& line, double width) const {
  return canvas_.height_of(line, dense, width - 14) + trailing(dense) + item_gap;
}

void Painter::item(const Line& line, const std::string& label, double x, double width) {
  canvas_.need(14);
  const double top = canvas_.y();
  canvas_.tagged("LI",
                 [&] { canvas_.put(line_of(label), {9, 1.24, accent, true}, x, top, 14, "Lbl"); });
  canvas_.flow(line, dense, x + 14, width - 14, "LBody");
  canvas_.skip(item_gap);
}

void Painter::operator()(const List& list) {
  int number = 0;
  for (const Line& one : list.items)
    item(one, list.ordered ? std::to_string(++number) + "." : "–", margin_side, text_width);
  canvas_.skip(4);
}

void Painter::operator()(const Facts& facts) {
  static constexpr double label_width = 84;
  for (const auto& fact : facts.facts) {
    canvas_.need(26);
    canvas_.put(line_of(fact.label), {9.2, 1.32, quiet_ink, false}, margin_side, canvas_.y(),
                label_width - 8, "P");
    for (const Line& one : fact.lines)
      canvas_.flow(one, {9.2, 1.3, ink, false}, margin_side + label_width, text_width - label_width,
                   "P");
    canvas_.skip(4);
  }
  canvas_.skip(4);
}

// ---- tables

std::vector<double> Painter::widths_of(const Table& table) const {
  double shares = 0;
  for (const auto& column : table.columns) shares += column.share;
  std::vector<double> widths;
  for (const auto& column : table.columns) widths.push_back(text_width * column.share / shares);
  return widths;
}

double Painter::row_height(const Row& row, const std::vector<double>& widths,
                           const TextStyle& style) const {
  double height = 0;
  for (std::size_t i = 0; i < row.size(); ++i)
    height = std::max(height, canvas_.height_of(row[i], style, widths[i] - cell_gap));
  return height + 2 * row_padding;
}

void Painter::cells(const Row& row, const std::vector<double>& widths, const TextStyle& style,
                    bool head, bool tagged) {
  double x = margin_side;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char* tag = !tagged ? nullptr : head || i == 0 ? "TH" : "TD";
    canvas_.put(row[i], style, x, canvas_.y() + row_padding, widths[i] - cell_gap, tag);
    x += widths[i];
  }
}

void Painter::table_head(const Table& table, const std::vector<double>& widths, bool tagged) {
  Row titles;
  for (const auto& column : table.columns)
    titles.push_back({{Span::Kind::strong, column.title, Span::Tone::none}});
  const double height = row_height(titles, widths, small);
  if (tagged)
    canvas_.tagged("TR", [&] { cells(titles, widths, small, true, true); });
  else
    cells(titles, widths, small, true, false);
  canvas_.skip(height);
  canvas_.rule(margin_side, canvas_.y() - 0.6, text_width, 1, ink);
}

// A row that no page can hold: its cells one under the other.
void Painter::tall_row(const Row& row) {
  for (const Line& cell : row) canvas_.flow(cell, small, margin_side, text_width, "P");
  canvas_.rule(margin_side, canvas_.y(), text_width, 0.5, rule_ink);
}

void Painter::operator()(const Table& table) {
  const auto widths = widths_of(table);
  canvas_.need(60);
  std::size_t next = 0;
  bool first = true;
  while (next < table.rows.size()) {
    // One Table element a page: the header is told once, and only drawn again on the next pages.
    bool full = false;
    canvas_.tagged("Table", [&] {
      table_head(table, widths, first);
      for (; next < table.rows.size(); ++next) {
        const double height = row_height(table.rows[next], widths, small);
        if (height > canvas_.left()) {
          full = true;
          return;
        }
        canvas_.tagged("TR", [&] { cells(table.rows[next], widths, small, false, true); });
        canvas_.skip(height);
        canvas_.rule(margin_side, canvas_.y(), text_width, 0.5, rule_ink);
      }
    });
    first = false;
    if (!full) break;
    const bool fits_a_page =
        row_height(table.rows[next], widths, small) < page_height - margin_top - margin_bottom - 40;
    if (fits_a_page)
      canvas_.new_page();
    else
      tall_row(table.rows[next++]);
  }
  canvas_.skip(10);
}

// ---- the first page

static constexpr TextStyle panel_title{9.6, 1.2, accent, true};
static constexpr TextStyle verdict_style{13, 1.25, ink, true};

double Painter::panel_height(const Panels::Panel& panel, double width, bool verdict) const {
  double height = 6 + canvas_.height_of(line_of(panel.title), panel_title, width) + 4;
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    if (verdict && i == 0)
      height += canvas_.height_of(panel.lines[i], verdict_style, width) + 4;
    else if (panel.is_list)
      height += item_height(panel.lines[i], width);
    else
      height += canvas_.height_of(panel.lines[i], dense, width) + trailing(dense) + line_gap;
  }
  if (!panel.note.empty()) height += canvas_.height_of(panel.note, note, width);
  return height;
}

void Painter::panel(const Panels::Panel& panel, double x, double width, bool verdict) {
  canvas_.rule(x, canvas_.y(), width, 0.8, ink);
  canvas_.skip(6);
  canvas_.flow(line_of(panel.title), panel_title, x, width, "H2");
  canvas_.skip(4);
  int number = 0;
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    if (verdict && i == 0) {
      canvas_.flow(panel.lines[i], verdict_style, x, width, "P");
      canvas_.skip(4);
    } else if (panel.is_list) {
      item(panel.lines[i], panel.ordered ? std::to_string(++number) + "." : "–", x, width);
    } else {
      canvas_.flow(panel.lines[i], dense, x, width, "P");
      canvas_.skip(line_gap);
    }
  }
  if (!panel.note.empty()) canvas_.flow(panel.note, note, x, width, "P");
}

void Painter::operator()(const Panels& panels) {
  static constexpr double gap = 24, half = (text_width - gap) / 2, page_room = 700;
  const auto& all = panels.panels;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool pair = !all[i].wide && i + 1 < all.size() && !all[i + 1].wide;
    const double width = pair ? half : text_width;
    double height = panel_height(all[i], width, i == 0);
    if (pair) height = std::max(height, panel_height(all[i + 1], width, false));
    canvas_.need(std::min(height, page_room));
    const double top = canvas_.y();
    const int page = canvas_.page();
    panel(all[i], margin_side, width, i == 0);
    // Beside it, unless it ran over the page.
    if (pair && canvas_.page() == page) {
      const double bottom = canvas_.y();
      canvas_.set_y(top);
      panel(all[++i], margin_side + half + gap, width, false);
      canvas_.set_y(canvas_.page() == page ? std::max(bottom, canvas_.y()) : canvas_.y());
    }
    canvas_.skip(9);
  }
}

// ---- figures

static void diamond(cairo_t* cairo, double x, double y, double size) {
  cairo_move_to(cairo, x, y - size);
  cairo_line_to(cairo, x + size, y);
  cairo_line_to(cairo, x, y + size);
  cairo_line_to(cairo, x - size, y);
  cairo_close_path(cairo);
}

static void draw_mark(Canvas& canvas, const Lanes::Mark& mark, double x, double y) {
  cairo_t* cairo = canvas.cairo();
  cairo_new_path(cairo);
  if (mark.ours)
    cairo_arc(cairo, x, y, 3.6, 0, 6.2831853);
  else
    diamond(cairo, x, y, 4.6);
  const Colour colour = mark.ours ? accent : grave_ink;
  canvas.set_colour(mark.grave ? colour : white);
  cairo_fill_preserve(cairo);
  canvas.set_colour(colour);
  cairo_set_line_width(cairo, 1.2);
  cairo_stroke(cairo);
}

void Painter::operator()(const Lanes& lanes) {
  static constexpr double label_width = 66, height = 84, upper = 22, lower = 50;
  static constexpr TextStyle label{8, 1.2, quiet_ink, false};
  canvas_.need(height);
  const double top = canvas_.y(), x0 = margin_side + label_width, width = text_width - label_width;
  const auto x_of = [&](Instant time) {
    return x0 + width * static_cast<double>(time - lanes.from) /
                    static_cast<double>(lanes.to - lanes.from);
  };
  descriptions_.push_back(lanes.description);
  canvas_.tagged("Figure", [&] {
    for (const auto& [time, text] : lanes.ticks) {
      canvas_.rule(x_of(time), top + 8, 0.5, 54, rule_ink);
      canvas_.put(line_of(text), label, std::min(x_of(time) - 20, x0 + width - 44), top + 65, 60,
                  nullptr);
    }
    canvas_.rule(x0, top + upper, width, 0.7, rule_ink);
    canvas_.rule(x0, top + lower, width, 0.7, rule_ink);
    canvas_.put(line_of(lanes.upper), label, margin_side, top + upper - 6, label_width, nullptr);
    canvas_.put(line_of(lanes.lower), label, margin_side, top + lower - 6, label_width, nullptr);
    for (const auto& mark : lanes.marks)
      draw_mark(canvas_, mark, x_of(mark.time), top + (mark.ours ? lower : upper));
  });
  canvas_.skip(height);
}

void Painter::operator()(const Code& code) {
  const QrCode qr = make_qr(code.payload);
  if (qr.side == 0) return;
  static constexpr double size = 112;
  canvas_.need(size + 8);
  const double top = canvas_.y(), module = size / (qr.side + 2 * qr_quiet_zone);
  descriptions_.push_back(code.caption);
  canvas_.tagged("Figure", [&] {
    canvas_.set_colour({0, 0, 0});
    for (int row = 0; row < qr.side; ++row)
      for (int column = 0; column < qr.side; ++column)
        if (qr.at(row, column))
          cairo_rectangle(canvas_.cairo(), margin_side + module * (column + qr_quiet_zone),
                          top + module * (row + qr_quiet_zone), module, module);
    cairo_fill(canvas_.cairo());
  });
  canvas_.put(line_of(code.caption), note, margin_side + size + 14, top + size / 2 - 12, 240, "P");
  canvas_.skip(size + 8);
}

}  // namespace

Result<std::string> to_pdf(const Document& document) {
  // Once to count the pages, once to number them.
  Painter counting(document, 0);
  counting.paint();
  const int pages = counting.pages();
  counting.finish();
  Painter painter(document, pages);
  painter.paint();
  return finish_pdf(painter.finish(), document.language, painter.descriptions());
}

}  // namespace digue::produce::report
