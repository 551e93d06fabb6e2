#include "cli/verbs/qualify/show.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/casework/show.h"
#include "cli/verbs/qualify/sentences.h"

namespace digue::cli::verbs::qualifying {

using namespace incident;

namespace {

class SeverityPage {
 public:
  SeverityPage(Session& session, const View& view)
      : page_(session), view_(view), table_(view.table()), now_(view.qualification) {}

  void show() {
    show_degree();
    show_established();
    show_raise();
    show_next();
    if (view_.joined != nullptr) show_register(*view_.joined);
    show_axes();
    show_conclusions();
    show_rounds();
    show_history();
    page_.gap();
    page_.paragraph(tell<sentences::shown_table>(table_.version, table_.note));
  }

 private:
  Message degree(std::size_t rank) const { return table_.degrees.levels[rank].title; }
  // Of an entry, which may have been made with another table.
  Message degree_named(const std::string& id) const {
    const auto rank = table_.degrees.rank_named(id);
    return rank ? degree(*rank) : as_message(id);
  }

  void open_part(const Message& heading) {
    page_.gap();
    page_.heading(heading);
  }

  void show_degree() {
    page_.heading(tell<sentences::heading>(degree(now_.degree)));
    page_.paragraph(table_.degrees.levels[now_.degree].meaning);
    const auto& severity = now_.severity;
    if (severity.degree.settled())
      page_.paragraph(tell<sentences::settled>(degree(severity.degree.floor)));
    else
      page_.paragraph(tell<sentences::between>(degree(severity.degree.floor),
                                               degree(severity.degree.ceiling),
                                               degree(severity.working)));
    if (const auto& decision = now_.decision)
      page_.paragraph(tell<sentences::decided>(
          decision->by, view_.state.zone.show(decision->said.occurred), decision->why));
    if (now_.decision && !now_.overtaken) return;
    page_.paragraph(now_.overtaken ? tell<sentences::overtaken>() : tell<sentences::proposed>());
    page_.paragraph(
        tell<sentences::decide_command>(view_.file, table_.degrees.levels[severity.working].id), 2);
  }

  void show_input(std::size_t index, std::size_t indent) {
    const auto& input = table_.inputs[index];
    page_.paragraph(tell<sentences::input_line>(input.id, input.title), indent);
  }

  void show_established() {
    open_part(tell<sentences::heading_established>());
    if (now_.severity.established.empty())
      page_.paragraph(tell<sentences::nothing_established>(), 2);
    for (const auto index : now_.severity.established) {
      const auto& input = table_.inputs[index];
      page_.paragraph(tell<sentences::input_yes>(input.id, input.title), 2);
      for (const auto& ground : now_.inputs[index].grounds) page_.paragraph(words_of(ground), 6);
      if (now_.inputs[index].contradicted) page_.paragraph(tell<sentences::contradicted>(), 6);
    }
  }

  const sheet::Step* step_of(std::string_view item) const {
    const auto* sheet = view_.library.find(item.substr(0, item.find('/')));
    return sheet == nullptr ? nullptr : sheet->step(item);
  }

  // The label of the option, where the sheet has one.
  Message value_of(const Ground& ground) const {
    if (const auto* step = step_of(ground.item))
      for (const auto& option : step->options)
        if (option.value == ground.value) return option.label;
    return casework::value_word(ground.value);
  }

  Message words_of(const Ground& ground) const {
    if (ground.item.empty()) return tell<sentences::ground_accounts>(ground.value);
    if (ground.by_evidence)
      return tell<sentences::ground_evidence>(ground.item, value_of(ground),
                                              ground.findings.size());
    if (ground.said.author.empty())
      return tell<sentences::ground_state>(ground.item, value_of(ground));
    return tell<sentences::ground_person>(ground.item, value_of(ground), ground.said.author,
                                          view_.state.zone.show(ground.said.occurred),
                                          ground.said.entry);
  }

  // The worst that is possible; then, for each degree, the single answers that establish it.
  void show_raise() {
    const auto& severity = now_.severity;
    if (severity.degree.settled()) return;
    open_part(tell<sentences::heading_raise>());
    if (severity.to_ceiling.size() > 1) {
      page_.paragraph(tell<sentences::raise_to>(degree(severity.degree.ceiling)), 2);
      for (const auto index : severity.to_ceiling) show_input(index, 4);
    }
    for (std::size_t rank = severity.degree.ceiling; rank > severity.degree.floor; --rank)
      show_alone(rank);
  }

  void show_alone(std::size_t rank) {
    const auto establishes = [&](const OpenInput& open) { return open.if_yes == rank; };
    const auto& open = now_.severity.open;
    if (std::none_of(open.begin(), open.end(), establishes)) return;
    page_.paragraph(tell<sentences::raise_alone>(degree(rank)), 2);
    for (const auto& one : open)
      if (establishes(one)) show_input(one.input, 4);
  }

