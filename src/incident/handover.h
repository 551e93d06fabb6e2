// The hand-over from one shift to the next: what the one who comes must know, said by the one who
// leaves, kept with the root of the logbook at that moment.
//
// Responsibility passes when the other accepts, and not before: until then the steps stay with the
// one who leaves (docs/decisions/0004).  The summary is pure; thread-safe.
//
// Errors: bad_input when nobody is named, or it is oneself; refused when no hand-over waits, or it
// is for somebody else.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "incident/acts.h"
#include "incident/state.h"
#include "sheet/library.h"

namespace digue::incident {

// One part of the summary.
struct HandoverPart {
  std::string_view id;  // "severity", "next", "calls", "case-numbers", "clocks", "under-way",
                        // "owed", "postponed", "temporary", "questions", "decisions"
  Message title;
  std::vector<Message> lines;  // at most max_handover_lines
  std::size_t left_out = 0;    // and so many more
};
// One of the organisation's own tools, with what is left to be done there.
struct ConsoleLeft {
  struct Step {
    std::string item, account;  // the first account, where the step is for each
    Message title;
  };
  sheet::Console console;
  std::vector<Step> steps;  // each once, in the order of the plan
};

// What the one who comes reads.
struct HandoverPage {
  std::vector<HandoverPart> parts;    // all, in the order to read them; some have no lines
  std::vector<ConsoleLeft> consoles;  // in the order of the plan; none without an adaptation
};
inline constexpr std::size_t max_handover_lines = 6;
inline constexpr std::size_t handover_next_actions = 3;

// Of the sheet that is followed, and of the others in play.
HandoverPage handover_summary(const sheet::Library& library, const State& state, Instant now);

struct HandingOver {
  std::string to;
  std::string text = {};  // in the words of the one who leaves; may be empty
  bool move = false;      // what they have open goes to the other, once accepted
};
Result<logbook::Receipt> hand_over(logbook::Logbook& logbook, const sheet::Library& library,
                                   const State& state, const HandingOver& what, Instant now,
                                   const Speaker& speaker);

// The last one proposed, as long as nobody has accepted it; else nothing.
const Handover* pending_handover(const State& state);
// By the one that it is for.
Result<logbook::Receipt> accept_handover(logbook::Logbook& logbook, const State& state,
                                         const Speaker& speaker);

}  // namespace digue::incident
