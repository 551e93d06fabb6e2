// How severe the incident is held to be, and what is due to whom: shown, then decided by a person.
#include "base/number.h"
#include "cli/verbs/guide/acting.h"
#include "cli/verbs/guide/sentences.h"
#include "cli/verbs/qualify/show.h"
#include "incident/clock_acts.h"
#include "incident/severity_acts.h"
#include "incident/when.h"

namespace digue::cli::verbs {

Outcome Acting::judge() {
  if (!library_.severity.present()) return {};
  const auto now = session_.clock.now();
  qualifying::show(
      session_,
      {{library_, state_, incident::qualify(library_, state_), now, nullptr},
       file_,
       incident::beside_plan(library_, state_, now, prepared_.given()).follow_up.conclusions});
  dialogue_.gap();
  const bool open = state_.open_round() != nullptr;
  const auto picked = dialogue_.choose_or_go_back(
      {tell<sentences::to_decide>(),
       open ? tell<sentences::to_end_round>() : tell<sentences::to_start_round>()});
  if (!picked) return {};
  return *picked == 0 ? decide() : change_round();
}

Outcome Acting::decide() {
  const auto& levels = library_.severity.degrees.levels;
  std::vector<Message> titles;
  for (const auto& level : levels) titles.push_back(level.title);
  dialogue_.say(tell<sentences::which_degree>());
  const auto working = incident::qualify(library_, state_).severity.working;
  const auto picked = dialogue_.choose(titles, nullptr, working);
  if (!picked) return {};
  incident::Decision decision{levels[*picked].id, "", ""};
  const auto by = dialogue_.ask(tell<sentences::ask_decider>(speaker_.author), speaker_.author);
  if (!by) return {};
  decision.by = *by;
  if (!ask_text(tell<sentences::ask_reason>(), decision.why)) return give_it_up();
  return written(incident::decide_severity(logbook_, library_, state_, decision, speaker_));
}

Outcome Acting::change_round() {
  if (state_.open_round() != nullptr)
    return written(incident::end_round(logbook_, library_, state_, speaker_));
  const auto usual = std::to_string(sheet_->time_box_minutes);
  const auto typed = dialogue_.ask(tell<sentences::ask_minutes>(usual), usual);
  if (!typed) return {};
  const auto minutes = whole_number(*typed);
  if (!minutes || *minutes > incident::max_round_minutes) {
    dialogue_.say(tell<sentences::not_a_choice>(*typed));
    return {};
  }
  return written(incident::start_round(logbook_, state_, *minutes, speaker_));
}

// Those that run or may have to: what is off or not due is left to `digue clock`.
static bool can_be_settled(const incident::ClockState& clock) {
  using enum incident::ClockStatus;
  return clock.status == not_started || clock.status == proposed || clock.status == running ||
         clock.status == overdue;
}

Outcome Acting::settle_clock(StepPage& page) {
  page.show_clocks();
  std::vector<std::string> ids;
  std::vector<Message> titles;
  for (const auto& clock :
       incident::clock_states(library_, state_, prepared_.given(), session_.clock.now())) {
    if (!can_be_settled(clock)) continue;
    ids.push_back(clock.clock->id);
    titles.push_back(tell<sentences::clock_and_status>(
        clock.clock->title, compose(incident::clock_status_label(clock.status), {})));
  }
  if (ids.empty()) return {};
  dialogue_.gap();
  dialogue_.say(tell<sentences::which_clock>());
  const auto which = dialogue_.choose_or_go_back(titles);
  if (!which) return {};
  const auto what = dialogue_.choose_or_go_back(
      {tell<sentences::to_date>(), tell<sentences::to_meet>(), tell<sentences::to_waive>()});
  if (!what) return {};
  if (*what == 0) return date_clock(ids[*which]);
  return *what == 1 ? meet_clock(ids[*which]) : waive_clock(ids[*which]);
}

bool Acting::ask_when(Instant& at) {
  const auto typed = dialogue_.ask(tell<sentences::ask_when>(tell<sentences::now_word>()), "now");
  if (!typed || *typed == give_up) return false;
  const auto moment = incident::read_when(*typed, state_.zone, session_.clock.now());
  if (moment)
    at = moment->at;
  else
    dialogue_.say(moment.error().message);
  return moment.has_value();
}

Outcome Acting::date_clock(const std::string& clock) {
  const auto now = session_.clock.now();
  incident::ClockStart start{.clock = clock, .at = now, .why = ""};
  if (!ask_when(start.at) || !ask_text(tell<sentences::ask_reason>(), start.why))
    return give_it_up();
  return written(incident::start_clock(logbook_, library_.clocks, state_, start, now, speaker_));
}

Outcome Acting::meet_clock(const std::string& clock) {
  const auto now = session_.clock.now();
  incident::ClockMet met{.clock = clock, .at = now, .reference = "", .why = ""};
  if (!ask_when(met.at)) return give_it_up();
  const auto receipt = dialogue_.ask(tell<sentences::ask_receipt>());
  const auto sent = dialogue_.ask(tell<sentences::ask_sent>());
  if (!sent) return {};
  met.reference = receipt.value_or("");
  met.why = *sent;
  return written(incident::meet_clock(logbook_, library_.clocks, state_, met, now, speaker_));
}

Outcome Acting::waive_clock(const std::string& clock) {
  std::string why;
  if (!ask_text(tell<sentences::ask_reason>(), why)) return give_it_up();
  return written(incident::waive_clock(logbook_, library_.clocks, state_, clock, why, speaker_));
}

}  // namespace digue::cli::verbs
