// A playbook as JSON.  Pure; thread-safe.
#pragma once
#include <string>

#include "cacao/export.h"
#include "cacao/playbook.h"

namespace digue::cacao {

// `sheet` is the tree that the extension carries, or nullptr for none.
std::string write_playbook(const Playbook& playbook, const YamlNode* sheet,
                           const Settings& settings);

// The same JSON with a line for each value, two spaces a level.
std::string indented(std::string_view json);

}  // namespace digue::cacao
