// Whether the steps of a playbook lead from its start to an end: every step there, no circle, one
// end for each branch.
#pragma once
#include "cacao/report.h"

namespace digue::cacao {

void check_workflow(const YamlNode& playbook, Report& report);

}  // namespace digue::cacao
