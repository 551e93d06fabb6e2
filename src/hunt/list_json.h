// Internal to the room; hunt/list.h says what is read.
#pragma once
#include <string_view>

#include "hunt/list.h"

namespace digue::hunt {

// False when the bytes are no JSON.
bool read_json_list(std::string_view bytes, List& list);

}  // namespace digue::hunt
