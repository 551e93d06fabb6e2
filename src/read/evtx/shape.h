// Records without template (exported logs have them): the same few shapes with other values.  A
// shape is everything but the values, so that it can be compiled once, like a template.
//
// Not thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "read/evtx/binxml.h"

namespace digue::read::evtx {

struct Slot;

// The attributes whose value is part of the shape: it names a field, or a vocabulary.
bool is_of_shape(std::string_view attribute_utf16);

// One pass over the tokens: the shape goes to `shape`, the values to `slots` in their order.  False
// when there is more to it than elements, attributes and values (or damage): parse it then.
bool take_shape(const Tokens& tokens, std::string& shape, std::vector<Slot>& slots);

}  // namespace digue::read::evtx
