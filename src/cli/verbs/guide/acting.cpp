#include "cli/verbs/guide/acting.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "cli/casework/mention_sentences.h"
#include "cli/casework/mentions.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "cli/verbs/guide/beginning.h"
#include "cli/verbs/guide/reader.h"
#include "cli/verbs/guide/sentences.h"
#include "incident/fold.h"
#include "incident/notes.h"

namespace digue::cli::verbs {

using incident::ActionState;

Outcome Acting::run() {
  DIGUE_TRY(state_, incident::state_of(logbook_));
  DIGUE_CHECK(accept_handover());
  if (reading_) doer_ = dialogue_.ask(tell<sentences::ask_doer>()).value_or("");
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
  const auto beside =
      incident::beside_plan(library_, state_, session_.clock.now(), prepared_.given());
  StepPage page(session_, library_, state_, beside, file_);
  page.use(prepared_.given());
  const auto* line = current(plan);
  if (line == nullptr && (urgent_first_ || !skipped_.empty())) line = come_back(plan);
  dialogue_.gap();
  page.show_standing();
  if (sheet_->kind == sheet::SheetKind::qualification)
    dialogue_.say(tell<sentences::contain_first>());
  if (line == nullptr)
    dialogue_.say(tell<sentences::guide_all_done>());
  else
    show(page, *line);
  dialogue_.gap();
  dialogue_.say(tell<sentences::menu_common>());
  dialogue_.say(tell<sentences::menu_more>());
  const auto typed = dialogue_.ask(tell<sentences::prompt>());
  if (!typed || *typed == "q") return Next::leave;
  const auto outcome = take(page, line, *typed);
  // What was refused is told, and nothing is lost: the same step comes again.
  if (!outcome) dialogue_.say(outcome.error().message);
  return Next::step;
}

// The first that can be done now and was not passed over; else the first that is left at all.
const Acting::Line* Acting::current(const incident::Plan& plan) const {
  const Line* blocked = nullptr;
  for (const auto& line : plan.lines) {
    if (!line.is_open()) continue;
    if (skipped_.contains({line.step->id, line.account})) continue;
    if (urgent_first_ && line.priority == sheet::Priority::before) continue;
    if (!line.waits_for_another()) return &line;
    if (blocked == nullptr) blocked = &line;
  }
  return blocked;
}

// What was passed over, or done in part, once nothing else is left.
const Acting::Line* Acting::come_back(const incident::Plan& plan) {
  skipped_.clear();
  urgent_first_ = false;
  const auto* line = current(plan);
  if (line != nullptr) dialogue_.say(tell<sentences::passed_over>());
  return line;
}

// Read aloud once; then, and when the reader stops, the page as it is.
void Acting::show(StepPage& page, const Line& line) {
  const bool aloud = reading_ && read_.insert({line.step->id, line.account}).second;
  if (!aloud || !read_out(dialogue_, digue::cli::verbs::read_aloud(line, session_.language)))
    page.show(line);
  page.show_options(line);
}

Outcome Acting::take(StepPage& page, const Line* line, const std::string& typed) {
  static constexpr std::string_view keys = "sunapfgtwrv";
  if (typed.size() == 1 && keys.find(typed) != std::string_view::npos)
    return take_key(page, line, typed.front());
  if (line == nullptr) return {};
  if (typed.empty()) {
    const auto proposed = page.proposed(*line);
    return proposed ? accept_proposal(*line, *proposed) : Outcome();
  }
  return line->step->answer == sheet::AnswerType::none ? take_act(*line, typed)
                                                       : take_answer(*line, typed);
}

Outcome Acting::take_key(StepPage& page, const Line* line, char key) {
  switch (key) {
    case 's':
      if (line != nullptr) skipped_.insert({line->step->id, line->account});
      return {};
    case 'u':
      urgent_first_ = true;
      return {};
    case 'n':
      return note_down();
    case 'a':
      return note_call();
    case 'f':
      return change_sheet(line);
    case 'g':
      return judge();
    case 't':
      return settle_clock(page);
    case 'w':
      return assign(line);
    case 'r':
      return hand_over();
    case 'v':
      if (change_reading()) dialogue_.say(tell<sentences::reading_on>());
      return {};
    default:
      show_plan();
      return {};
  }
}

void Acting::show_plan() {
  casework::PlanView view{false, 0, "", file_};
  view.now = session_.clock.now();
  casework::show_plan(session_, incident::make_plan(*sheet_, state_, incident::PlanOrder::priority),
                      state_, view);
}

Outcome Acting::take_act(const Line& line, const std::string& typed) {
  static constexpr std::array<ActionState, 6> states = {
      ActionState::done,           ActionState::partial,   ActionState::impossible,
      ActionState::not_applicable, ActionState::delegated, ActionState::postponed};
  if (typed.size() != 1 || typed[0] < '1' || typed[0] > '6') {
    dialogue_.say(tell<sentences::not_a_choice>(typed));
    return {};
  }
  incident::Act act{.target = {line.step->id, line.account},
                    .state = states[static_cast<std::size_t>(typed[0] - '1')]};
  auto speaker = speaker_;
  if (!fill(line, act, speaker)) return give_it_up();
  const auto receipt = incident::act(logbook_, *sheet_, state_, act, speaker);
  // Done in part is still open: it comes back once the rest is done.
  if (receipt && act.state == ActionState::partial) skipped_.insert(act.target);
  return written(receipt);
}

// Numbers stand for the options; anything else is the answer as it was typed.
Outcome Acting::take_answer(const Line& line, const std::string& typed) {
  const auto& options = line.step->options;
  std::vector<std::string> values;
  for (const auto part : split(typed, ' ')) {
    const auto number = whole_number(part);
    const bool picked = number && *number >= 1 && *number <= options.size();
    values.push_back(picked ? options[*number - 1].value : std::string(part));
  }
  return written(incident::answer(logbook_, *sheet_, {line.step->id, line.account},
                                  join(values, " "), "", speaker_));
}

// The reason is kept with the answer: it is why the person took it.
Outcome Acting::accept_proposal(const Line& line, const Proposed& proposed) {
  return written(incident::answer(logbook_, *sheet_, {line.step->id, line.account}, proposed.value,
                                  proposed.reason.in(session_.language), speaker_));
}

Outcome Acting::note_down() {
  const auto text = dialogue_.ask(tell<sentences::ask_note>());
  if (!text || text->empty()) return {};
  incident::Note note{.text = *text};
  if (!confirm_mentions(note)) return {};
  return written(incident::add_note(logbook_, note, speaker_));
}

// Shows what the words name; Enter keeps it with the note.
bool Acting::confirm_mentions(incident::Note& note) {
  const auto mentions = incident::mentions_in(note.text, state_, prepared_.given());
  if (mentions.empty()) return true;
  dialogue_.say(tell<casework::sentences::recognised_kept>());
  for (const auto& line : casework::mention_lines(mentions)) dialogue_.say(line, 2);
  const auto typed = dialogue_.ask(tell<sentences::ask_mentions>());
  if (typed && *typed != give_up) incident::keep_mentions(mentions, note.references);
  return typed.has_value();
}

// One key when one call is owed; its number first when there are several.
Outcome Acting::note_call() {
  const auto owed = incident::alerts_of(library_, state_).owed();
  if (owed.empty()) {
    dialogue_.say(tell<sentences::no_call>());
    return {};
  }
  std::size_t which = 0;
  if (owed.size() > 1) {
    std::vector<Message> whom;
    for (const auto& call : owed)
      whom.push_back(library_.directory.told_to_call(call.contact, profile()));
    const auto picked = dialogue_.choose(whom);
    if (!picked) return {};
    which = *picked;
  }
  const auto& contact = owed[which].contact;
  const auto whom = library_.directory.told_to_call(contact, profile());
  const auto note = dialogue_.ask(tell<sentences::ask_called>(whom));
  if (!note || *note == give_up) return {};
  const auto number = dialogue_.ask(tell<sentences::ask_case_number>());
  return written(incident::record_call(logbook_, library_, state_,
                                       {contact, *note, number.value_or("")}, speaker_));
}

// The sheet that the step leads to is offered first, to Enter.
static std::string sheet_linked(const incident::PlanLine* line, const sheet::Library& library) {
  if (line == nullptr) return {};
  for (const auto& link : line->step->links)
    if (library.find(link.sheet) != nullptr) return link.sheet;
  return {};
}

Outcome Acting::change_sheet(const Line* line) {
  dialogue_.say(tell<sentences::which_sheet>());
  const auto sheet = pick_sheet(dialogue_, library_, sheet_linked(line, library_));
  if (!sheet || *sheet == state_.sheet) return {};
  const auto why = dialogue_.ask(tell<sentences::ask_why>());
  // Left half-way through its questions, to contain without waiting.
  urgent_first_ = line != nullptr && sheet_->kind == sheet::SheetKind::qualification;
  return written(incident::follow_sheet(logbook_, *sheet, why.value_or(""), speaker_));
}

Outcome Acting::give_it_up() {
  dialogue_.say(tell<sentences::given_up>());
  return {};
}

Outcome Acting::written(const Result<logbook::Receipt>& receipt) {
  // The calls and the clocks that follow stand above the next step.
  if (!receipt) return digue::fail(receipt.error());
  dialogue_.say(tell<casework::sentences::recorded>(receipt->position));
  return {};
}

}  // namespace digue::cli::verbs
