#include "incident/clock_acts.h"

#include "base/text.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

// The title goes along, so that the log reads without the library.
static void write_clock(JsonWriter& json, const sheet::Clock& clock) {
  json.member("clock", clock.id)
      .key("title")
      .begin_object()
      .member("fr", clock.title.french)
      .member("en", clock.title.english)
      .end_object();
}

static Result<const sheet::Clock*> clock_of(const sheet::Clocks& clocks, const std::string& id) {
  if (const auto* clock = clocks.find(id)) return clock;
  std::vector<std::string> known;
  for (const auto& clock : clocks.clocks) known.push_back(clock.id);
  return fail<sentences::no_such_clock>(Error::Kind::bad_input, id, join(known, ", "));
}

static Result<const LogLine*> line_at(const State& state, std::uint64_t position) {
  for (const auto& line : state.log)
    if (line.position == position && !line.corrected_by && !line.redacted) return &line;
  return fail<sentences::no_such_entry>(Error::Kind::bad_input, position);
}

static Outcome check_past(const State& state, Instant at, Instant now) {
  if (at <= now) return {};
  return fail<sentences::in_the_future>(Error::Kind::bad_input, state.zone.show(at));
}

// The last thing said of the clock that is of that kind; nothing when there is none.
static const ClockAct* last(const State& state, const std::string& clock, ClockStep step) {
  const auto found = state.clocks.find(clock);
  if (found == state.clocks.end()) return nullptr;
  for (auto act = found->second.rbegin(); act != found->second.rend(); ++act)
    if (act->step == step) return &*act;
  return nullptr;
}

Result<logbook::Receipt> start_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                     const State& state, const ClockStart& start, Instant now,
                                     const Speaker& speaker) {
  DIGUE_TRY(const auto* clock, clock_of(clocks, start.clock));
  if (trimmed(start.why).empty()) return fail<sentences::why_clock>(Error::Kind::bad_input);
  Instant at = start.at;
  std::string leaf;
  if (start.fact) {
    DIGUE_TRY(const auto* line, line_at(state, *start.fact));
    leaf = line->leaf;
    if (!at.known()) at = line->occurred;
  }
  if (!at.known()) at = now;
  DIGUE_CHECK(check_past(state, at, now));
  const auto body = body_of([&](JsonWriter& json) {
    write_clock(json, *clock);
    json.member("at", state.zone.rfc3339(at)).member("fact", leaf).member("why", start.why);
  });
  return say(logbook, kinds::clock_start, body, speaker);
}

Result<logbook::Receipt> meet_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                    const State& state, const ClockMet& met, Instant now,
                                    const Speaker& speaker) {
  DIGUE_TRY(const auto* clock, clock_of(clocks, met.clock));
  const Instant at = met.at.known() ? met.at : now;
  DIGUE_CHECK(check_past(state, at, now));
  if (const auto* start = last(state, met.clock, ClockStep::start); start != nullptr)
    if (at < start->at)
      return fail<sentences::before_its_start>(Error::Kind::refused, state.zone.show(at),
                                               state.zone.show(start->at));
  const auto body = body_of([&](JsonWriter& json) {
    write_clock(json, *clock);
    json.member("at", state.zone.rfc3339(at))
        .member("reference", trimmed(met.reference))
        .member("why", met.why);
  });
  return say(logbook, kinds::clock_met, body, speaker);
}

Result<logbook::Receipt> waive_clock(logbook::Logbook& logbook, const sheet::Clocks& clocks,
                                     const State& state, const std::string& id,
                                     const std::string& why, const Speaker& speaker) {
  DIGUE_TRY(const auto* clock, clock_of(clocks, id));
  if (trimmed(why).empty()) return fail<sentences::why_clock>(Error::Kind::bad_input);
  if (const auto* met = last(state, id, ClockStep::met))
    return fail<sentences::clock_is_met>(Error::Kind::refused, id, met->said.entry);
  const auto found = state.clocks.find(id);
  if (found != state.clocks.end() && found->second.back().step == ClockStep::waive)
    return fail<sentences::clock_is_waived>(Error::Kind::refused, id,
                                            found->second.back().said.entry);
  const auto body = body_of([&](JsonWriter& json) {
    write_clock(json, *clock);
    json.member("why", why);
  });
  return say(logbook, kinds::clock_waived, body, speaker);
}

}  // namespace digue::incident