  void show_next() {
    open_part(tell<sentences::heading_next>());
    if (!now_.next) return page_.paragraph(tell<sentences::no_question>(), 2);
    const auto& open = *now_.next;
    show_input(open.input, 2);
    page_.paragraph(tell<sentences::usefulness>(open.changes, open.ways), 6);
    const auto& bounds = now_.severity.degree;
    if (open.if_yes != bounds.floor)
      page_.paragraph(tell<sentences::if_yes>(degree(open.if_yes)), 6);
    if (open.if_no != bounds.ceiling)
      page_.paragraph(tell<sentences::if_no>(degree(open.if_no)), 6);
    const auto& input = now_.inputs[open.input];
    if (input.asked) page_.paragraph(tell<sentences::asked_already>(), 6);
    const auto* step = step_of(input.ask);
    if (step == nullptr) return page_.paragraph(tell<sentences::no_step>(view_.file), 6);
    page_.paragraph(tell<sentences::step_line>(step->id, step->title), 6);
    const auto account = step->per_account ? tell<sentences::account_part>() : Message{};
    page_.paragraph(
        tell<sentences::answer_command>(step->id, values_of(*step), account, view_.file), 6);
  }

  static Message values_of(const sheet::Step& step) {
    if (step.answer == sheet::AnswerType::duration) return tell<sentences::duration_part>();
    if (sheet::is_list(step.answer)) return tell<sentences::names_part>();
    if (step.options.empty() && step.kind == sheet::StepKind::look)
      return tell<sentences::look_part>();
    if (step.options.empty()) return tell<sentences::value_part>();
    std::vector<std::string> values;
    for (const auto& option : step.options) values.push_back(option.value);
    return as_message(join(values, "|"));
  }

  void show_register(const JoinedRegister& joined) {
    const auto& reach = joined.reach;
    open_part(tell<sentences::heading_register>());
    if (reach.hosts.empty()) return page_.paragraph(tell<sentences::register_no_host>(), 2);
    if (!reach.unknown.empty())
      page_.paragraph(tell<sentences::register_unknown>(join(reach.unknown, ", ")), 2);
    if (reach.activities.empty()) page_.paragraph(tell<sentences::register_no_activity>(), 2);
    for (const auto& hit : reach.activities) show_activity(hit);
    if (!reach.data.empty())
      page_.paragraph(tell<sentences::register_data>(data_words(reach.data)), 2);
    for (const auto* partner : reach.partners)
      page_.paragraph(tell<sentences::register_partner>(partner->partner, partner->contact), 2);
    for (const auto& proposal : joined.proposals) show_proposal(proposal);
  }

  void show_activity(const HitActivity& hit) {
    const auto& activity = *hit.activity;
    const auto vital = !activity.vital   ? tell<sentences::vital_unknown>()
                       : *activity.vital ? tell<sentences::vital_yes>()
                                         : tell<sentences::vital_no>();
    page_.paragraph(tell<sentences::register_activity>(activity.name, vital, hit.through, hit.host),
                    2);
    if (activity.continuity.known && !activity.continuity.none())
      page_.paragraph(tell<sentences::register_continuity>(activity.continuity.how), 6);
    if (activity.degraded.none()) page_.paragraph(tell<sentences::register_no_degraded>(), 6);
    if (activity.degraded.known && !activity.degraded.none())
      page_.paragraph(tell<sentences::register_degraded>(activity.degraded.how,
                                                         held(activity.degraded_minutes)),
                      6);
    if (const auto until = degraded_until(view_.state, hit); until.known())
      page_.paragraph(tell<sentences::held_until>(view_.state.zone.show(until), hit.host), 6);
    if (activity.loss_per_day)
      page_.paragraph(tell<sentences::register_loss>(grouped(*activity.loss_per_day)), 6);
  }

  // "50 000" in French, "50,000" in English.
  static Message grouped(std::int64_t number) {
    Message out;
    const std::string digits = std::to_string(number);
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const bool new_group = i != 0 && (digits.size() - i) % 3 == 0;
      out.french += std::string(new_group ? "\u00a0" : "") + digits[i];
      out.english += std::string(new_group ? "," : "") + digits[i];
    }
    return out;
  }

  static Message data_words(const std::vector<std::string>& categories) {
    static const std::map<std::string, const Sentence*> words = {
        {"personal", &sentences::data_personal},
        {"health", &sentences::data_health},
        {"financial", &sentences::data_financial},
        {"classified", &sentences::data_classified},
        {"contractual", &sentences::data_contractual}};
    Message out;
    for (const auto& category : categories) {
      const auto word = compose(*words.at(category), {});
      out = out.english.empty() ? word : tell<sentences::listed>(out, word);
    }
    return out;
  }

  static Message held(const std::optional<int>& minutes) {
    if (!minutes) return tell<sentences::held_unknown>();
    if (*minutes % 60 == 0) return tell<sentences::held_hours>(*minutes / 60);
    return tell<sentences::held_minutes>(*minutes);
  }

  void show_proposal(const RegisterProposal& proposal) {
    const auto& input = table_.inputs[proposal.input];
    const auto value = std::string(value_name(proposal.value));
    page_.paragraph(
        tell<sentences::register_proposal>(input.id, input.title, casework::value_word(value)), 2);
    page_.paragraph(proposal.reason, 6);
    const auto step = step_to_say(view_.library, input, proposal.value, view_.state.sheet);
    if (!step.empty())
      page_.paragraph(tell<sentences::answer_command>(step, value, Message{}, view_.file), 6);
  }

