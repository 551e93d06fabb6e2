// What a file names, to be checked once everything is read; for the files of this room.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sheet/place.h"

namespace digue::sheet {

struct Reference {
  enum class Kind : std::uint8_t {
    step,
    item,  // that evidence speaks to; another sheet may carry it
    theme,
    answer,  // a step, with the values that it may take
  };
  Kind kind = Kind::step;
  std::string id;
  std::vector<std::string> values;  // of an answer
  Place place;
};

}  // namespace digue::sheet
