#include "cli/casework/show.h"

#include "base/hash.h"
#include "cli/casework/json.h"
#include "cli/casework/sentences.h"
#include "cli/layout.h"

namespace digue::cli::casework {

using namespace incident;

Message value_word(std::string_view value) {
  if (value == "yes") return tell<sentences::yes>();
  if (value == "no") return tell<sentences::no>();
  if (value == "unknown") return tell<sentences::unknown>();
  return as_message(std::string(value));
}

namespace {

// Lines of text in the person's language.
class Page {
 public:
  explicit Page(Session& session) : session_(session) {}

  void heading(const Message& message) {
    const auto& text = message.in(session_.language);
    session_.line(harmless(text));
    session_.line(std::string(width_of(text), '-'));
  }
  void paragraph(const Message& message, std::size_t indent = 0) {
    session_.print(wrapped(message.in(session_.language), indent, indent + 2));
  }
  void gap() { session_.print("\n"); }

 private:
  Session& session_;
};

Message target_text(const Target& target) {
  if (target.account.empty()) return as_message(target.item);
  return tell<sentences::target_line>(target.item, target.account);
}

void show_members(Page& page, const std::map<std::string, Member>& members) {
  for (const auto& [name, member] : members)
    page.paragraph(tell<sentences::member_line>(name, compose(standing_label(member.standing), {}),
                                                member.why),
                   2);
}

void show_indicators(Page& page, const State& state) {
  if (state.indicators.empty()) return;
  page.gap();
  page.heading(tell<sentences::heading_indicators>());
  for (const auto& [value, indicator] : state.indicators) {
    if (indicator.treatment == Treatment::block)
      page.paragraph(tell<sentences::indicator_blocked>(value, state.zone.show(indicator.expires),
                                                        indicator.why),
                     2);
    else
      page.paragraph(tell<sentences::indicator_observed>(value, indicator.why), 2);
  }
}

void show_actions(Page& page, const State& state) {
  if (state.actions.empty()) return;
  page.gap();
  page.heading(tell<sentences::heading_actions>());
  for (const auto& [target, action] : state.actions)
    page.paragraph(tell<sentences::action_line>(
                       target_text(target), compose(state_label(action.state), {}),
                       action.said.author, state.zone.show(action.said.occurred), action.why),
                   2);
}

void show_findings(Page& page, const State& state) {
  if (state.findings.empty()) return;
  page.gap();
  page.heading(tell<sentences::heading_findings>());
  for (const auto& finding : state.findings_in_order())
    page.paragraph(
        tell<sentences::finding_line>(finding::severity_name(finding.severity), finding.title), 2);
}

void show_perimeter(Page& page, const State& state) {
  page.gap();
  page.heading(tell<sentences::heading_perimeter>());
  if (state.accounts.empty() && state.hosts.empty())
    page.paragraph(tell<sentences::perimeter_empty>(), 2);
  show_members(page, state.accounts);
  show_members(page, state.hosts);
  if (state.people.empty()) return;
  page.gap();
  page.heading(tell<sentences::heading_people>());
  for (const auto& [name, person] : state.people)
    page.paragraph(tell<sentences::person_line>(name, person.role, person.contact), 2);
}

}  // namespace

void show_incident(Session& session, const State& state) {
  if (session.json) return session.line(incident_json(state));
  Page page(session);
  page.heading(tell<sentences::heading_incident>(state.id, state.title));
  page.paragraph(
      tell<sentences::shown_sheet>(state.sheet, state.zone.name(), state.zone.show(state.opened)));
  if (state.closed.known())
    page.paragraph(tell<sentences::shown_closed>(state.zone.show(state.closed)));
  page.paragraph(tell<sentences::shown_entries>(state.log.size(), state.findings.size(),
                                                state.answers.size(), state.evidence.size()));
  show_perimeter(page, state);
  show_findings(page, state);
  show_indicators(page, state);
  show_actions(page, state);
}

// Written more than this after it happened is told: paper lines, a person who came back.
static constexpr std::int64_t late_ms = 5 * minute_ms;

void show_log(Session& session, const State& state) {
  Page page(session);
  for (const auto& line : state.log) {
    if (session.json) {
      session.line(log_line_json(line, session.language));
      continue;
    }
    page.paragraph(
        tell<sentences::log_head>(line.position, state.zone.show(line.occurred), line.author));
    page.paragraph(line.text, 4);
    if (line.corrected_by) page.paragraph(tell<sentences::log_corrected>(*line.corrected_by), 4);
    if (line.recorded - line.occurred > late_ms)
      page.paragraph(tell<sentences::log_late>(state.zone.show(line.recorded)), 4);
  }
}

void show_verdict(Session& session, const logbook::Verdict& verdict, bool has_checkpoints) {
  Page page(session);
  for (const auto& problem : verdict.problems) {
    if (session.json)
      session.line(problem_json(problem, session.language));
    else
      page.paragraph(problem.message);
  }
  if (session.json) return session.line(verdict_json(verdict));
  if (verdict.problems_left_out > 0)
    page.paragraph(tell<sentences::verdict_more>(verdict.problems_left_out));
  if (verdict.intact())
    page.paragraph(tell<sentences::verdict_intact>(verdict.entries, verdict.own_signatures,
                                                   verdict.vouched, verdict.redacted,
                                                   verdict.checkpoints));
  else
    page.paragraph(tell<sentences::verdict_broken>(
        verdict.problems.size() + verdict.problems_left_out, verdict.entries));
  page.paragraph(tell<sentences::verdict_root>(to_hex(verdict.root)));
  if (!has_checkpoints) page.paragraph(tell<sentences::verdict_alone>());
}

namespace {

void show_plan_line(Page& page, const PlanLine& line, const State& state) {
  page.paragraph(tell<sentences::plan_line>(sheet::priority_name(line.priority), line.step->id,
                                            line.step->title));
  if (!line.account.empty()) page.paragraph(tell<sentences::plan_for>(line.account), 5);
  if (!line.said.author.empty())
    page.paragraph(
        tell<sentences::plan_state>(compose(state_label(line.state), {}), line.said.author,
                                    state.zone.show(line.said.occurred), line.why),
        5);
  if (!line.answer.empty())
    page.paragraph(tell<sentences::plan_answer>(value_word(line.answer)), 5);
  if (!line.evidence.empty())
    page.paragraph(tell<sentences::plan_evidence>(value_word(line.evidence), line.findings.size()),
                   5);
  for (const auto& warning : line.warnings) page.paragraph(tell<sentences::warning>(warning), 5);
  for (const auto& reason : line.reasons) page.paragraph(tell<sentences::plan_rule>(reason), 5);
  for (const auto& blocker : line.blockers)
    page.paragraph(tell<sentences::plan_before>(blocker.message), 5);
}

void show_plan_end(Page& page, const Plan& plan) {
  std::size_t settled = 0, hidden = 0;
  for (const auto& line : plan.lines) {
    if (line.hidden)
      ++hidden;
    else if (is_settled(line.state))
      ++settled;
  }
  page.gap();
  page.paragraph(tell<sentences::plan_done>(settled, plan.lines.size() - settled - hidden, hidden));
  const auto* next = plan.next();
  if (next == nullptr) return page.paragraph(tell<sentences::plan_nothing>());
  const Message title = next->account.empty()
                            ? next->step->title
                            : tell<sentences::target_line>(next->step->title, next->account);
  page.paragraph(tell<sentences::plan_next>(title));
}

}  // namespace

void show_plan(Session& session, const Plan& plan, const State& state, bool all) {
  Page page(session);
  for (const auto& line : plan.lines) {
    if (session.json)
      session.line(plan_line_json(line, session.language));
    else if (all || (!line.hidden && !is_settled(line.state)))
      show_plan_line(page, line, state);
  }
  if (!session.json) show_plan_end(page, plan);
}

}  // namespace digue::cli::casework
