#include "produce/print/layout.h"

#include <cairo.h>

#include <algorithm>

namespace digue::produce::print {

using pdf::Canvas;
using pdf::Line;
using pdf::TextStyle;

static constexpr double frame_padding = 6;
static constexpr std::size_t most_fitted = 400;  // bytes: no line of A4 holds more

static double inner_width(const Piece& piece, double width) {
  return piece.frame == Piece::Frame::none ? width : width - 2 * frame_padding;
}

static double inner_height(const Canvas& canvas, const Piece& piece, double width) {
  if (!piece.blanks.empty()) return blank_row;
  return canvas.height_of(piece.line, piece.style, width) + pdf::trailing(piece.style);
}

static double piece_height(const Canvas& canvas, const Piece& piece, double width) {
  const double padding = piece.frame == Piece::Frame::none ? 0 : 2 * frame_padding - 2;
  return piece.above + padding + inner_height(canvas, piece, inner_width(piece, width));
}

double height_of(const Canvas& canvas, const Column& column, double width) {
  double height = 0;
  for (const Piece& piece : column) height += piece_height(canvas, piece, width);
  return height;
}

// Halves the room for doubt each time: to lay a text out is slow.
std::string fitting(const Canvas& canvas, std::string text, const TextStyle& style, double width) {
  if (text.size() < most_fitted && canvas.width_of(words(text), style) <= width) return text;
  const auto cut = [&](std::size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes) + "…";
  };
  std::size_t fits = 0, too_long = std::min(text.size(), most_fitted);
  while (fits + 1 < too_long) {
    const std::size_t middle = (fits + too_long) / 2;
    (canvas.width_of(words(cut(middle)), style) <= width ? fits : too_long) = middle;
  }
  return cut(fits);
}

static void draw_blank(Canvas& canvas, const Blank& blank, double x, double y, double width) {
  const double line = y + blank_row - 4;
  canvas.rule(x, line, width, 0.7, black);
  if (!blank.label.empty()) canvas.put(words(blank.label), blank_label, x, y, width, "P");
  if (!blank.value.empty())
    canvas.put(words(fitting(canvas, blank.value, blank_value, width - 2)), blank_value, x + 1,
               y + 9, width, "P");
}

static void draw_blanks(Canvas& canvas, const std::vector<Blank>& blanks, double x, double y,
                        double width) {
  static constexpr double gap = 8;
  double shares = 0;
  for (const Blank& blank : blanks) shares += blank.share;
  const double room = width - gap * static_cast<double>(blanks.size() - 1);
  for (const Blank& blank : blanks) {
    const double own = room * blank.share / shares;
    draw_blank(canvas, blank, x, y, own);
    x += own + gap;
  }
}

void draw_frame(Canvas& canvas, double x, double y, double width, double height,
                Piece::Frame frame) {
  if (frame == Piece::Frame::none) return;
  cairo_t* cairo = canvas.cairo();
  static constexpr double dash[] = {3, 2.4};
  canvas.set_colour(black);
  cairo_set_line_width(cairo, frame == Piece::Frame::heavy ? 1.6 : 0.7);
  cairo_set_dash(cairo, dash, frame == Piece::Frame::dashed ? 2 : 0, 0);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_stroke(cairo);
  cairo_set_dash(cairo, nullptr, 0, 0);
}

static void draw_piece(Canvas& canvas, const Piece& piece, double x, double y, double width) {
  const bool framed = piece.frame != Piece::Frame::none;
  const double top = y + piece.above, height = piece_height(canvas, piece, width) - piece.above;
  draw_frame(canvas, x, top, width, height, piece.frame);
  const double inset = framed ? frame_padding : 0;
  if (!piece.blanks.empty())
    draw_blanks(canvas, piece.blanks, x + inset, top + inset, inner_width(piece, width));
  else
    canvas.put(piece.line, piece.style, x + inset, top + inset, inner_width(piece, width),
               piece.tag);
}

void draw(Canvas& canvas, const Column& column, double x, double y, double width) {
  for (const Piece& piece : column) {
    draw_piece(canvas, piece, x, y, width);
    y += piece_height(canvas, piece, width);
  }
}

void flow(Canvas& canvas, const Column& column) {
  for (const Piece& piece : column) {
    const double height = piece_height(canvas, piece, text_width);
    canvas.need(height);
    if (canvas.left() < height) {
      canvas.flow(piece.line, piece.style, margin, text_width, piece.tag);
      continue;
    }
    draw_piece(canvas, piece, margin, canvas.y(), text_width);
    canvas.skip(height);
  }
}

void draw_tick(Canvas& canvas, double x, double y, double size, Tick tick) {
  cairo_t* cairo = canvas.cairo();
  canvas.set_colour(black);
  cairo_set_line_width(cairo, 1.3);
  cairo_rectangle(cairo, x, y, size, size);
  cairo_stroke(cairo);
  if (tick == Tick::empty) return;
  cairo_set_line_width(cairo, 2);
  cairo_move_to(cairo, x + size * 0.2, y + size * 0.8);
  cairo_line_to(cairo, x + size * 0.8, y + size * 0.2);
  if (tick == Tick::full) {
    cairo_move_to(cairo, x + size * 0.2, y + size * 0.2);
    cairo_line_to(cairo, x + size * 0.8, y + size * 0.8);
  }
  cairo_stroke(cairo);
}

double draw_plate(Canvas& canvas, const std::string& text, double x, double y, double size) {
  const TextStyle style{size, 1, pdf::white, true};
  const double width = canvas.width_of(words(text), style) + size * 0.8;
  canvas.rule(x, y, width, size * 1.5, black);
  canvas.put(words(text), style, x + size * 0.4, y + size * 0.16, width, "P");
  return width;
}

}  // namespace digue::produce::print
