#include "cli/verbs/guide/acting.h"

#include <algorithm>

#include "base/text.h"
#include "cli/casework/show.h"
#include "cli/verbs/guide/beginning.h"
#include "cli/verbs/guide/sentences.h"
#include "incident/fold.h"

namespace digue::cli::verbs {

using incident::ActionState;
using incident::PlanLine;

static constexpr std::string_view give_up = "-";
static constexpr std::size_t usual_hours = 4, most_hours = std::size_t{24} * 31;

Outcome Acting::run() {
  while (true) {
    DIGUE_TRY(const auto next, one_step());
    if (next == Next::leave) break;
  }
  dialogue_.say(tell<sentences::guide_stays>(file_));
  return {};
}

Result<Acting::Next> Acting::one_step() {
  DIGUE_TRY(state_, incident::state_of(logbook_));
  DIGUE_TRY(sheet_, casework::sheet_of(library_, state_.sheet));
  const auto plan = incident::make_plan(*sheet_, state_, incident::PlanOrder::priority);
  const auto* line = current(plan);
  dialogue_.gap();
  casework::show_alerts(session_, incident::beside_plan(library_, state_, session_.clock.now()),
                        {false, 1, "", file_});
  if (line == nullptr)
    dialogue_.say(tell<sentences::guide_all_done>());
  else
    show(*line);
  dialogue_.gap();
  dialogue_.say(tell<sentences::menu_common>());
  const auto typed = dialogue_.ask(tell<sentences::prompt>());
  if (!typed || *typed == "q") return Next::leave;
  const auto outcome = take(line, *typed);
  // What was refused is told, and nothing is lost: the same step comes again.
  if (!outcome) session_.failed(outcome.error());
  return Next::step;
}

// The first that can be done now and was not passed over; else the first that is left at all.
const PlanLine* Acting::current(const incident::Plan& plan) const {
  const PlanLine* blocked = nullptr;
  for (const auto& line : plan.lines) {
    if (!line.is_open()) continue;
    if (skipped_.contains({line.step->id, line.account})) continue;
    if (urgent_first_ && line.priority == sheet::Priority::before) continue;
    if (!line.waits_for_another()) return &line;
    if (blocked == nullptr) blocked = &line;
  }
  return blocked;
}

void Acting::show(const PlanLine& line) {
  const auto& step = *line.step;
  dialogue_.heading(tell<sentences::step_heading>(
      casework::priority_word(line.priority), step.id.substr(step.id.find('/') + 1), step.title));
  if (!line.account.empty()) dialogue_.say(tell<sentences::step_for>(line.account), 2);
  if (!step.text.english.empty()) dialogue_.say(step.text, 2);
  show_before(line);
  show_options(line);
}

void Acting::show_before(const PlanLine& line) {
  const auto& step = *line.step;
  for (const auto& impact : step.impacts)
    dialogue_.say(tell<sentences::step_impact>(impact.text), 2);
  for (const auto& evidence : step.preservation)
    dialogue_.say(tell<sentences::step_save_first>(evidence.text), 2);
  for (const auto& warning : line.warnings) dialogue_.say(warning, 2);
  for (const auto& script : step.scripts)
    dialogue_.say(tell<sentences::step_command>(tell<sentences::step_script>(script, file_)), 2);
  if (!step.undo.english.empty()) dialogue_.say(tell<sentences::step_undo>(step.undo), 2);
}

void Acting::show_options(const PlanLine& line) {
  const auto& step = *line.step;
  if (step.answer == sheet::AnswerType::none) return dialogue_.say(tell<sentences::menu_act>());
  for (std::size_t i = 0; i < step.options.size(); ++i)
    dialogue_.say(tell<sentences::choice_line>(i + 1, step.options[i].label), 2);
  if (!step.has_options()) dialogue_.say(tell<sentences::menu_type>());
}

Outcome Acting::take(const PlanLine* line, const std::string& typed) {
  if (typed.size() == 1 && std::string_view("sunapf").find(typed) != std::string_view::npos) {
    if (typed == "s" && line != nullptr) skipped_.insert({line->step->id, line->account});
    if (typed == "u") urgent_first_ = true;
    return take_common(typed);
  }
  if (line == nullptr || typed.empty()) return {};
  return line->step->answer == sheet::AnswerType::none ? take_act(*line, typed)
                                                       : take_answer(*line, typed);
}

Outcome Acting::take_common(const std::string& typed) {
  if (typed == "n") return note_down();
  if (typed == "a") return note_call();
  if (typed == "f") return change_sheet();
  if (typed == "p")
    casework::show_plan(session_,
                        incident::make_plan(*sheet_, state_, incident::PlanOrder::priority), state_,
                        {false, 0, "", file_});
  return {};
}

Outcome Acting::take_act(const PlanLine& line, const std::string& typed) {
  static constexpr std::array<ActionState, 6> states = {
      ActionState::done,           ActionState::partial,   ActionState::impossible,
      ActionState::not_applicable, ActionState::delegated, ActionState::postponed};
  if (typed.size() != 1 || typed[0] < '1' || typed[0] > '6') {
    dialogue_.say(tell<sentences::not_a_choice>(typed));
    return {};
  }
  incident::Act act{.target = {line.step->id, line.account},
                    .state = states[static_cast<std::size_t>(typed[0] - '1')]};
  if (!fill(line, act)) {
    dialogue_.say(tell<sentences::given_up>());
    return {};
  }
  return written(incident::act(logbook_, *sheet_, state_, act, speaker_));
}

bool Acting::fill(const PlanLine& line, incident::Act& act) {
  const auto text_for = [&](const Message& prompt, std::string& into) {
    const auto typed = dialogue_.ask(prompt);
    if (typed) into = *typed;
    return typed && !typed->empty();
  };
  if (act.state == ActionState::done || act.state == ActionState::partial) {
    if (!settle_blockers(line, act)) return false;
    const auto& title = line.step->title.in(session_.language);
    const auto effect = dialogue_.ask(tell<sentences::ask_effect>(title));
    if (!effect) return false;
    act.effect = *effect;
    return act.state == ActionState::done || text_for(tell<sentences::ask_why>(), act.why);
  }
  if (act.state == ActionState::delegated && !text_for(tell<sentences::ask_whom>(), act.to))
    return false;
  if (act.state == ActionState::postponed) {
    const auto typed = dialogue_.ask(tell<sentences::ask_hours>(), std::to_string(usual_hours));
    const auto hours = typed ? number_in(*typed) : std::nullopt;
    if (!hours || *hours < 1 || *hours > most_hours) return false;
    act.due = session_.clock.now() + static_cast<std::int64_t>(*hours) * hour_ms;
  }
  return text_for(tell<sentences::ask_why>(), act.why);
}

bool Acting::settle_blockers(const PlanLine& line, incident::Act& act) {
  return std::all_of(line.blockers.begin(), line.blockers.end(),
                     [&](const auto& blocker) { return settle(blocker, act); });
}

bool Acting::settle(const incident::Blocker& blocker, incident::Act& act) {
  using Kind = incident::Blocker::Kind;
  if (blocker.kind == Kind::prerequisite) {
    const auto why = dialogue_.ask(tell<sentences::ask_despite>(blocker.message));
    act.despite_prerequisites = why && !why->empty();
    if (act.despite_prerequisites) act.why = *why;
    return act.despite_prerequisites;
  }
  const bool is_impact = blocker.kind == Kind::impact;
  const auto who = dialogue_.ask(is_impact ? tell<sentences::ask_accept>(speaker_.author)
                                           : tell<sentences::ask_saved>(speaker_.author),
                                 speaker_.author);
  if (!who) return false;
  if (*who != give_up) {
    (is_impact ? act.impact_accepted_by : act.preserved_by) = *who;
    return true;
  }
  if (is_impact) return false;
  const auto why = dialogue_.ask(tell<sentences::ask_waived>());
  if (!why || why->empty()) return false;
  act.preservation_waived_by = speaker_.author;
  act.why = *why;
  return true;
}

// Numbers stand for the options; anything else is the answer as it was typed.
Outcome Acting::take_answer(const PlanLine& line, const std::string& typed) {
  const auto& options = line.step->options;
  std::vector<std::string> values;
  for (const auto part : split(typed, ' ')) {
    const auto number = number_in(part);
    const bool picked = number && *number >= 1 && *number <= options.size();
    values.push_back(picked ? options[*number - 1].value : std::string(part));
  }
  return written(incident::answer(logbook_, *sheet_, {line.step->id, line.account},
                                  join(values, " "), "", speaker_));
}

Outcome Acting::note_down() {
  const auto text = dialogue_.ask(tell<sentences::ask_note>());
  if (!text || text->empty()) return {};
  return written(incident::add_note(logbook_, {.text = *text}, speaker_));
}

Outcome Acting::note_call() {
  const auto owed = incident::alerts_of(library_, state_).owed();
  if (owed.empty()) {
    dialogue_.say(tell<sentences::no_call>());
    return {};
  }
  for (const auto& call : owed) {
    const auto note = dialogue_.ask(tell<sentences::ask_called>(call.contact));
    if (!note || *note == give_up) return {};
    DIGUE_CHECK(
        written(incident::record_call(logbook_, library_, state_, call.contact, *note, speaker_)));
  }
  return {};
}

Outcome Acting::change_sheet() {
  dialogue_.say(tell<sentences::which_sheet>());
  const auto sheet = pick_sheet(dialogue_, library_);
  if (!sheet || *sheet == state_.sheet) return {};
  const auto why = dialogue_.ask(tell<sentences::ask_why>());
  return written(incident::follow_sheet(logbook_, *sheet, why.value_or(""), speaker_));
}

Outcome Acting::written(const Result<logbook::Receipt>& receipt) {
  if (!receipt) return digue::fail(receipt.error());
  casework::recorded(session_, receipt);
  DIGUE_TRY(const auto after, incident::state_of(logbook_));
  casework::tell_new_alerts(session_, library_, state_, after);
  return {};
}

}  // namespace digue::cli::verbs
