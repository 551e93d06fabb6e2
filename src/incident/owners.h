// Who has which step to do.  A step has one owner at most: the person it was assigned to, or
// delegated to, or who began it while nobody had it; the last one named holds, until somebody else
// is.  An owner is a name, a person's or a team's; another spelling of the same letters is the same
// person.
//
// Errors: bad_input for a step that nobody can do, for an account outside the perimeter.
#pragma once
#include <string>
#include <vector>

#include "incident/acts.h"
#include "incident/state.h"
#include "logbook/logbook.h"
#include "sheet/sheet.h"

namespace digue::incident {

struct Assignment {
  Target target;
  std::string to;                    // "": nobody has it any more
  Instant until = Instant::unknown;  // to be done by then
  std::string why = {};
};
// The step stays open: assigning says who does it, not that it is done.
Result<logbook::Receipt> assign(logbook::Logbook& logbook, const sheet::Sheet& sheet,
                                const State& state, const Assignment& assignment,
                                const Speaker& speaker);

// The name as it was spelt the first time that someone wrote it in the incident.
std::string known_name(const State& state, const std::string& name);
// "Marie Petit, RSSI" where the role was told, else the name.
std::string name_with_role(const State& state, const std::string& name);

// What somebody has, and has not settled, by item and account.
std::vector<Target> owned_by(const State& state, const std::string& name);

}  // namespace digue::incident
