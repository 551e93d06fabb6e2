// Why rules are not applied, counted: what people read first of a collection of thousands.
#pragma once
#include <cstddef>
#include <vector>

#include "detect/sigma/loading.h"

namespace digue::detect::sigma {

struct ReasonCount {
  Message why;
  std::size_t rules = 0;
};

// The most frequent first.
std::vector<ReasonCount> reasons_of(const std::vector<LeftOut>& rules);

}  // namespace digue::detect::sigma
