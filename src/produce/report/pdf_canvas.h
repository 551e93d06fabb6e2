// The paper that the PDF is drawn on: pages, a cursor that goes down them, text and tags.
// Lengths are PostScript points, from the top left corner.  Inside the room only.
#pragma once
#include <cairo.h>
#include <pango/pango.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "produce/report/document.h"

namespace digue::produce::report {

inline constexpr double page_width = 595.276, page_height = 841.89;  // A4
inline constexpr double margin_side = 48, margin_top = 48, margin_bottom = 62;
inline constexpr double text_width = page_width - 2 * margin_side;

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
  // `pages`: how many there will be, 0 when it is not known yet.
  Canvas(const Document& document, int pages);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  cairo_t* cairo() const { return cairo_.get(); }
  double y() const { return y_; }
  void set_y(double y) { y_ = y; }
  double left() const { return page_height - margin_bottom - y_; }
  int page() const { return page_; }
  void new_page();
  // A new page unless so much of this one is free.  True when it turned.
  bool need(double height);
  void skip(double height) { y_ += height; }

  double height_of(const Line& line, const TextStyle& style, double width) const;
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
  void footer();

  const Document& document_;
  int pages_, page_ = 1;
  double y_ = margin_top;
  std::string bytes_;
  std::unique_ptr<cairo_surface_t, SurfaceDeleter> surface_;
  std::unique_ptr<cairo_t, CairoDeleter> cairo_;
  std::vector<int> outline_;  // the last entry of each level
};

}  // namespace digue::produce::report
