#include "incident/plan.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "incident/facts.h"
#include "incident/follow_up.h"
#include "incident/sentences.h"

namespace digue::incident {

std::string_view blocker_name(Blocker::Kind kind) {
  static constexpr std::array<std::string_view, 3> names = {"prerequisite", "impact",
                                                            "preservation"};
  return names[static_cast<std::size_t>(kind)];
}

static constexpr std::array<std::string_view, 3> order_names = {"priority", "theme", "person"};

std::string_view order_name(PlanOrder order) {
  return order_names[static_cast<std::size_t>(order)];
}

std::optional<PlanOrder> order_named(std::string_view name) {
  const auto found = std::find(order_names.begin(), order_names.end(), name);
  if (found == order_names.end()) return std::nullopt;
  return static_cast<PlanOrder>(found - order_names.begin());
}

// Done, or set aside with a reason.
static bool lets_pass(std::string_view state) {
  return state == "done" || state == "not-applicable" || state == "impossible";
}

static void add_prerequisites(const sheet::Sheet& sheet, const StateFacts& facts,
                              const sheet::Step& step, std::vector<Blocker>& blockers) {
  for (const auto& id : step.prerequisites) {
    const auto* first = sheet.step(id);
    if (first == nullptr || lets_pass(facts.state(id))) continue;
    if (!first->local.hidden.english.empty()) continue;  // nobody here will do it
    blockers.push_back(
        {Blocker::Kind::prerequisite, id, tell<sentences::blocked_by_step>(id, first->title)});
  }
}

std::vector<Blocker> blockers_of(const sheet::Sheet& sheet, const State& state,
                                 const sheet::Step& step, const std::string& account) {
  std::vector<Blocker> blockers;
  const Target target{step.id, account};
  add_prerequisites(sheet, StateFacts(sheet, state, account), step, blockers);
  if (!step.impacts.empty() && !state.impacts.contains(target))
    blockers.push_back(
        {Blocker::Kind::impact, {}, tell<sentences::blocked_by_impact>(step.impacts.front().text)});
  if (!step.preservation.empty() && !state.preservations.contains(target))
    blockers.push_back({Blocker::Kind::preservation,
                        {},
                        tell<sentences::blocked_by_preservation>(step.preservation.front().text)});
  return blockers;
}

namespace {

class Planner {
 public:
  Planner(const sheet::Sheet& sheet, const State& state) : sheet_(sheet), state_(state) {}

  void add(const sheet::Step& step, std::vector<PlanLine>& lines) const {
    if (step.kind == sheet::StepKind::rule) return;
    auto accounts = state_.accounts_in_perimeter();
    if (!step.per_account || accounts.empty()) accounts = {""};
    for (const auto& account : accounts) lines.push_back(line_of(step, account));
  }

 private:
  PlanLine line_of(const sheet::Step& step, const std::string& account) const {
    const Target target{step.id, account};
    const StateFacts facts(sheet_, state_, account);
    PlanLine line;
    line.step = &step;
    line.account = account;
    line.state = state_.state_of(target);
    fill_said(target, line);
    line.asked_again = is_asked_again(step, state_, target);
    if (line.asked_again && !state_.actions.contains(target)) line.state = ActionState::to_do;
    line.evidence = facts.evidence(step.id);
    fill_findings(line);
    if (line.state == ActionState::to_do || line.state == ActionState::postponed)
      line.blockers = blockers_of(sheet_, state_, step, account);
    auto ruled = sheet::standing(sheet_, step, facts);
    line.hidden = ruled.hidden;
    line.priority = ruled.priority;
    line.reasons = std::move(ruled.reasons);
    line.warnings = std::move(ruled.warnings);
    return line;
  }

  void fill_said(const Target& target, PlanLine& line) const {
    if (const auto answer = state_.answers.find(target); answer != state_.answers.end()) {
      line.answer = answer->second.value;
      line.why = answer->second.why;
      line.said = answer->second.said;
    }
    if (const auto action = state_.actions.find(target); action != state_.actions.end()) {
      line.why = action->second.why;
      line.to = action->second.to;
      line.due = action->second.due;
      line.said = action->second.said;
    }
    if (const auto owner = state_.owners.find(target); owner != state_.owners.end()) {
      line.owner = owner->second.name;
      if (!line.due.known()) line.due = owner->second.until;
    } else if (!line.step->local.owners.empty()) {
      line.owner = line.step->local.owners.front();  // as the organisation prepared it
    }
  }

  static bool holds(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  }

  void fill_findings(PlanLine& line) const {
    for (const auto& [id, taken] : state_.findings) {
      const auto& finding = taken.finding;
      const bool mine =
          line.account.empty() || finding.accounts.empty() || holds(finding.accounts, line.account);
      if (mine && holds(finding.items, line.step->id)) line.findings.push_back(id);
    }
  }

  const sheet::Sheet& sheet_;
  const State& state_;
};

}  // namespace

// By priority, all that is to be done for one account stands together within a priority when the
// steps are per account: the order of the sheet, repeated for each account, is the order to act in.
static void order_by_priority(std::vector<PlanLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PlanLine& a, const PlanLine& b) { return a.priority < b.priority; });
}

static void order_by_person(std::vector<PlanLine>& lines) {
  const auto key = [](const PlanLine& line) {
    return std::tuple(line.owner.empty(), std::string_view(line.owner), line.priority);
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const PlanLine& a, const PlanLine& b) { return key(a) < key(b); });
}

static void order_by_theme(const sheet::Sheet& sheet, std::vector<PlanLine>& lines) {
  const auto rank = [&](const PlanLine& line) {
    for (std::size_t i = 0; i < sheet.themes.size(); ++i)
      if (sheet.themes[i].id == line.step->theme) return i;
    return sheet.themes.size();
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const PlanLine& a, const PlanLine& b) { return rank(a) < rank(b); });
}

Plan make_plan(const sheet::Sheet& sheet, const State& state, PlanOrder order) {
  Plan plan;
  const Planner planner(sheet, state);
  for (const auto& step : sheet.steps) planner.add(step, plan.lines);
  if (order == PlanOrder::priority) order_by_priority(plan.lines);
  if (order == PlanOrder::theme) order_by_theme(sheet, plan.lines);
  if (order == PlanOrder::person) order_by_person(plan.lines);
  return plan;
}

Plan plan_by_person(const std::vector<const sheet::Sheet*>& sheets, const State& state) {
  Plan plan;
  for (const auto* sheet : sheets)
    for (auto& line : make_plan(*sheet, state, PlanOrder::priority).lines)
      if (sheet == sheets.front() || !line.owner.empty()) plan.lines.push_back(std::move(line));
  order_by_person(plan.lines);
  return plan;
}

bool PlanLine::is_open() const {
  return !hidden && (state == ActionState::to_do || state == ActionState::in_progress ||
                     state == ActionState::partial);
}

bool PlanLine::is_late(Instant now) const {
  return due.known() && due < now && !hidden && !is_settled(state);
}

bool PlanLine::waits_for_another() const {
  return std::any_of(blockers.begin(), blockers.end(), [](const Blocker& blocker) {
    return blocker.kind == Blocker::Kind::prerequisite;
  });
}

const PlanLine* Plan::next() const {
  const PlanLine* best = nullptr;
  for (const auto& line : lines) {
    if (!line.is_open() || line.waits_for_another()) continue;
    if (best == nullptr || line.priority < best->priority) best = &line;
  }
  return best;
}

}  // namespace digue::incident
