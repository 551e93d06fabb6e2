// What a PDF is drawn on: pages, a cursor that goes down them, text and tags.  Lengths are
// PostScript points, from the top left corner.  Not thread-safe: Pango's font map is shared.
// Inside the room only.
#pragma once
#include <cairo.h>
#include <pango/pango.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"
#include "produce/pdf/text.h"

namespace digue::produce::pdf {

inline constexpr double page_width = 595.276, page_height = 841.89;  // A4

// What is to be drawn on.
struct Paper {
  Language language = Language::french;
  std::string title, subject, author;
  Instant written;
  // What the cursor keeps to; a footer is drawn below `bottom`.
  double side = 48, top = 48, bottom = 62;

  double width() const { return page_width - 2 * side; }
};

struct Colour {
  double red, green, blue;
};
inline constexpr Colour ink{0.09, 0.13, 0.17}, quiet_ink{0.33, 0.38, 0.42},
    rule_ink{0.83, 0.86, 0.88}, accent{0.11, 0.29, 0.40}, grave_ink{0.52, 0.13, 0.11},
    attention_ink{0.48, 0.32, 0}, calm_ink{0.13, 0.35, 0.24}, white{1, 1, 1};

struct TextStyle {
  double size = 9.6;
  double spacing = 1.32;  // of the lines
  Colour colour = ink;
  bool bold = false;
};

// Pango spaces lines from one another only: what flow() adds under the last one, so that a
// paragraph of one line stands like one of several.
inline double trailing(const TextStyle& style) {
  return (style.spacing - 1) * style.size * 1.17;
}

class Canvas {
 public:
  // Draws what stands at the foot of the page that ends.
  using Footer = std::function<void(Canvas&)>;

  Canvas(const Paper& paper, Footer footer);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  cairo_t* cairo() const { return cairo_.get(); }
  double y() const { return y_; }
  void set_y(double y) { y_ = y; }
  double left() const { return page_height - paper_.bottom - y_; }
  bool at_top() const { return y_ <= paper_.top; }
  int page() const { return page_; }
  void new_page();
  // A new page unless so much of this one is free.  True when it turned.
  bool need(double height);
  void skip(double height) { y_ += height; }

  double height_of(const Line& line, const TextStyle& style, double width) const;
  // On one line.
  double width_of(const Line& line, const TextStyle& style) const;
  // From the cursor down, over as many pages as it takes, each piece under its own tag; then down
  // by trailing().
  void flow(const Line& line, const TextStyle& style, double x, double width, const char* tag);
  // At a place, whole; the cursor stays.  No tag when `tag` is null.
  void put(const Line& line, const TextStyle& style, double x, double y, double width,
           const char* tag);
  void rule(double x, double y, double width, double thickness, Colour colour);
  void set_colour(Colour colour);

  // `draw` under a structure tag; must not turn the page.
  void tagged(const char* tag, const std::function<void()>& draw);
  // An entry of the outline, to here; level from 1.
  void bookmark(const std::string& title, int level);

  // Closes the document; nothing can be drawn after.
  std::string finish();

 private:
  struct LayoutDeleter {
    void operator()(PangoLayout* layout) const;
  };
  using Layout = std::unique_ptr<PangoLayout, LayoutDeleter>;
  struct CairoDeleter {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  };
  struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };

  Layout layout_of(const Line& line, const TextStyle& style, double width) const;
  void draw_badges(PangoLayoutLine* text, const Line& line, const TextStyle& style, double x,
                   double baseline) const;
  void draw_line(PangoLayoutLine* text, const Line& line, const TextStyle& style, double x,
                 double baseline);

  Paper paper_;
  Footer footer_;
  int page_ = 1;
  double y_ = paper_.top;
  std::string bytes_;
  std::unique_ptr<cairo_surface_t, SurfaceDeleter> surface_;
  std::unique_ptr<cairo_t, CairoDeleter> cairo_;
  std::vector<int> outline_;  // the last entry of each level
};

}  // namespace digue::produce::pdf
