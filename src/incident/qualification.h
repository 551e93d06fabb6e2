// The severity of an incident as it stands: each input of the table from the answers that people
// and the evidence gave to any sheet, with who said what, and what was decided.
//
// The answer to a step is what a person said, yes or no; while nobody has, or while they don't
// know, what the evidence says.  A person decides the degree; until one does, the table's working
// degree stands in.  Pure; thread-safe.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "incident/severity.h"
#include "incident/state.h"
#include "sheet/library.h"

namespace digue::incident {

// One fact that an input rests on.
struct Ground {
  std::string item;                   // the step, or the item; "" for the accounts held compromised
  std::string value;                  // the answer; a count of accounts
  bool by_evidence = false;           // nobody has said so: the findings do
  std::vector<std::string> findings;  // ids, of by_evidence
  Said said;                          // of a person's answer
};

struct InputState {
  finding::Value value = finding::Value::unknown;
  std::vector<Ground> grounds;  // of a yes or a no
  // Somebody answered a step of `ask`, if only with "unknown", in the round under way if there is
  // one.
  bool asked = false;
  bool contradicted = false;  // there are grounds for no as well; yes stands
  std::string ask;            // the step to answer it by; "" when no sheet here has one
};

struct Qualification {
  std::vector<InputState> inputs;  // in the table's order
  Severity severity;
  std::size_t degree = 0;  // decided by a person, else the working degree
  // The decision that holds, if there is one, and whether what is known has moved since.  Whoever
  // answered the conclusion of a sheet with a degree decided too, with nothing kept of the table.
  std::optional<SeverityDecision> decision;
  bool overtaken = false;
  // The open input to look at next: the one that narrows most, of those not asked yet if they can
  // narrow anything.  Nothing when no answer can change the degree.
  std::optional<OpenInput> next;
};

// Of the library's table, which must be present().
Qualification qualify(const sheet::Library& library, const State& state);

// The step, of the sheet that is followed if it can be, that a person answers "yes" or "no" to say
// that of the input; nothing when no sheet of the library has one.
std::string step_to_say(const sheet::Library& library, const sheet::SeverityInput& input,
                        finding::Value value, const std::string& followed);

// What is kept with a round or a decision, to be compared later whatever the table has become.
SeverityView view_of(const sheet::SeverityTable& table, const Qualification& qualification);

// What a round learnt: the inputs that differ from the round before that was concluded.
struct InputChange {
  std::string input, before, after;  // "yes", "no", "unknown"
};
// Of each round, in order; `now` is what the open one knows.  A round left without a conclusion has
// none.
std::vector<std::vector<InputChange>> round_changes(const State& state, const SeverityView& now);

}  // namespace digue::incident
