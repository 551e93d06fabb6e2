// The rules of a sheet: conditions over what is known, and what they do to the plan.
//
// A condition is all, any or not of others, or one of four questions: the answer of a step, the
// state of a step, what the evidence answers to an item, how many accounts are compromised.  There
// is nothing else: no arithmetic, no text, no loop.  docs/sheets.md says how they are written.
//
// A rule is held once for each account when the step that it acts on is per account: Facts are then
// those of that account.  Rules look at answers and states only, never at what other rules did, so
// their order does not matter; what several say of one step is settled by standing(): a step is
// hidden only when nothing shows it, and the highest priority wins.  What an organisation hides
// (sheet/overlay.h) stays hidden.  Pure; thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "sheet/place.h"
#include "sheet/priority.h"

namespace digue::sheet {

// What the incident knows, seen by the rules.
class Facts {
 public:
  virtual ~Facts() = default;
  // The answer a person settled: an option's value; "" when none was given (not "unknown").  Of a
  // step that takes several, each value apart by a space; of one that takes a list of names, the
  // names, or "no" (nobody, nothing) or "unknown".
  virtual std::string answer(std::string_view step) const = 0;
  // "to-do", "in-progress", "done", "partial", "impossible", "not-applicable", "delegated",
  // "postponed".
  virtual std::string state(std::string_view step) const = 0;
  // What the evidence answers to the item: "yes", "no", "unknown"; "" when it was not examined.
  virtual std::string evidence(std::string_view item) const = 0;
  virtual int compromised_accounts() const = 0;
};

struct Condition {
  enum class Kind : std::uint8_t { always, all, any, negation, answer, state, evidence, accounts };
  Kind kind = Kind::always;
  std::vector<Condition> parts;  // of all, any; one for a negation
  std::string item;              // of answer, state, evidence
  // Any of them; "none" is "no answer was given", "some" an answer that names something: neither
  // "no" nor "unknown".
  std::vector<std::string> values;
  int at_least = 0;  // of accounts

  bool holds(const Facts& facts) const;
};

struct Effect {
  enum class Kind : std::uint8_t {
    hide,   // leaves the plan, with the reason; never lost: it can be asked to be seen
    show,   // a hidden step enters the plan
    raise,  // to a higher priority
    lower,  // to a lower priority
    warn,   // a warning beside the step
    call,   // call a contact now; the reason is what to say
    clock,  // proposes to start a clock
  };
  Kind kind = Kind::warn;
  std::vector<std::string> steps;  // none for call and clock
  Priority to = Priority::p0;      // of raise and lower
  std::string contact = {};        // of call: an id of contacts.yaml
  std::string clock = {};          // of clock: an id of clocks.yaml
  Place place = {};                // of what it names, or its own
};
std::string_view effect_name(Effect::Kind kind);

struct Rule {
  std::string item;  // the step that states it: a rule, or the step of an option
  Condition when;
  std::vector<Effect> effects;
  Message reason;  // shown wherever an effect is seen
};

// What the rules that hold do to one step.
struct Standing {
  bool hidden = false;
  Priority priority = Priority::p0;
  std::vector<Message> reasons;   // why it is hidden, shown, raised or lowered
  std::vector<Message> warnings;  // of warn
};

struct Sheet;
struct Step;
// `facts` are those of the account when the step is per account.
Standing standing(const Sheet& sheet, const Step& step, const Facts& facts);

}  // namespace digue::sheet
