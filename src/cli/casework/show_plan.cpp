// The plan for a person: what is the same for several accounts is said once.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "incident/json.h"
#include "incident/owners.h"
#include "sheet/overlay.h"

namespace digue::cli::casework {

using namespace incident;

namespace {

constexpr std::size_t indent = 7;

// Lines of one step that stand alike: same state, same obstacles, same reasons.
struct Group {
  std::vector<const PlanLine*> lines;
  const PlanLine& head() const { return *lines.front(); }
};

bool same_obstacles(const PlanLine& a, const PlanLine& b) {
  return std::equal(a.blockers.begin(), a.blockers.end(), b.blockers.begin(), b.blockers.end(),
                    [](const Blocker& x, const Blocker& y) { return x.message == y.message; });
}

bool stand_alike(const PlanLine& a, const PlanLine& b) {
  return a.step == b.step && a.priority == b.priority && a.state == b.state && a.why == b.why &&
         a.answer == b.answer && a.asked_again == b.asked_again && a.said.author == b.said.author &&
         a.owner == b.owner && a.due == b.due && a.reasons == b.reasons &&
         a.warnings == b.warnings && same_obstacles(a, b);
}

bool is_wanted(const PlanLine& line, const PlanView& view) {
  if (!view.all && (line.hidden || is_settled(line.state))) return false;
  return view.priority.empty() || view.priority == sheet::priority_name(line.priority);
}

std::vector<Group> groups_of(const Plan& plan, const PlanView& view) {
  std::vector<Group> groups;
  for (const auto& line : plan.lines) {
    if (!is_wanted(line, view)) continue;
    const auto alike = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return stand_alike(group.head(), line);
    });
    if (alike == groups.end())
      groups.push_back({{&line}});
    else
      alike->lines.push_back(&line);
  }
  if (view.next != 0 && groups.size() > view.next) groups.resize(view.next);
  return groups;
}

class PlanPage {
 public:
  PlanPage(Session& session, const State& state, const PlanView& view)
      : page_(session), state_(state), view_(view) {}

