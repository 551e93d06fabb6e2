// What is said before an action is written.
#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "cli/verbs/guide/acting.h"
#include "cli/verbs/guide/sentences.h"

namespace digue::cli::verbs {

using incident::ActionState;

static constexpr std::size_t usual_hours = 4, most_hours = std::size_t{24} * 31;

bool Acting::ask_text(const Message& prompt, std::string& into) {
  const auto typed = dialogue_.ask(prompt);
  if (typed) into = *typed;
  return typed && !typed->empty() && *typed != give_up;
}

bool Acting::ask_hours(const Message& prompt, std::size_t usual, Instant& into) {
  const auto typed = dialogue_.ask(prompt, std::to_string(usual));
  const auto hours = typed ? whole_number(*typed) : std::nullopt;
  if (!hours || *hours > most_hours) return false;
  if (*hours > 0) into = session_.clock.now() + static_cast<std::int64_t>(*hours) * hour_ms;
  return *hours > 0 || usual == 0;
}

// "Block the account (a@b): given to Karim, before 14:00."
Message Acting::words_for(const Line& line, const incident::Act& act) const {
  const auto title = line.account.empty()
                         ? line.step->title
                         : tell<sentences::title_for>(line.step->title, line.account);
  const auto state = compose(incident::state_label(act.state), {});
  if (act.state == ActionState::delegated)
    return tell<sentences::what_delegated>(title, act.to, state_.zone.show(act.due));
  if (act.state == ActionState::postponed)
    return tell<sentences::what_postponed>(title, state_.zone.show(act.due));
  return tell<sentences::what_done>(title, state);
}

bool Acting::fill(const Line& line, incident::Act& act, incident::Speaker& speaker) {
  const bool touches = act.state == ActionState::done || act.state == ActionState::partial;
  if (touches && !settle_blockers(line, act)) return false;
  if (act.state == ActionState::delegated && !ask_text(tell<sentences::ask_whom>(), act.to))
    return false;
  if (act.state == ActionState::delegated || act.state == ActionState::postponed)
    if (!ask_hours(tell<sentences::ask_hours>(), usual_hours, act.due)) return false;
  if (act.state != ActionState::done && !ask_text(tell<sentences::ask_why>(), act.why))
    return false;
  std::string& words = touches ? act.effect : act.why;
  if (touches && reading_ && !doer_.empty())
    words = tell<sentences::done_and_read>(doer_, speaker.author).in(session_.language);
  EntryLine entry{words_for(line, act), words, speaker.author, speaker.occurred};
  if (!confirm(dialogue_, state_.zone, session_.clock, entry)) return false;
  words = entry.words;
  speaker.author = entry.author;
  speaker.occurred = entry.occurred;
  return true;
}

bool Acting::settle_blockers(const Line& line, incident::Act& act) {
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

}  // namespace digue::cli::verbs
