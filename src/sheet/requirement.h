// The lines of sheets/requirements.tsv: what the source sheets ask for, item by item.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace digue::sheet {

inline constexpr std::size_t max_requirements = 10000;

struct Requirement {
  std::string id, source, kind, priority, item, product;
};

// Strict: the six columns by their names, no id twice.  `name` is how messages call the file.
Result<std::vector<Requirement>> read_requirements(std::string_view bytes, const std::string& name);

}  // namespace digue::sheet
