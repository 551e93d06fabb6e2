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
// For readers written when a fault did not carry its place yet.
inline Problem unreadable(Problem problem, const std::string& /*file*/) {
  return problem;
}

}  // namespace digue::sheet
