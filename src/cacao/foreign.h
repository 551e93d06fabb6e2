// A playbook that is not ours as the draft of a sheet.  Thread-safe.
#pragma once
#include <string>
#include <vector>

#include "base/yaml.h"
#include "sheet/problem.h"

namespace digue::cacao {

struct Draft {
  YamlNode tree;  // of a sheet
  std::vector<sheet::Problem> lost;
};

// `root` is an object whose type is "playbook".
Draft draft_of(const YamlNode& root, const std::string& file);

}  // namespace digue::cacao