  void show_axes() {
    open_part(tell<sentences::heading_axes>());
    for (std::size_t i = 0; i < table_.axes.size(); ++i) {
      const auto& axis = table_.axes[i];
      const auto& bounds = now_.severity.axes[i];
      const auto& floor = axis.levels[bounds.floor].title;
      const auto line =
          bounds.settled()
              ? tell<sentences::axis_settled>(axis.title, floor)
              : tell<sentences::axis_between>(axis.title, floor, axis.levels[bounds.ceiling].title);
      std::vector<std::string> because;
      for (const auto index : now_.severity.axis_established[i])
        because.push_back(table_.inputs[index].id);
      page_.paragraph(
          because.empty() ? line : tell<sentences::axis_because>(line, join(because, ", ")), 2);
    }
  }

  // Those that are owed and have something to propose; the others wait for their questions.
  void show_conclusions() {
    std::vector<const Conclusion*> proposed;
    std::size_t others = 0;
    for (const auto& conclusion : view_.conclusions) {
      if (!conclusion.owed || is_the_degree(conclusion)) continue;
      const bool some = !conclusion.proposed.empty() && conclusion.proposed != "unknown";
      if (some)
        proposed.push_back(&conclusion);
      else
        ++others;
    }
    if (proposed.empty()) return;
    open_part(tell<sentences::heading_conclusions>());
    for (const auto* conclusion : proposed) show_conclusion(*conclusion);
    if (others != 0) page_.paragraph(tell<sentences::more_conclusions>(others), 2);
  }

  // The conclusion that is the degree itself stands at the top of the page, and is decided there.
  bool is_the_degree(const Conclusion& conclusion) const {
    const auto& steps = table_.conclusions;
    return std::find(steps.begin(), steps.end(), conclusion.step->id) != steps.end();
  }

  void show_conclusion(const Conclusion& conclusion) {
    const auto& step = *conclusion.step;
    Ground ground;
    ground.item = step.id;
    ground.value = conclusion.proposed;
    page_.paragraph(tell<sentences::conclusion_line>(step.id, step.title, value_of(ground)), 2);
    page_.paragraph(conclusion.reason, 6);
    const auto account =
        conclusion.account.empty() ? Message{} : as_message(" --account " + conclusion.account);
    page_.paragraph(
        tell<sentences::answer_command>(step.id, conclusion.proposed, account, view_.file), 6);
  }

  void show_rounds() {
    open_part(tell<sentences::heading_rounds>());
    const auto changes = round_changes(view_.state, view_of(table_, now_));
    for (std::size_t i = 0; i < view_.state.rounds.size(); ++i)
      show_round(view_.state.rounds[i], changes[i]);
    if (view_.state.open_round() == nullptr)
      return page_.paragraph(tell<sentences::no_round>(view_.file), 2);
    if (const auto left = view_.minutes_left()) {
      const auto minutes = view_.state.open_round()->minutes;
      page_.paragraph(*left >= 0 ? tell<sentences::time_left>(*left, minutes)
                                 : tell<sentences::time_over>(-*left),
                      2);
    }
    page_.paragraph(tell<sentences::round_end_command>(view_.file), 2);
  }

  void show_round(const Round& round, const std::vector<InputChange>& changes) {
    const auto& zone = view_.state.zone;
    const auto started = zone.show(round.started);
    if (&round == view_.state.open_round())
      page_.paragraph(tell<sentences::round_open>(round.number, started), 2);
    else if (round.view.inputs.empty())
      page_.paragraph(tell<sentences::round_cut>(round.number, started, zone.show(round.ended)), 2);
    else
      page_.paragraph(tell<sentences::round_ended>(round.number, started, zone.show(round.ended),
                                                   degree_named(round.view.floor),
                                                   degree_named(round.view.ceiling)),
                      2);
    if (changes.empty() && round.number > 1) page_.paragraph(tell<sentences::no_change>(), 6);
    for (const auto& change : changes) {
      const auto index = table_.input_named(change.input);
      page_.paragraph(
          tell<sentences::change>(
              change.input, index ? table_.inputs[*index].title : as_message(change.input),
              casework::value_word(change.after), casework::value_word(change.before)),
          6);
    }
  }

  void show_history() {
    if (view_.state.severity.empty()) return;
    open_part(tell<sentences::heading_history>());
    for (const auto& decision : view_.state.severity)
      page_.paragraph(tell<sentences::history_line>(view_.state.zone.show(decision.said.occurred),
                                                    degree_named(decision.degree), decision.by,
                                                    degree_named(decision.before), decision.why),
                      2);
  }

  casework::Page page_;
  const View& view_;
  const sheet::SeverityTable& table_;
  const Qualification& now_;
};

}  // namespace

void show(Session& session, const View& view) {
  if (session.json) return session.line(severity_json(view, session.language));
  SeverityPage(session, view).show();
}

}  // namespace digue::cli::verbs::qualifying
