#include "cli/casework/follow_up.h"

#include <algorithm>

#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/casework/sentences.h"
#include "incident/clock_json.h"
#include "incident/follow_up_json.h"

namespace digue::cli::casework {

using namespace incident;

static Message titled(const sheet::Step& step, const std::string& account) {
  return account.empty() ? step.title : tell<sentences::target_line>(step.title, account);
}

static Message option_label(const sheet::Step& step, const std::string& value) {
  const auto found =
      std::find_if(step.options.begin(), step.options.end(),
                   [&](const sheet::Option& option) { return option.value == value; });
  return found == step.options.end() ? value_word(value) : found->label;
}

// As long as nothing is known of the organisation, whom each sector calls is told.
static Message call_line(const sheet::Directory& directory, const sheet::Profile& profile,
                         const Call& call) {
  auto who = directory.told_to_call(call.contact, profile);
  if (!call.accounts.empty()) who = tell<sentences::target_line>(who, join(call.accounts, ", "));
  return tell<sentences::call_now>(who, call.say);
}

static Message clock_line(const ProposedClock& clock) {
  return tell<sentences::clock_proposed>(clock.clock, clock.why);
}

static void show_clock_lines(Page& page, const Beside& beside) {
  for (const auto& line : beside.clock_lines) page.paragraph(line);
  for (const auto& clock : beside.alerts.clocks) page.paragraph(clock_line(clock));
}

void show_alerts(Session& session, const incident::Beside& beside, const PlanView& view) {
  if (session.json) {
    for (const auto& call : beside.alerts.calls)
      session.line(call_json(*beside.directory, beside.profile, call, session.language));
    for (const auto* clock : pressing_clocks(beside.clocks))
      if (clock->status != ClockStatus::proposed)
        session.line(clock_state_json(*clock, session.language));
    for (const auto& clock : beside.alerts.clocks)
      session.line(clock_json(clock, session.language));
    return;
  }
  Page page(session);
  const auto owed = beside.alerts.owed();
  for (const auto& call : owed) {
    page.paragraph(call_line(*beside.directory, beside.profile, call));
    page.paragraph(tell<sentences::call_command>(call.contact, view.file), 7);
  }
  show_clock_lines(page, beside);
  if (!beside.clock_lines.empty()) page.paragraph(tell<sentences::clock_command>(view.file), 7);
  if (!owed.empty() || !beside.clock_lines.empty() || !beside.alerts.clocks.empty()) page.gap();
}

void show_clocks(Session& session, const Prepared& prepared, const State& state, Instant now) {
  const auto lines =
      clock_lines(clock_states(prepared.library, state, prepared.given(), now), state.zone, now);
  if (session.json || lines.empty()) return;
  Page page(session);
  page.gap();
  page.heading(tell<sentences::heading_clocks>());
  for (const auto& line : lines) page.paragraph(line, 2);
}

namespace {

class FollowUpPage {
 public:
  FollowUpPage(Session& session, const State& state, const PlanView& view)
      : page_(session), state_(state), view_(view) {}

  void show(const FollowUp& follow_up) {
    for (const auto& measure : follow_up.temporary)
      if (view_.next == 0 || measure.due) show(measure);
    for (const auto& proof : follow_up.proofs)
      if (view_.next == 0 || proof.value == Effectiveness::refuted) show(proof);
    if (view_.next != 0) return;
    for (const auto& conclusion : follow_up.conclusions) show(conclusion);
  }

 private:
  // A heading before the first line of each kind.
  template <const Sentence& heading>
  void under() {
    if (heading_ == &heading) return;
    heading_ = &heading;
    page_.gap();
    page_.heading(compose(heading, {}));
  }

  void show(const TemporaryMeasure& measure) {
    under<sentences::heading_temporary>();
    const auto& sentence = measure.due ? sentences::temporary_due : sentences::temporary_line;
    const Message words[] = {
        titled(*measure.step, measure.account), as_message(state_.zone.show(measure.said.occurred)),
        as_message(state_.zone.show(measure.review)), as_message(measure.lifted_by->id)};
    page_.paragraph(compose(sentence, words));
  }

  void show(const EffectProof& proof) {
    under<sentences::heading_proofs>();
    const Sentence* const words[] = {&sentences::proof_unknown, &sentences::proof_is_proven,
                                     &sentences::proof_is_refuted};
    page_.paragraph(tell<sentences::proof_line>(
        titled(*proof.step, proof.account),
        compose(*words[static_cast<std::size_t>(proof.value)], {}), proof.why));
  }

  void show(const Conclusion& conclusion) {
    const auto& step = *conclusion.step;
    if (conclusion.proposed.empty() && conclusion.history.empty()) return;
    under<sentences::heading_conclusions>();
    page_.paragraph(titled(step, conclusion.account));
    for (const auto& answer : conclusion.history) page_.paragraph(decided(step, answer), 7);
    if (!conclusion.proposed.empty())
      page_.paragraph(tell<sentences::conclusion_proposed>(option_label(step, conclusion.proposed),
                                                           conclusion.reason),
                      7);
    if (conclusion.owed)
      page_.paragraph(tell<sentences::plan_command_answer>(step.id, Message{}, view_.file), 7);
  }

  Message decided(const sheet::Step& step, const Answer& answer) const {
    const auto label = option_label(step, answer.value);
    const auto when = state_.zone.show(answer.said.occurred);
    if (answer.round == 0)
      return tell<sentences::conclusion_decided>(label, answer.said.author, when, answer.why);
    return tell<sentences::conclusion_in_round>(label, answer.said.author, when, answer.why,
                                                answer.round);
  }

  Page page_;
  const State& state_;
  const PlanView& view_;
  const Sentence* heading_ = nullptr;
};

}  // namespace

void show_follow_up(Session& session, const Beside& beside, const State& state,
                    const PlanView& view) {
  const auto& follow_up = beside.follow_up;
  if (!session.json) return FollowUpPage(session, state, view).show(follow_up);
  for (const auto& measure : follow_up.temporary)
    session.line(temporary_json(measure, session.language));
  for (const auto& proof : follow_up.proofs) session.line(proof_json(proof, session.language));
  for (const auto& conclusion : follow_up.conclusions)
    session.line(conclusion_json(conclusion, session.language));
}

void tell_new_alerts(Session& session, const Prepared& prepared, const State& before,
                     const State& after) {
  const auto& library = prepared.library;
  const auto profile = profile_of(prepared.given());
  const auto old = alerts_of(library, before), now = alerts_of(library, after);
  const auto owed_before = old.owed();
  for (const auto& call : now.owed()) {
    const bool known = std::any_of(owed_before.begin(), owed_before.end(), [&](const Call& one) {
      return one.contact == call.contact && one.say == call.say && one.accounts == call.accounts;
    });
    if (!known) session.note(call_line(library.directory, profile, call));
  }
  for (const auto& clock : now.clocks) {
    const bool known = std::any_of(
        old.clocks.begin(), old.clocks.end(),
        [&](const ProposedClock& one) { return one.clock == clock.clock && one.why == clock.why; });
    if (!known) session.note(clock_line(clock));
  }
}

}  // namespace digue::cli::casework
