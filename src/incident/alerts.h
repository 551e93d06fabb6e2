// Who must be called now, and which clocks the sheets propose to start: the effects of their rules
// that act on the incident rather than on a step.  Looked for in the sheet that the incident
// follows and in every other that someone has answered or acted in.
//
// A call stays asked for until someone writes that it was made, to that contact or to the one that
// the directory names in its place, for the same reason: another reason, or another account, asks
// again.  Pure, but for record_call; thread-safe; pointers live as
// long as the library.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "incident/acts.h"
#include "incident/state.h"
#include "sheet/library.h"

namespace digue::incident {

struct Call {
  std::string contact;  // id of contacts.yaml
  std::string item;     // the step whose rule asks for it
  Message say;          // what to say on the phone
  // Of a step that is per account: those that nobody has called about, or all once it is made.
  std::vector<std::string> accounts;
  std::optional<CallMade> made;  // the last one; nothing as long as it is owed
};

struct ProposedClock {
  std::string clock;  // id of clocks.yaml
  std::string item;
  Message why;
  std::vector<std::string> accounts;
};

struct Alerts {
  std::vector<Call> calls;  // those owed first
  std::vector<ProposedClock> clocks;

  std::vector<Call> owed() const;
};

// The sheet that is followed, then the others in play, by id.
std::vector<const sheet::Sheet*> sheets_in_play(const sheet::Library& library, const State& state);

Alerts alerts_of(const sheet::Library& library, const State& state);

struct Calling {
  std::string contact;         // id of contacts.yaml
  std::string note = {};       // what was answered; may be empty
  std::string reference = {};  // the case number that was given; may be empty
};
// Writes that a contact was called, for all the calls that it can settle.  bad_input for a contact
// that nobody knows.
Result<logbook::Receipt> record_call(logbook::Logbook& logbook, const sheet::Library& library,
                                     const State& state, const Calling& calling,
                                     const Speaker& speaker);

}  // namespace digue::incident
