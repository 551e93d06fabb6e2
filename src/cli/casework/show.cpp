#include "cli/casework/show.h"

#include "base/hash.h"
#include "cli/casework/mention_sentences.h"
#include "cli/casework/mentions.h"
#include "cli/casework/page.h"
#include "cli/casework/sentences.h"
#include "cli/layout.h"
#include "incident/case_numbers.h"
#include "incident/json.h"
#include "incident/log_line.h"

namespace digue::cli::casework {

using namespace incident;

Message value_word(std::string_view value) {
  if (value == "yes") return tell<sentences::yes>();
  if (value == "no") return tell<sentences::no>();
  if (value == "unknown") return tell<sentences::unknown>();
  return as_message(std::string(value));
}

namespace {

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

void show_named(Page& page, const State& state) {
  if (state.named.empty()) return;
  page.gap();
  page.heading(tell<sentences::heading_named>());
  for (const auto& [value, entries] : state.named) page.paragraph(named_line(value, entries), 2);
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
  if (state.organisation != nullptr)
    page.paragraph(tell<sentences::shown_organisation>(
        state.organisation->name, state.organisation->file, state.organisation->said.entry));
  if (!state.severity.empty())
    page.paragraph(
        tell<sentences::shown_severity>(state.severity.back().title, state.severity.back().by,
                                        state.zone.show(state.severity.back().said.occurred)));
  if (state.closed.known())
    page.paragraph(tell<sentences::shown_closed>(state.zone.show(state.closed)));
  if (!state.case_numbers.empty()) page.paragraph(incident::case_numbers_line(state));
  page.paragraph(tell<sentences::shown_entries>(state.log.size(), state.findings.size(),
                                                state.answers.size(), state.evidence.size()));
  show_perimeter(page, state);
  show_findings(page, state);
  show_indicators(page, state);
  show_named(page, state);
  show_actions(page, state);
}

static void show_line(Page& page, const LogLine& line, const Zone& zone) {
  page.paragraph(tell<sentences::log_head>(line.position, when_of(line, zone), line.author));
  page.paragraph(line.text, 4);
  for (const auto& detail : details_of(line, zone)) page.paragraph(detail, 4);
  if (line.corrected_by) page.paragraph(tell<sentences::log_corrected>(*line.corrected_by), 4);
}

void show_log(Session& session, const State& state, const std::vector<std::size_t>& lines) {
  Page page(session);
  for (const auto at : lines) {
    const LogLine& line = state.log[at];
    if (session.json)
      session.line(log_line_json(line, session.language));
    else
      show_line(page, line, state.zone);
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

}  // namespace digue::cli::casework
