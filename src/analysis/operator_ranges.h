// Network operators by range of addresses: the CSV of the fallback database, read in place.
//
// Lines are `start,end,number,name`, both ends inside, in the order of their starts, one family of
// addresses a file.  Nothing is loaded: a look-up is a binary search over the bytes, so that half a
// million ranges cost neither time nor memory at the start.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "detect/operators.h"

namespace digue::analysis {

struct Operator {
  std::uint32_t number = 0;
  std::string name;
};

// `bytes` is the whole file.  A line that can't be read ends the search: nothing is found.
std::optional<Operator> find_operator(std::string_view bytes, const detect::AddressBytes& address);

}  // namespace digue::analysis
