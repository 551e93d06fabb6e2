// What the one who comes must know, part by part.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/text.h"
#include "incident/alerts.h"
#include "incident/case_numbers.h"
#include "incident/clocks.h"
#include "incident/follow_up.h"
#include "incident/handover.h"
#include "incident/kinds.h"
#include "incident/owners.h"
#include "incident/plan.h"
#include "incident/qualification.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

class Summary {
 public:
  Summary(const sheet::Library& library, const State& state, Instant now)
      : library_(library), state_(state), now_(now), sheets_(sheets_in_play(library, state)) {
    for (const auto* sheet : sheets_) {
      const auto plan = make_plan(*sheet, state, PlanOrder::priority);
      lines_.insert(lines_.end(), plan.lines.begin(), plan.lines.end());
    }
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const PlanLine& a, const PlanLine& b) { return a.priority < b.priority; });
  }

  HandoverPage take() {
    severity();
    next();
    calls();
    part<sentences::part_case_numbers>("case-numbers");
    for (const auto& given : state_.case_numbers) add(case_number_line(given));
    part<sentences::part_clocks>("clocks");
    for (const auto& line :
         clock_lines(clock_states(library_, state_, nullptr, now_), state_.zone, now_))
      add(line);
    part<sentences::part_under_way>("under-way");
    add_steps({ActionState::in_progress, ActionState::partial});
    part<sentences::part_owed>("owed");
    add_steps({ActionState::delegated, ActionState::to_do});
    part<sentences::part_postponed>("postponed");
    add_steps({ActionState::postponed});
    temporary();
    questions();
    decisions();
    return {std::move(parts_), consoles()};
  }

 private:
  template <const Sentence& title>
  void part(std::string_view id) {
    parts_.push_back({id, tell<title>(), {}, 0});
  }
  void add(const Message& line) {
    auto& lines = parts_.back().lines;
    if (lines.size() >= max_handover_lines)
      ++parts_.back().left_out;
    else
      lines.push_back({std::string(trimmed(line.french)), std::string(trimmed(line.english))});
  }

  Message titled(const sheet::Step& step, const std::string& account) const {
    if (account.empty()) return step.title;
    return tell<sentences::title_for_account>(step.title, account);
  }

  void severity() {
    part<sentences::part_severity>("severity");
    if (!library_.severity.present()) return;
    const auto now = qualify(library_, state_);
    const auto& levels = library_.severity.degrees.levels;
    const auto& bounds = now.severity.degree;
    if (now.decision)
      add(tell<sentences::severity_decided>(levels[now.degree].title, now.decision->by,
                                            now.decision->why));
    add(tell<sentences::severity_bounds>(levels[bounds.floor].title, levels[bounds.ceiling].title));
    if (now.overtaken) add(tell<sentences::severity_overtaken>());
  }

  // What can be done now, whoever has it: questions are a part of their own.
  void next() {
    part<sentences::part_next>("next");
    for (const auto& line : lines_) {
      if (!line.is_open() || line.waits_for_another()) continue;
      if (line.step->answer != sheet::AnswerType::none) continue;
      if (parts_.back().lines.size() == handover_next_actions) break;
      const auto what = titled(*line.step, line.account);
      add(line.owner.empty() ? tell<sentences::next_step>(what, line.step->id)
                             : tell<sentences::next_step_of>(what, line.step->id, line.owner));
    }
  }

  void calls() {
    part<sentences::part_calls>("calls");
    for (const auto& call : alerts_of(library_, state_).owed())
      add(tell<sentences::call_owed>(library_.directory.told_to_call(call.contact, {}), call.say));
  }

  // Steps that stand so; of those to do, the ones that somebody has.
  void add_steps(std::initializer_list<ActionState> states) {
    for (const auto& line : lines_) {
      if (line.hidden || std::find(states.begin(), states.end(), line.state) == states.end())
        continue;
      if (line.state != ActionState::to_do || !line.owner.empty()) add(step_line(line));
    }
  }

  Message step_line(const PlanLine& line) const {
    const auto what = titled(*line.step, line.account);
    const auto who = line.owner.empty() ? line.said.author : line.owner;
    if (line.is_late(now_))
      return tell<sentences::step_late>(what, who, state_.zone.show(line.due), line.why);
    if (line.due.known())
      return tell<sentences::step_until>(what, who, state_.zone.show(line.due), line.why);
    return tell<sentences::step_of>(what, who, line.why);
  }

  void temporary() {
    part<sentences::part_temporary>("temporary");
    for (const auto* sheet : sheets_)
      for (const auto& measure : follow_up(*sheet, state_, now_).temporary) {
        const auto what = titled(*measure.step, measure.account);
        const auto when = state_.zone.show(measure.review);
        add(measure.due ? tell<sentences::measure_due>(what, when, measure.lifted_by->id)
                        : tell<sentences::measure_until>(what, when, measure.lifted_by->id));
      }
  }

  // What narrows the severity most, then the most urgent that nobody knows yet.
  void questions() {
    part<sentences::part_questions>("questions");
    std::string first;
    if (library_.severity.present()) {
      const auto now = qualify(library_, state_);
      if (now.next) first = now.inputs[now.next->input].ask;
    }
    const auto is_open = [](const PlanLine& line) {
      const bool unknown = line.answer.empty() || line.answer == "unknown" || line.asked_again;
      return !line.hidden && unknown && line.step->kind == sheet::StepKind::ask;
    };
    for (const bool chosen : {true, false})
      for (const auto& line : lines_)
        if (is_open(line) && (line.step->id == first) == chosen)
          add(tell<sentences::question_open>(titled(*line.step, line.account), line.step->id));
  }

  // The last ones, in order.
  void decisions() {
    part<sentences::part_decisions>("decisions");
    std::vector<const LogLine*> taken;
    for (const auto& line : state_.log)
      if (!line.corrected_by && (line.kind == kinds::decision || line.kind == kinds::severity))
        taken.push_back(&line);
    const auto most = std::min(taken.size(), max_handover_lines);
    parts_.back().left_out = taken.size() - most;
    for (auto i = taken.size() - most; i < taken.size(); ++i)
      parts_.back().lines.push_back(tell<sentences::decision_taken>(
          taken[i]->text, taken[i]->author, state_.zone.show(taken[i]->occurred)));
  }

  static bool is_left(const PlanLine& line) {
    constexpr std::array owed = {ActionState::impossible, ActionState::delegated,
                                 ActionState::postponed};
    const bool is_owed = std::find(owed.begin(), owed.end(), line.state) != owed.end();
    const bool is_answered = !line.answer.empty() && !line.asked_again;
    return !line.hidden && !is_answered && (line.is_open() || is_owed);
  }

  // Where the organisation does what is left.
  std::vector<ConsoleLeft> consoles() const {
    std::vector<ConsoleLeft> found;
    for (const auto& line : lines_)
      if (is_left(line))
        for (const auto& console : line.step->local.consoles) add_step(found, console, line);
    return found;
  }

  static void add_step(std::vector<ConsoleLeft>& found, const sheet::Console& console,
                       const PlanLine& line) {
    auto place = std::find_if(found.begin(), found.end(), [&](const ConsoleLeft& one) {
      return one.console.platform == console.platform && one.console.path == console.path &&
             one.console.address == console.address;
    });
    if (place == found.end()) place = found.insert(found.end(), {console, {}});
    auto& steps = place->steps;
    if (std::none_of(steps.begin(), steps.end(),
                     [&](const auto& step) { return step.item == line.step->id; }))
      steps.push_back({line.step->id, line.account, line.step->title});
  }

  const sheet::Library& library_;
  const State& state_;
  Instant now_;
  std::vector<const sheet::Sheet*> sheets_;
  std::vector<PlanLine> lines_;
  std::vector<HandoverPart> parts_;
};

}  // namespace

HandoverPage handover_summary(const sheet::Library& library, const State& state, Instant now) {
  return Summary(library, state, now).take();
}

}  // namespace digue::incident
