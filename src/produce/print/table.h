// A table over as many pages as it takes: its head again on each, no row cut.  Inside the room
// only.
#pragma once
#include <string>
#include <vector>

#include "produce/print/layout.h"

namespace digue::produce::print {

struct Table {
  struct Head {
    std::string title;
    double share = 1;  // of the width
  };
  std::vector<Head> columns;
  // As many cells as columns; the first one heads the row.  An empty cell is to be filled in.
  std::vector<std::vector<Column>> rows;
  double least_height = 20;  // of a row: room to write in
  bool has_lines = false;    // between the columns too
};

void draw_table(pdf::Canvas& canvas, const Table& table);

}  // namespace digue::produce::print
