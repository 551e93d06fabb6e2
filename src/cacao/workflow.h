// The steps of a sheet as a workflow.  Pure; thread-safe.
#pragma once
#include <map>
#include <string_view>

#include "cacao/export.h"
#include "cacao/playbook.h"

namespace digue::cacao {

// The mappings of the steps in the sheet's tree, by item id; they live in `tree`.
std::map<std::string_view, const YamlNode*> step_nodes(const YamlNode& tree);

// Fills in the steps, the variables, the agents and the targets of the playbook.
void build_workflow(Playbook& playbook, const sheet::Sheet& sheet, const YamlNode& tree,
                    const sheet::Library& library, const Settings& settings);

// The id of the playbook that a sheet becomes.
std::string playbook_id(std::string_view sheet, const Settings& settings);

}  // namespace digue::cacao
