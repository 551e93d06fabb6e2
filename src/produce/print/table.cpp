#include "produce/print/table.h"

#include <algorithm>

namespace digue::produce::print {

namespace {

constexpr double cell_gap = 9, padding = 3;
constexpr pdf::TextStyle head_style{9, 1.2, black, true};

class Drawing {
 public:
  Drawing(pdf::Canvas& canvas, const Table& table) : canvas_(canvas), table_(table) {
    double shares = 0;
    for (const auto& column : table.columns) shares += column.share;
    for (const auto& column : table.columns) widths_.push_back(text_width * column.share / shares);
  }

  void run() {
    std::size_t next = 0;
    do {
      const double room = next < table_.rows.size() ? row_height(table_.rows[next]) : 0;
      canvas_.need(head_height() + std::min(room, 500.0));
      // One Table element a page: the head is told once, and only drawn again on the next pages.
      canvas_.tagged("Table", [&] {
        head(next == 0);
        bool first = true;
        while (next < table_.rows.size() &&
               (first || row_height(table_.rows[next]) <= canvas_.left())) {
          row(table_.rows[next++]);
          first = false;
        }
      });
      if (next < table_.rows.size()) canvas_.new_page();
    } while (next < table_.rows.size());
  }

 private:
  double head_height() const {
    double height = 0;
    for (std::size_t i = 0; i < widths_.size(); ++i)
      height = std::max(height, canvas_.height_of(words(table_.columns[i].title), head_style,
                                                  widths_[i] - cell_gap));
    return height + 2 * padding;
  }

  double row_height(const std::vector<Column>& row) const {
    double height = table_.least_height;
    for (std::size_t i = 0; i < row.size(); ++i)
      height = std::max(height, height_of(canvas_, row[i], widths_[i] - cell_gap) + 2 * padding);
    return height;
  }

  void head(bool tagged) {
    const double height = head_height();
    const auto draw_cells = [&] {
      double x = margin;
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        canvas_.put(words(table_.columns[i].title), head_style, x, canvas_.y() + padding,
                    widths_[i] - cell_gap, tagged ? "TH" : nullptr);
        x += widths_[i];
      }
    };
    if (tagged)
      canvas_.tagged("TR", draw_cells);
    else
      draw_cells();
    canvas_.skip(height);
    canvas_.rule(margin, canvas_.y() - 0.6, text_width, 1, black);
  }

  void row(const std::vector<Column>& cells) {
    const double height = row_height(cells);
    canvas_.tagged("TR", [&] {
      double x = margin;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        canvas_.tagged(i == 0 ? "TH" : "TD", [&] {
          draw(canvas_, cells[i], x, canvas_.y() + padding, widths_[i] - cell_gap);
        });
        x += widths_[i];
      }
    });
    if (table_.has_lines) column_lines(height);
    canvas_.skip(height);
    canvas_.rule(margin, canvas_.y(), text_width, 0.5, light);
  }

  void column_lines(double height) {
    double x = margin;
    for (std::size_t i = 0; i + 1 < widths_.size(); ++i) {
      x += widths_[i];
      canvas_.rule(x - cell_gap / 2, canvas_.y(), 0.5, height, light);
    }
  }

  pdf::Canvas& canvas_;
  const Table& table_;
  std::vector<double> widths_;
};

}  // namespace

void draw_table(pdf::Canvas& canvas, const Table& table) {
  Drawing(canvas, table).run();
}

}  // namespace digue::produce::print
