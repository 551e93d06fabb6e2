#include "produce/pdf/canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>

#include "base/time.h"
#include "produce/powershell.h"

namespace digue::produce::pdf {

static constexpr const char* text_fonts =
    "Source Sans 3, Noto Sans, Liberation Sans, DejaVu Sans, Sans";
static constexpr const char* name_fonts =
    "Noto Sans Mono, Liberation Mono, DejaVu Sans Mono, Monospace";

static constexpr double badge_scale = 0.78;

void Canvas::LayoutDeleter::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

static cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t* surface, const Paper& paper) {
  const std::string when = rfc3339(Instant{paper.written.milliseconds / second_ms * second_ms});
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface, key, shown(value, std::string_view::npos).c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, paper.title);
  set(CAIRO_PDF_METADATA_AUTHOR, paper.author);
  set(CAIRO_PDF_METADATA_SUBJECT, paper.subject);
  set(CAIRO_PDF_METADATA_CREATOR, "Digue");
  set(CAIRO_PDF_METADATA_CREATE_DATE, when);
  set(CAIRO_PDF_METADATA_MOD_DATE, when);
}

Canvas::Canvas(const Paper& paper, Footer footer)
    : paper_(paper),
      footer_(std::move(footer)),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, page_width, page_height)),
      cairo_(cairo_create(surface_.get())) {
  set_metadata(surface_.get(), paper);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cairo(), options);
  cairo_font_options_destroy(options);
}

Canvas::~Canvas() = default;

// ---- pages

void Canvas::new_page() {
  footer_(*this);
  cairo_show_page(cairo());
  ++page_;
  y_ = paper_.top;
}

bool Canvas::need(double height) {
  if (left() >= height || at_top()) return false;
  new_page();
  return true;
}

std::string Canvas::finish() {
  footer_(*this);
  cairo_.reset();
  cairo_surface_finish(surface_.get());
  return std::move(bytes_);
}

// ---- text

static guint16 channel(double value) {
  return static_cast<guint16>(value * 65535);
}

static Colour colour_of(const Span& span) {
  switch (span.kind) {
    case Span::Kind::quiet:
    case Span::Kind::time:
      return quiet_ink;
    case Span::Kind::badge:
      break;
    default:
      return ink;
  }
  switch (span.tone) {
    case Span::Tone::grave:
      return white;
    case Span::Tone::attention:
      return attention_ink;
    case Span::Tone::calm:
      return calm_ink;
    case Span::Tone::none:
      break;
  }
  return quiet_ink;
}

static void add(PangoAttrList* attributes, PangoAttribute* attribute, std::size_t begin,
                std::size_t end) {
  attribute->start_index = static_cast<guint>(begin);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(attributes, attribute);
}

static void add_span(PangoAttrList* attributes, const Span& span, const TextStyle& style,
                     std::size_t begin, std::size_t end) {
  const bool is_plain = span.kind == Span::Kind::plain || span.kind == Span::Kind::strong ||
                        span.kind == Span::Kind::name;
  const Colour colour = is_plain ? style.colour : colour_of(span);
  add(attributes,
      pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue)),
      begin, end);
  if (style.bold || span.kind == Span::Kind::strong || span.kind == Span::Kind::badge)
    add(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
  if (span.kind == Span::Kind::name) add(attributes, pango_attr_family_new(name_fonts), begin, end);
  if (span.kind == Span::Kind::name || span.kind == Span::Kind::badge)
    add(attributes, pango_attr_scale_new(span.kind == Span::Kind::name ? 0.88 : badge_scale), begin,
        end);
  if (span.kind == Span::Kind::time || span.kind == Span::Kind::badge)
    add(attributes, pango_attr_allow_breaks_new(FALSE), begin, end);
  add(attributes, pango_attr_insert_hyphens_new(FALSE), begin, end);
}

// Room for the outline of a badge, inside its text.
static std::string text_of(const Span& span) {
  const std::string text = shown(span.text, longest_run);
  return span.kind == Span::Kind::badge ? "\u2002" + text + "\u2002" : text;
}

Canvas::Layout Canvas::layout_of(const Line& line, const TextStyle& style, double width) const {
  Layout layout(pango_cairo_create_layout(cairo()));
  // Letters where the font puts them, not where a screen's pixels would.
  pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
  PangoFontDescription* font = pango_font_description_from_string(text_fonts);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  PangoAttrList* attributes = pango_attr_list_new();
  std::string text;
  for (const Span& span : line) {
    const std::size_t begin = text.size();
    text += text_of(span);
    add_span(attributes, span, style, begin, text.size());
  }
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.spacing));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  return layout;
}

