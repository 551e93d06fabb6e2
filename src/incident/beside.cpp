#include "incident/beside.h"

#include <iterator>

namespace digue::incident {

template <class Part>
static void append(std::vector<Part>& all, std::vector<Part> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

static bool is_settled(const ClockState& clock) {
  return clock.started != nullptr || clock.met != nullptr || clock.waived != nullptr;
}

static void add_clocks(const sheet::Library& library, const State& state, Instant now,
                       Beside& beside) {
  // Without the organisation's settings: what people have said of a clock needs none.
  beside.clocks = clock_states(library, state, nullptr, now);
  beside.clock_lines = clock_lines(beside.clocks, state.zone, now);
  for (const auto& clock : beside.clocks)
    if (is_settled(clock))
      std::erase_if(beside.alerts.clocks, [&](const ProposedClock& proposed) {
        return proposed.clock == clock.clock->id;
      });
}

Beside beside_plan(const sheet::Library& library, const State& state, Instant now) {
  Beside beside{alerts_of(library, state), {}, &library.directory, {}, {}};
  add_clocks(library, state, now, beside);
  for (const auto* sheet : sheets_in_play(library, state)) {
    auto more = digue::incident::follow_up(*sheet, state, now);
    append(beside.follow_up.temporary, std::move(more.temporary));
    append(beside.follow_up.proofs, std::move(more.proofs));
    append(beside.follow_up.conclusions, std::move(more.conclusions));
  }
  return beside;
}

}  // namespace digue::incident
