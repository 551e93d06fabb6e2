// The register as it stands in the organisation's YAML; for the files of this room.
#pragma once
#include <string>

#include "base/yaml.h"
#include "organisation/register.h"

namespace digue::organisation {

// `activities`, `systems` and `interconnections` of the root.  Errors: what is no list of mappings,
// and keys that are not known, with their place.
Outcome read_register(const YamlNode& root, const std::string& file, Register& into,
                      RegisterNotes& notes);

}  // namespace digue::organisation
