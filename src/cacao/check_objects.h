// Whether each object of a playbook has the properties of its type, and what they hold.
#pragma once
#include "cacao/report.h"

namespace digue::cacao {

void check_objects(const YamlNode& playbook, Report& report);

}  // namespace digue::cacao
