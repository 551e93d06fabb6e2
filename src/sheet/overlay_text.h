// What an overlay's file is written of; for the files of this room only.
#pragma once
#include <string>
#include <vector>

#include "sheet/overlay.h"

namespace digue::sheet {

// The key `base` and all that is below it, up to the end of its last line.
std::string base_text(const std::vector<Base>& bases);

}  // namespace digue::sheet
