// What is owed once a step is done: measures that are for a time only, proofs that a containment
// worked, conclusions to be drawn again.  Of one sheet.  Pure; pointers live as long as the sheet.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "incident/state.h"
#include "sheet/sheet.h"

namespace digue::incident {

// A measure in place that is for a time only, owed until it is lifted.
struct TemporaryMeasure {
  const sheet::Step* step = nullptr;
  std::string account;
  Said said;         // that it was done
  Instant review;    // when to look at it again: as the person said, else as the sheet does
  bool due = false;  // that moment is past
  const sheet::Step* lifted_by = nullptr;
};

// The evidence must go on for so long after a containment before its silence proves anything: as
// for the analysis of the containment as a whole.
inline constexpr std::int64_t shortest_proof_ms = hour_ms;

enum class Effectiveness : std::uint8_t { unknown, proven, refuted };
std::string_view effectiveness_name(Effectiveness value);  // "unknown", "proven", "refuted"

// Whether a containment worked, from what the evidence answers since.
struct EffectProof {
  const sheet::Step* step = nullptr;
  std::string account;
  Said said;  // that it was done
  Effectiveness value = Effectiveness::unknown;
  Message why;
  std::vector<std::string>
      findings;  // ids, of events after it was done: they refute, or cast doubt
};

// A question that the program may propose an answer to, or that is drawn again at each round.
struct Conclusion {
  const sheet::Step* step = nullptr;
  std::string account;
  std::string proposed;  // an option's value; "" when no condition holds
  Message reason;
  bool owed = false;            // nobody has answered, or not in the round that is open
  std::vector<Answer> history;  // what was answered, in order; the last one holds
};

struct FollowUp {
  std::vector<TemporaryMeasure> temporary;  // the soonest to be reviewed first
  std::vector<EffectProof> proofs;
  std::vector<Conclusion> conclusions;
};

FollowUp follow_up(const sheet::Sheet& sheet, const State& state, Instant now);

// A conclusion that was answered before the round under way: it is asked again.
bool is_asked_again(const sheet::Step& step, const State& state, const Target& target);

}  // namespace digue::incident
