// Pieces of a printed page: runs of text, frames, blanks to fill in by hand, boxes to tick.  A
// piece is measured, then drawn whole: nothing of it is cut over a page.  Inside the room only.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "produce/pdf/canvas.h"

namespace digue::produce::print {

// 15 mm on each side; the footer stands above the lower ones.
inline constexpr double margin = 42.52, footer_height = 40;
inline constexpr double text_width = pdf::page_width - 2 * margin;

inline constexpr pdf::Colour black{0, 0, 0}, grey{0.25, 0.25, 0.25}, light{0.6, 0.6, 0.6};

inline constexpr pdf::TextStyle action_style{11, 1.24, black, false},
    action_title{12.5, 1.2, black, true}, small_style{9.6, 1.22, black, false},
    blank_label{8.4, 1.1, grey, false}, blank_value{10, 1.1, black, true};

// A place to write in, as wide as its share of the row.
struct Blank {
  std::string label;
  double share = 1;
  std::string value = {};  // already written in; empty: to fill in by hand
};

struct Piece {
  enum class Frame : std::uint8_t { none, heavy, thin, dashed };
  pdf::Line line = {};
  pdf::TextStyle style = small_style;
  std::vector<Blank> blanks = {};  // a row of them, in place of the text
  Frame frame = Frame::none;
  double above = 3;  // the gap over it
  const char* tag = "P";
};
using Column = std::vector<Piece>;

inline constexpr double blank_row = 25;

inline pdf::Line words(std::string text) {
  return {{pdf::Span::Kind::plain, std::move(text), pdf::Span::Tone::none}};
}
inline pdf::Span strong(std::string text) {
  return {pdf::Span::Kind::strong, std::move(text), pdf::Span::Tone::none};
}
inline pdf::Span plain(std::string text) {
  return {pdf::Span::Kind::plain, std::move(text), pdf::Span::Tone::none};
}

// The text, or its beginning with "…": as much as stands in a width, on one line.
std::string fitting(const pdf::Canvas& canvas, std::string text, const pdf::TextStyle& style,
                    double width);

double height_of(const pdf::Canvas& canvas, const Column& column, double width);
void draw(pdf::Canvas& canvas, const Column& column, double x, double y, double width);
// From the cursor down, each piece whole, over as many pages as it takes; then the cursor is under
// it.  A piece that no page can hold is cut.
void flow(pdf::Canvas& canvas, const Column& column);

enum class Tick : std::uint8_t { empty, half, full };
void draw_tick(pdf::Canvas& canvas, double x, double y, double size, Tick tick);
void draw_frame(pdf::Canvas& canvas, double x, double y, double width, double height,
                Piece::Frame frame);
// White words on black, to be found at a glance; as wide as they are.  Gives the width.
double draw_plate(pdf::Canvas& canvas, const std::string& text, double x, double y, double size);

}  // namespace digue::produce::print
