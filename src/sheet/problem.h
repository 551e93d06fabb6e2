// What is wrong in a sheet, where, and what to do about it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "sheet/sheet.h"

namespace digue::sheet {

struct Problem {
  enum class Level : std::uint8_t {
    error,    // the sheet can't be used
    warning,  // it can, but it will serve its reader less well
  };
  Level level = Level::error;
  std::string file;
  Place place;  // line 0: the message says where by itself
  Message message;
};

// "sheets/x.yaml, line 3, column 5: ..."
Message told(const Problem& problem);
const Problem* first_error(const std::vector<Problem>& problems);  // null when there is none
bool has_error(const std::vector<Problem>& problems);
// By line and column, errors before warnings of the same place.
void sort_problems(std::vector<Problem>& problems);

}  // namespace digue::sheet