  void show(const Plan& plan) {
    const auto groups = groups_of(plan, view_);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto& owner = groups[i].head().owner;
      if (view_.by_person && (i == 0 || groups[i - 1].head().owner != owner))
        show_person(plan, owner);
      show_group(groups[i]);
    }
    page_.gap();
    show_end(plan);
  }

 private:
  void show_person(const Plan& plan, const std::string& owner) {
    std::size_t owed = 0, late = 0;
    for (const auto& line : plan.lines) {
      if (line.owner != owner || line.hidden || is_settled(line.state)) continue;
      ++owed;
      if (line.is_late(view_.now)) ++late;
    }
    page_.gap();
    page_.heading(owner.empty()
                      ? tell<sentences::heading_nobody>(owed, late)
                      : tell<sentences::heading_person>(name_with_role(state_, owner), owed, late));
  }

  // Of another sheet than the incident's, the step is told with its sheet.
  std::string number_of(const sheet::Step& step) const {
    const auto slash = step.id.find('/');
    return step.id.substr(0, slash) == state_.sheet ? step.id.substr(slash + 1) : step.id;
  }

  void show_group(const Group& group) {
    const auto& line = group.head();
    if (view_.next != 0) page_.gap();
    page_.paragraph(tell<sentences::plan_line>(priority_word(line.priority), number_of(*line.step),
                                               line.step->title));
    if (view_.next != 0 && !line.step->text.english.empty())
      page_.paragraph(line.step->text, indent);
    show_accounts(group);
    show_standing(line);
    for (const auto& blocker : line.blockers)
      page_.paragraph(tell<sentences::plan_before>(blocker.message), indent);
    if (view_.next != 0) show_commands(line);
  }

  // Never silently: what the organisation hides is counted, with its reasons.
  void show_hidden(const Plan& plan) {
    std::vector<const sheet::Step*> hidden;
    for (const auto& line : plan.lines)
      if (!sheet::hidden_line(*line.step).english.empty() &&
          std::find(hidden.begin(), hidden.end(), line.step) == hidden.end())
        hidden.push_back(line.step);
    if (hidden.empty()) return;
    page_.paragraph(tell<sentences::plan_hidden>(hidden.size()));
    for (const auto* step : hidden)
      page_.paragraph(
          tell<sentences::plan_hidden_step>(number_of(*step), step->title, step->local.hidden),
          indent);
  }

  void show_accounts(const Group& group) {
    std::vector<std::string> accounts;
    for (const auto* line : group.lines)
      if (!line->account.empty()) accounts.push_back(line->account);
    if (!accounts.empty()) page_.paragraph(tell<sentences::plan_for>(join(accounts, ", ")), indent);
    for (const auto* line : group.lines) {
      if (line->evidence != "yes") continue;
      const auto about =
          line->account.empty() ? tell<sentences::plan_evidence_all>() : as_message(line->account);
      page_.paragraph(tell<sentences::plan_evidence>(about, line->findings.size()), indent);
    }
  }

  void show_standing(const PlanLine& line) {
    if (!line.said.author.empty())
      page_.paragraph(
          tell<sentences::plan_state>(compose(state_label(line.state), {}), line.said.author,
                                      state_.zone.show(line.said.occurred), line.why),
          indent);
    show_owner(line);
    if (!line.answer.empty())
      page_.paragraph(tell<sentences::plan_answer>(value_word(line.answer)), indent);
    if (line.asked_again) page_.paragraph(tell<sentences::plan_again>(), indent);
    for (const auto& warning : line.warnings)
      page_.paragraph(tell<sentences::warning>(warning), indent);
    for (const auto& reason : line.reasons)
      page_.paragraph(tell<sentences::plan_rule>(reason), indent);
  }

  void show_owner(const PlanLine& line) {
    if (is_settled(line.state)) return;
    const bool named = !line.owner.empty() && !view_.by_person;
    const auto until = state_.zone.show(line.due);
    if (line.is_late(view_.now))
      page_.paragraph(named ? tell<sentences::plan_late_of>(line.owner, until)
                            : tell<sentences::plan_late>(until),
                      indent);
    else if (named)
      page_.paragraph(line.due.known() ? tell<sentences::plan_owner_until>(line.owner, until)
                                       : tell<sentences::plan_owner>(line.owner),
                      indent);
    else if (line.due.known())
      page_.paragraph(tell<sentences::plan_until>(until), indent);
  }

  // What to type: the script that does it, then the line that says it is done.
  void show_commands(const PlanLine& line) {
    const auto& step = *line.step;
    for (const auto& beside : sheet::local_lines(step)) page_.paragraph(beside, indent);
    for (const auto& script : step.scripts)
      page_.paragraph(tell<sentences::plan_script>(script, view_.file), indent);
    const bool question = step.has_options();
    const auto account = line.account.empty() ? Message{} : tell<sentences::plan_account>();
    page_.paragraph(question ? tell<sentences::plan_command_answer>(step.id, account, view_.file)
                             : tell<sentences::plan_command_act>(step.id, account, view_.file),
                    indent);
    if (!step.undo.english.empty()) page_.paragraph(tell<sentences::plan_undo>(step.undo), indent);
  }

  void show_end(const Plan& plan) {
    std::size_t settled = 0, hidden = 0, by_organisation = 0;
    for (const auto& line : plan.lines) {
      if (!sheet::hidden_line(*line.step).english.empty())
        ++by_organisation;
      else if (line.hidden)
        ++hidden;
      else if (is_settled(line.state))
        ++settled;
    }
    page_.paragraph(tell<sentences::plan_done>(
        settled, plan.lines.size() - settled - hidden - by_organisation, hidden));
    show_hidden(plan);
    const auto* next = plan.next();
    if (next == nullptr) return page_.paragraph(tell<sentences::plan_nothing>());
    const Message title = next->account.empty()
                              ? next->step->title
                              : tell<sentences::target_line>(next->step->title, next->account);
    page_.paragraph(tell<sentences::plan_next>(title));
  }

  Page page_;
  const State& state_;
  const PlanView& view_;
};

}  // namespace

Message priority_word(sheet::Priority priority) {
  if (priority == sheet::Priority::before) return tell<sentences::priority_before>();
  if (priority == sheet::Priority::after) return tell<sentences::priority_after>();
  return as_message(std::string(sheet::priority_name(priority)));
}

void show_plan(Session& session, const Plan& plan, const State& state, const PlanView& view) {
  if (!session.json) return PlanPage(session, state, view).show(plan);
  for (const auto& line : plan.lines) session.line(plan_line_json(line, session.language));
}

}  // namespace digue::cli::casework
