// Whether what a playbook names is in it: agents, targets, variables, markings, extensions.
#pragma once
#include "cacao/report.h"

namespace digue::cacao {

void check_links(const YamlNode& playbook, Report& report);

}  // namespace digue::cacao
