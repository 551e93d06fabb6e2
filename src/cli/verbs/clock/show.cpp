#include "cli/verbs/clock/show.h"

#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/verbs/clock/sentences.h"
#include "incident/clock_json.h"

namespace digue::cli::verbs::clocks {

using namespace incident;

namespace {

class ClockPage {
 public:
  ClockPage(Session& session, const View& view)
      : page_(session), view_(view), zone_(view.state.zone) {}

  void show() {
    page_.heading(tell<sentences::heading>());
    std::vector<std::string> others;
    for (const auto& clock : view_.clocks) {
      if (!is_wanted(clock))
        others.push_back(clock.clock->id);
      else
        show(clock);
    }
    if (!view_.only.empty()) return;
    if (!others.empty()) page_.paragraph(tell<sentences::others>(join(others, ", ")));
    page_.gap();
    page_.paragraph(view_.library.clocks.about);
    for (const auto& note : view_.library.clocks.notes)
      page_.paragraph(tell<sentences::note_line>(note.text));
  }

 private:
  static constexpr std::size_t indent = 4;

  bool is_wanted(const ClockState& clock) const {
    if (!view_.only.empty()) return clock.clock->id == view_.only;
    return view_.all || (clock.status != ClockStatus::off && clock.status != ClockStatus::not_due);
  }
  // Everything of one clock, when it is asked for; else what someone has to know now.
  bool in_full() const { return !view_.only.empty(); }

  void line(const Message& message) { page_.paragraph(message, indent); }

  void show(const ClockState& clock) {
    page_.paragraph(tell<sentences::clock_line>(
        clock.clock->id, compose(clock_status_label(clock.status), {}), clock.clock->title));
    show_concern(clock);
    if (clock.started == nullptr || in_full()) line(tell<sentences::starts>(clock.clock->starts));
    show_start(clock);
    show_end(clock);
    show_law(clock);
    if (in_full()) show_history(clock);
    show_commands(clock);
    page_.gap();
  }

  void show_concern(const ClockState& clock) {
    for (const auto& why : clock.proposed_why) line(tell<sentences::proposed_why>(why));
    const bool decided = clock.started != nullptr || clock.met != nullptr;
    if (!decided || in_full()) line(tell<sentences::concerned>(clock.concerned.why));
    if (!clock.clock->scope.insured || view_.organisation == nullptr) return;
    const auto& insurance = view_.organisation->insurance;
    if (!insurance.policy.empty() || !insurance.insurer.empty())
      line(tell<sentences::policy>(insurance.insurer, insurance.policy));
  }

  void show_start(const ClockState& clock) {
    if (clock.started != nullptr) {
      const auto& said = clock.started->said;
      line(tell<sentences::started>(zone_.show(clock.start), said.author, said.entry,
                                    clock.started->why));
    } else if (clock.status == ClockStatus::proposed) {
      line(tell<sentences::counted_from>(zone_.show(clock.start)));
    }
    if (!clock.fact) return;
    line(clock.fact_gone ? tell<sentences::fact_gone>(*clock.fact)
                         : tell<sentences::fact_entry>(*clock.fact));
  }

  void show_end(const ClockState& clock) {
    if (clock.met != nullptr) return show_met(clock);
    if (clock.waived != nullptr) {
      const auto& said = clock.waived->said;
      return line(tell<sentences::waived>(said.author, zone_.show(said.occurred), said.entry,
                                          clock.waived->why));
    }
    if (clock.start.known()) show_due(clock);
  }

  void show_met(const ClockState& clock) {
    const auto& said = clock.met->said;
    line(tell<sentences::met>(zone_.show(clock.met->at), said.author, said.entry));
    if (clock.late) line(tell<sentences::met_late>(zone_.show(clock.moments.due)));
    if (!clock.reference.empty()) line(tell<sentences::reference>(clock.reference));
  }

  void show_due(const ClockState& clock) {
    const auto& due = clock.moments.due;
    if (clock.regime == nullptr) return;
    if (!due.known()) return line(words_without_count(*clock.regime));
    if (view_.now > due)
      return line(tell<sentences::overdue>(zone_.show(due), span_of(view_.now - due)));
    line(tell<sentences::due>(zone_.show(due), span_of(due - view_.now)));
    if (clock.alert == ClockAlert::half) line(tell<sentences::half_gone>());
    if (clock.alert == ClockAlert::last_hours) line(tell<sentences::last_hours>());
  }

  static Message words_without_count(const sheet::Regime& regime) {
    return regime.limit.kind == sheet::TimeLimit::Kind::contract ? tell<sentences::by_contract>()
                                                                 : tell<sentences::at_once>();
  }

  static bool is_open(const ClockState& clock) {
    return clock.status == ClockStatus::running || clock.status == ClockStatus::overdue ||
           clock.status == ClockStatus::proposed;
  }

  void show_law(const ClockState& clock) {
    if (!is_open(clock) && !in_full()) return;
    line(tell<sentences::whom>(clock.clock->whom));
    line(tell<sentences::how>(clock.clock->how));
    if (!clock.clock->contact.empty())
      line(
          tell<sentences::contact>(view_.library.directory.told_to_call(clock.clock->contact, {})));
    if (clock.regime == nullptr) return line(tell<sentences::no_regime>());
    line(tell<sentences::source>(clock.regime->source, clock.regime->checked));
    if (!clock.regime->note.french.empty()) line(clock.regime->note);
  }

  void show_history(const ClockState& clock) {
    if (clock.history.empty()) return;
    line(tell<sentences::history>());
    for (const auto* act : clock.history) page_.paragraph(history_line(*act), indent + 2);
  }

  Message history_line(const ClockAct& act) const {
    const auto when = zone_.show(act.said.occurred);
    const auto at = zone_.show(act.at);
    const auto& who = act.said.author;
    if (act.step == ClockStep::start)
      return tell<sentences::history_started>(when, who, at, act.why);
    if (act.step == ClockStep::met)
      return tell<sentences::history_met>(when, who, at, act.reference);
    return tell<sentences::history_waived>(when, who, act.why);
  }

  void show_commands(const ClockState& clock) {
    const auto& id = clock.clock->id;
    if (clock.status == ClockStatus::proposed) {
      line(tell<sentences::start_command>(id, view_.file));
      line(tell<sentences::waive_command>(id, view_.file));
    } else if (is_open(clock)) {
      line(tell<sentences::met_command>(id, view_.file));
    }
  }

  casework::Page page_;
  const View& view_;
  const Zone& zone_;
};

}  // namespace

void show(Session& session, const View& view) {
  if (!session.json) return ClockPage(session, view).show();
  for (const auto& clock : view.clocks)
    if (view.only.empty() || clock.clock->id == view.only)
      session.line(incident::clock_state_json(clock, session.language));
}

}  // namespace digue::cli::verbs::clocks
