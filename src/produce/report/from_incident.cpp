#include "produce/report/from_incident.h"

#include <algorithm>

#include "base/hash.h"
#include "incident/acts.h"
#include "incident/case_numbers.h"
#include "incident/log_line.h"
#include "incident/plan.h"
#include "logbook/checkpoint.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

using incident::State;

static std::optional<finding::Value> value_named(std::string_view name) {
  for (const auto value : {finding::Value::yes, finding::Value::no, finding::Value::unknown})
    if (finding::value_name(value) == name) return value;
  return std::nullopt;
}

// The option's own words; free text stays as it was typed.
static Message words_of(const sheet::Step& step, const std::string& value) {
  for (const sheet::Option& option : step.options)
    if (option.value == value) return option.label;
  return as_message(value);
}

static Message about(const Message& title, const std::string& account) {
  return account.empty() ? title : tell<sentences::step_for_account>(title, account);
}

// What a person decided takes the place of what the evidence says; both are told.
static Question decided(const sheet::Step& step, const std::string& account,
                        const incident::Answer& answer, Question question) {
  question.text = about(step.title, account);
  question.answered_by = answer.said.author;
  if (const auto value = value_named(answer.value))
    question.answer.value = *value;
  else
    question.decided = words_of(step, answer.value);
  return question;
}

// Actions that the evidence speaks to are questions too: whether there is something to act on.
static bool is_question(const sheet::Step& step, bool evidence_speaks) {
  return evidence_speaks ||
         ((step.kind == sheet::StepKind::look || step.kind == sheet::StepKind::ask) &&
          !step.hidden && step.local.hidden.english.empty());
}

static void add_questions(Report& report, const State& state, const sheet::Sheet& sheet) {
  for (const sheet::Step& step : sheet.steps) {
    Question question;
    question.answer.item = step.id;
    question.text = step.title;
    const auto evidence = state.evidence_answers.find(step.id);
    if (evidence != state.evidence_answers.end()) question.answer = evidence->second.answer;
    bool answered = false;
    for (auto one = state.answers.lower_bound({step.id, ""});
         one != state.answers.end() && one->first.item == step.id; ++one) {
      report.questions.push_back(decided(step, one->first.account, one->second, question));
      answered = true;
    }
    if (answered || !is_question(step, evidence != state.evidence_answers.end())) continue;
    if (evidence == state.evidence_answers.end())
      question.answer.coverage = tell<sentences::nobody_answered>();
    report.questions.push_back(question);
  }
}

static StepState state_of(const incident::PlanLine& line) {
  if (line.state == incident::ActionState::to_do && !line.answer.empty()) return StepState::done;
  switch (line.state) {
    case incident::ActionState::to_do:
      return StepState::to_do;
    case incident::ActionState::in_progress:
      return StepState::in_progress;
    case incident::ActionState::done:
      return StepState::done;
    case incident::ActionState::partial:
      return StepState::partial;
    case incident::ActionState::impossible:
      return StepState::impossible;
    case incident::ActionState::not_applicable:
      return StepState::not_applicable;
    case incident::ActionState::delegated:
      return StepState::delegated;
    case incident::ActionState::postponed:
      return StepState::postponed;
  }
  return StepState::to_do;
}

// What to do and where to look; what is only asked stands with the answers.
static bool is_action(const incident::PlanLine& line) {
  return !line.hidden && line.step->kind != sheet::StepKind::ask;
}

Message priority_words(sheet::Priority priority) {
  if (priority == sheet::Priority::before) return tell<sentences::priority_before>();
  if (priority == sheet::Priority::after) return tell<sentences::priority_after>();
  return as_message(std::string(sheet::priority_name(priority)));
}

// The same step for another account, of which there is nothing else to say.
static bool stand_alike(const Step& a, const Step& b) {
  return a.id == b.id && !a.accounts.empty() && !b.accounts.empty() && a.state == b.state &&
         a.who == b.who && a.when == b.when && a.why == b.why && a.waits == b.waits;
}

static void add_plan(Report& report, const State& state, const sheet::Sheet& sheet) {
  for (const incident::PlanLine& line :
       incident::make_plan(sheet, state, incident::PlanOrder::priority).lines) {
    if (!is_action(line)) continue;
    Step step;
    step.id = line.step->id;
    step.priority = priority_words(line.priority);
    step.title = line.step->title;
    if (!line.account.empty()) step.accounts = {line.account};
    step.state = state_of(line);
    step.who = line.to.empty() ? line.said.author : line.to;
    step.when = line.said.occurred;
    step.why = line.why;
    step.waits = !line.blockers.empty() &&
                 line.blockers.front().kind == incident::Blocker::Kind::prerequisite;
    const auto alike = std::find_if(report.plan.begin(), report.plan.end(),
                                    [&](const Step& one) { return stand_alike(one, step); });
    if (alike == report.plan.end())
      report.plan.push_back(std::move(step));
    else
      alike->accounts.push_back(line.account);
  }
}

static void add_logbook(Report& report, const State& state, const std::string& checkpoint) {
  for (const incident::LogLine& line : state.log) {
    Entry entry;
    entry.position = line.position;
    entry.text =
        line.corrected_by ? tell<sentences::corrected>(line.text, *line.corrected_by) : line.text;
    entry.occurred = line.occurred;
    entry.recorded = line.recorded;
    entry.author = line.author;
    entry.leaf = line.leaf;
    entry.details = incident::details_of(line, state.zone);
    entry.when = incident::when_of(line, state.zone);
    // What the program notes by itself is no response.
    entry.is_act = line.is_act && !line.corrected_by && line.author != incident::program_author;
    report.logbook.push_back(std::move(entry));
  }
  Seal seal;
  seal.entries = state.log.size();
  if (!state.log.empty()) seal.head = state.log.back().leaf;
  if (const auto note = logbook::read_checkpoint(checkpoint)) {
    seal.entries = note->checkpoint.size;
    seal.root = to_hex(note->checkpoint.root);
  }
  seal.checkpoint = checkpoint;
  report.seal = std::move(seal);
}

// What was analysed, then what was only kept.
static void add_evidence(Report& report, const State& state) {
  report.sources = state.sources;
  for (const auto& [hash, piece] : state.evidence) {
    const bool analysed =
        std::any_of(state.sources.begin(), state.sources.end(),
                    [&](const finding::Source& source) { return source.sha256 == hash; });
    if (analysed) continue;
    finding::Source source;
    source.file = piece.name;
    source.sha256 = hash;
    source.bytes = piece.bytes;
    report.sources.push_back(std::move(source));
  }
}

static void add_perimeter(Report& report, const State& state) {
  for (const auto& [name, member] : state.accounts)
    if (member.standing == incident::Standing::compromised) report.compromised.push_back(name);
  for (const auto& [value, indicator] : state.indicators)
    if (indicator.kind == "address" && indicator.said.by_machine)
      report.intruder_addresses.push_back(value);
}

Report report_of(const State& state, const sheet::Sheet& sheet, const std::string& checkpoint) {
  Report report;
  report.zone = state.zone;
  report.head.incident = state.id;
  report.head.title = state.title;
  report.head.opened = state.opened;
  report.head.case_numbers = incident::case_numbers_line(state);
  report.findings = state.findings_in_order();
  add_perimeter(report, state);
  add_questions(report, state, sheet);
  add_evidence(report, state);
  add_plan(report, state, sheet);
  add_logbook(report, state, checkpoint);
  return report;
}

}  // namespace digue::produce::report
