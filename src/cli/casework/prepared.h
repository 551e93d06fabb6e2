// What the organisation prepared: its settings, and the sheets as it adapted them.  Given as --org
// for one command, else as the incident keeps them.
#pragma once
#include <optional>
#include <string>

#include "cli/casework/casework.h"
#include "incident/prepared.h"

namespace digue::cli::casework {

struct PreparedOptions {
  std::string organisation;  // --org
  std::string overlay;       // --overlay: in place of the one that the settings name
  std::string sheets;        // --sheets; the program's own when empty
};
void add_prepared(CLI::App& app, PreparedOptions& options, Language language);

using incident::Prepared;
// `state` is null without an incident.  What an overlay names that is no longer there is told as
// notes, and left out.  Errors: a file that can't be read, with its place.
Result<Prepared> prepare(Session& session, const PreparedOptions& options,
                         const incident::State* state);

// The settings alone, for who needs no sheet.
Result<std::optional<organisation::Organisation>> organisation_of(Session& session,
                                                                  const PreparedOptions& options,
                                                                  const incident::State* state);

// Everything that the settings name, ready to be kept in an incident, and checked: errors are those
// of prepare().
Result<incident::KeptOrganisation> gather(Session& session, const std::string& organisation);

}  // namespace digue::cli::casework
