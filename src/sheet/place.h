// Where something stands in its file.
#pragma once

namespace digue::sheet {

// From 1; 0 when it comes from nowhere.
struct Place {
  int line = 0, column = 0;
};

}  // namespace digue::sheet