double Canvas::height_of(const Line& line, const TextStyle& style, double width) const {
  int height = 0;
  pango_layout_get_size(layout_of(line, style, width).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double Canvas::width_of(const Line& line, const TextStyle& style) const {
  int width = 0;
  pango_layout_get_size(layout_of(line, style, -1).get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

void Canvas::set_colour(Colour colour) {
  cairo_set_source_rgb(cairo(), colour.red, colour.green, colour.blue);
}

static void rounded_box(cairo_t* cairo, double x, double y, double width, double height) {
  const double radius = height / 2;
  constexpr double right_angle = 1.57079632679;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, x + width - radius, y + radius, radius, -right_angle, right_angle);
  cairo_arc(cairo, x + radius, y + radius, radius, right_angle, 3 * right_angle);
  cairo_close_path(cairo);
}

// Around the words between two positions, centred on their lower-case letters.
static void draw_badge(cairo_t* cairo, const Span& span, double left, double right, double baseline,
                       double size) {
  const double height = size * 1.62;
  rounded_box(cairo, left, baseline - size * 0.34 - height / 2, right - left, height);
  const Colour colour = span.tone == Span::Tone::grave ? grave_ink : colour_of(span);
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
  if (span.tone == Span::Tone::grave) return cairo_fill(cairo);
  static constexpr double dash[] = {2.2, 1.6};
  cairo_set_dash(cairo, dash, span.tone == Span::Tone::attention ? 2 : 0, 0);
  cairo_set_line_width(cairo, 0.8);
  cairo_stroke(cairo);
  cairo_set_dash(cairo, nullptr, 0, 0);
}

// The badges of one line of the layout, under their words.
void Canvas::draw_badges(PangoLayoutLine* text, const Line& line, const TextStyle& style, double x,
                         double baseline) const {
  int begin = 0;
  for (const Span& span : line) {
    const int end = begin + static_cast<int>(text_of(span).size());
    if (span.kind == Span::Kind::badge && begin >= text->start_index &&
        begin < text->start_index + text->length) {
      int left = 0, right = 0;
      pango_layout_line_index_to_x(text, begin, FALSE, &left);
      pango_layout_line_index_to_x(text, end - 1, TRUE, &right);
      draw_badge(cairo(), span, x + static_cast<double>(left) / PANGO_SCALE + 0.5,
                 x + static_cast<double>(right) / PANGO_SCALE - 0.5, baseline,
                 style.size * badge_scale);
    }
    begin = end;
  }
}

void Canvas::draw_line(PangoLayoutLine* text, const Line& line, const TextStyle& style, double x,
                       double baseline) {
  draw_badges(text, line, style, x, baseline);
  set_colour(ink);
  cairo_move_to(cairo(), x, baseline);
  pango_cairo_show_layout_line(cairo(), text);
}

namespace {
struct IteratorDeleter {
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
// Where the lines of a layout are, from its top.
struct LineBox {
  PangoLayoutLine* line;
  double top, bottom, baseline;
};
}  // namespace

static std::vector<LineBox> lines_of(PangoLayout* layout) {
  std::vector<LineBox> boxes;
  const std::unique_ptr<PangoLayoutIter, IteratorDeleter> at(pango_layout_get_iter(layout));
  do {
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_yrange(at.get(), &top, &bottom);
    boxes.push_back({pango_layout_iter_get_line_readonly(at.get()),
                     static_cast<double>(top) / PANGO_SCALE,
                     static_cast<double>(bottom) / PANGO_SCALE,
                     static_cast<double>(pango_layout_iter_get_baseline(at.get())) / PANGO_SCALE});
  } while (pango_layout_iter_next_line(at.get()) != FALSE);
  return boxes;
}

void Canvas::flow(const Line& line, const TextStyle& style, double x, double width,
                  const char* tag) {
  const Layout layout = layout_of(line, style, width);
  const auto boxes = lines_of(layout.get());
  std::size_t next = 0;
  while (next < boxes.size()) {
    need(boxes[next].bottom - boxes[next].top);
    const double origin = y_ - boxes[next].top;
    std::size_t end = next + 1;
    while (end < boxes.size() && origin + boxes[end].bottom <= page_height - paper_.bottom) ++end;
    tagged(tag, [&] {
      for (std::size_t i = next; i < end; ++i)
        draw_line(boxes[i].line, line, style, x, origin + boxes[i].baseline);
    });
    y_ = origin + boxes[end - 1].bottom;
    if (end == boxes.size()) y_ += trailing(style);
    next = end;
    if (next < boxes.size()) new_page();
  }
}

void Canvas::put(const Line& line, const TextStyle& style, double x, double y, double width,
                 const char* tag) {
  const Layout layout = layout_of(line, style, width);
  const auto draw = [&] {
    for (const LineBox& box : lines_of(layout.get()))
      draw_line(box.line, line, style, x, y + box.baseline);
  };
  if (tag == nullptr)
    draw();
  else
    tagged(tag, draw);
}

void Canvas::rule(double x, double y, double width, double thickness, Colour colour) {
  set_colour(colour);
  cairo_rectangle(cairo(), x, y, width, thickness);
  cairo_fill(cairo());
}

// ---- structure

void Canvas::tagged(const char* tag, const std::function<void()>& draw) {
  cairo_tag_begin(cairo(), tag, nullptr);
  draw();
  cairo_tag_end(cairo(), tag);
}

void Canvas::bookmark(const std::string& title, int level) {
  const auto depth =
      static_cast<std::size_t>(std::clamp(level - 1, 0, static_cast<int>(outline_.size())));
  outline_.resize(depth);
  const int parent = outline_.empty() ? CAIRO_PDF_OUTLINE_ROOT : outline_.back();
  const std::string place = "page=" + std::to_string(page_) + " pos=[" +
                            std::to_string(static_cast<int>(paper_.side)) + " " +
                            std::to_string(static_cast<int>(y_)) + "]";
  outline_.push_back(cairo_pdf_surface_add_outline(
      surface_.get(), parent, shown(title, std::string_view::npos).c_str(), place.c_str(),
      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : static_cast<cairo_pdf_outline_flags_t>(0)));
}

}  // namespace digue::produce::pdf
