// What a paper is made of: an incident as it stands, or an analysis made now, read-only.  Shared by
// the verbs that write papers.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/casework/prepared.h"
#include "cli/verb.h"
#include "produce/report/report.h"

namespace CLI {
class App;
}

namespace digue::cli {

// The options that say where the facts come from.
struct DossierOptions {
  casework::Options casework;         // the incident, and who writes
  std::vector<std::string> paths;     // else evidence to analyse
  std::vector<std::string> accounts;  // only what concerns them
  casework::PreparedOptions prepared;
  std::string title;

  bool names_nothing() const {
    return casework.incident.empty() && paths.empty() && accounts.empty();
  }
};
void declare_dossier(CLI::App& app, DossierOptions& options, Language language);

struct Dossier {
  produce::report::Report report;
  std::vector<std::string> own_domains;  // never to be blocked
  std::vector<std::string> blocked;      // what the incident decided to block
  bool some_unreadable = false;
};
Result<Dossier> make_dossier(Session& session, const DossierOptions& options);

}  // namespace digue::cli
