// The severity of an incident: for a person at a terminal, or as one line of JSON.
#pragma once
#include <string>

#include "cli/verb.h"
#include "incident/follow_up.h"
#include "incident/severity_json.h"

namespace digue::cli::verbs::qualifying {

struct View : incident::QualificationView {
  std::string file;                               // the incident's, for the commands
  std::vector<incident::Conclusion> conclusions;  // of the sheets in play
};

void show(Session& session, const View& view);

}  // namespace digue::cli::verbs::qualifying
