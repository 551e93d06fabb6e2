// Turns a Part into the text of its script and of the script that undoes it.
#pragma once
#include "produce/containment/part.h"

namespace digue::produce::containment {

Script script_of(const Part& part, const Request& request);

}  // namespace digue::produce::containment
