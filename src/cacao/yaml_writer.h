// Writes a tree as strict YAML that people can go on editing: blocks, prose quoted or folded, 100
// columns.  One way of writing for one tree; reading it back gives the same values.  Pure;
// thread-safe.
#pragma once
#include <string>

#include "base/yaml.h"

namespace digue::cacao {

// `root` is a mapping.
std::string write_yaml(const YamlNode& root);

}  // namespace digue::cacao
