// From bytes to the tree of a strict YAML file, with the fault that kept it from being read; for
// those who read a file of the library.  Thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/yaml.h"
#include "sheet/problem.h"

namespace digue::sheet {

tl::expected<YamlNode, Problem> read_tree(std::string_view bytes, const std::string& file);

}  // namespace digue::sheet
