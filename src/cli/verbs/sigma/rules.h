// The rules of the folders that were given.
#pragma once
#include "cli/verb.h"
#include "cli/verbs/sigma/options.h"
#include "detect/sigma/loading.h"

namespace digue::cli::verbs::sigma {

struct Rules {
  detect::sigma::Loaded loaded;
  bool lost = false;  // a file or folder of rules could not be read: it was told
};

finding::Severity severity_of(std::string_view name);

Result<Rules> load_rules(Session& session, const Options& options);

}  // namespace digue::cli::verbs::sigma
