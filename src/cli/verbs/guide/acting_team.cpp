// Who does what, and the next shift.
#include "cli/casework/handover.h"
#include "cli/verbs/guide/acting.h"
#include "cli/verbs/guide/sentences.h"
#include "incident/owners.h"

namespace digue::cli::verbs {

Outcome Acting::assign(const Line* line) {
  if (line == nullptr) return {};
  const auto typed = dialogue_.ask(tell<sentences::ask_assign>(speaker_.author), speaker_.author);
  if (!typed) return {};
  incident::Assignment assignment{{line->step->id, line->account}, *typed};
  if (*typed == give_up) assignment.to.clear();
  if (!assignment.to.empty() && !ask_hours(tell<sentences::ask_until>(), 0, assignment.until))
    return give_it_up();
  return written(incident::assign(logbook_, *sheet_, state_, assignment, speaker_));
}

Outcome Acting::hand_over() {
  const auto now = session_.clock.now();
  casework::show_handover(session_, incident::handover_summary(library_, state_, now), state_,
                          file_);
  dialogue_.gap();
  incident::HandingOver what;
  if (!ask_text(tell<sentences::ask_relief>(), what.to)) return {};
  const auto text = dialogue_.ask(tell<sentences::ask_relief_note>());
  if (!text) return {};
  what.text = *text;
  const auto moves = dialogue_.ask(tell<sentences::ask_move>(what.to), "1");
  what.move = moves == "1";
  DIGUE_CHECK(written(incident::hand_over(logbook_, library_, state_, what, now, speaker_)));
  dialogue_.say(tell<sentences::relief_accepts>(what.to));
  return {};
}

// To the one who comes, before anything else.
Outcome Acting::accept_handover() {
  const auto* pending = incident::pending_handover(state_);
  if (pending == nullptr || incident::known_name(state_, speaker_.author) != pending->to) return {};
  casework::show_handover(
      session_, incident::handover_summary(library_, state_, session_.clock.now()), state_, file_);
  dialogue_.gap();
  const auto typed = dialogue_.ask(tell<sentences::ask_accept_relief>(pending->from));
  if (!typed || !typed->empty()) return {};
  return written(incident::accept_handover(logbook_, state_, speaker_));
}

bool Acting::change_reading() {
  reading_ = !reading_;
  if (!reading_) return false;
  read_.clear();
  doer_ = dialogue_.ask(tell<sentences::ask_doer>()).value_or("");
  return true;
}

}  // namespace digue::cli::verbs
