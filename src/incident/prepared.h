// What the organisation prepared: its settings, and the sheets as it adapted them.  Given, else as
// the incident keeps them.  Thread-safe to read once made.
//
// What is left out (what an overlay names and is no longer there, a database of places that is not
// on this machine) is told by `tell`.  Errors: a file that can't be read, with its place; a
// threshold of the severity table that there is not.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/file.h"
#include "incident/state.h"
#include "organisation/organisation.h"
#include "sheet/library.h"

namespace digue::incident {

using Teller = std::function<void(const Message&)>;

struct Prepared {
  std::optional<organisation::Organisation> organisation;
  std::string file;        // the settings, as messages call them
  sheet::Library library;  // adapted
  bool from_incident = false;

  const organisation::Organisation* given() const {
    return organisation ? &*organisation : nullptr;
  }
};

struct Preparing {
  Files& files;
  Teller tell;
  std::string organisation = {};  // the settings; else those that the incident keeps
  std::string overlay = {};       // in place of the one that the settings name
};
// `library`: the sheets as they come.  `state` is null without an incident.
Result<Prepared> prepare(const Preparing& how, sheet::Library library, const State* state);
// The settings alone, for who needs no sheet.
Result<std::optional<organisation::Organisation>> organisation_of(const Preparing& how,
                                                                  const State* state);
// The severity table with the thresholds that the organisation sets otherwise.
Outcome apply_thresholds(Prepared& prepared);

// Everything that the settings name, ready to be kept in an incident, and checked.
Result<KeptOrganisation> gather(const Preparing& how);

}  // namespace digue::incident
