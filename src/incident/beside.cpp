#include "incident/beside.h"

#include <algorithm>
#include <iterator>

#include "incident/qualification.h"
#include "incident/sentences.h"

namespace digue::incident {

template <class Part>
static void append(std::vector<Part>& all, std::vector<Part> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

static bool is_settled(const ClockState& clock) {
  return clock.started != nullptr || clock.met != nullptr || clock.waived != nullptr;
}

static void add_clocks(const sheet::Library& library, const State& state, Instant now,
                       const organisation::Organisation* organisation, Beside& beside) {
  beside.clocks = clock_states(library, state, organisation, now);
  beside.clock_lines = clock_lines(beside.clocks, state.zone, now);
  for (const auto& clock : beside.clocks)
    if (is_settled(clock))
      std::erase_if(beside.alerts.clocks, [&](const ProposedClock& proposed) {
        return proposed.clock == clock.clock->id;
      });
}

static Message titles_of(const sheet::SeverityTable& table,
                         const std::vector<std::size_t>& inputs) {
  Message titles;
  for (const auto input : inputs) {
    const auto& title = table.inputs[input].title;
    titles = titles.english.empty() ? title : tell<sentences::and_then>(titles, title);
  }
  return titles;
}

// The degree has one source, the severity table, whichever sheet asks for it.
static void propose_degree(const sheet::Library& library, const State& state,
                           std::vector<Conclusion>& conclusions) {
  const auto& table = library.severity;
  if (!table.present()) return;
  const auto& levels = table.degrees.levels;
  const auto now = qualify(library, state).severity;
  const auto reason =
      now.established.empty()
          ? tell<sentences::degree_nothing_established>(levels[now.degree.ceiling].title)
          : tell<sentences::degree_established>(levels[now.degree.floor].title,
                                                titles_of(table, now.established),
                                                levels[now.degree.ceiling].title);
  for (auto& conclusion : conclusions) {
    const auto& steps = table.conclusions;
    if (std::find(steps.begin(), steps.end(), conclusion.step->id) == steps.end()) continue;
    conclusion.proposed = levels[now.working].id;
    conclusion.reason = reason;
  }
}

sheet::Profile profile_of(const organisation::Organisation* organisation) {
  if (organisation == nullptr) return {};
  return {{}, organisation->regulated, organisation->regulated_is_set};
}

Beside beside_plan(const sheet::Library& library, const State& state, Instant now,
                   const organisation::Organisation* organisation) {
  Beside beside{alerts_of(library, state), {}, &library.directory,
                profile_of(organisation),  {}, {}};
  add_clocks(library, state, now, organisation, beside);
  for (const auto* sheet : sheets_in_play(library, state)) {
    auto more = digue::incident::follow_up(*sheet, state, now);
    append(beside.follow_up.temporary, std::move(more.temporary));
    append(beside.follow_up.proofs, std::move(more.proofs));
    append(beside.follow_up.conclusions, std::move(more.conclusions));
  }
  propose_degree(library, state, beside.follow_up.conclusions);
  return beside;
}

}  // namespace digue::incident
