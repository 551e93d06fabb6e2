#include "cli/verbs/guide/step_page.h"

#include <algorithm>

#include "base/text.h"
#include "cli/casework/show.h"
#include "cli/verbs/guide/sentences.h"
#include "finding/finding.h"
#include "incident/qualification.h"
#include "incident/severity_json.h"
#include "sheet/overlay.h"

namespace digue::cli::verbs {

using incident::PlanLine;

void StepPage::show_standing() {
  for (const auto& call : beside_.alerts.owed()) show_call(call);
  show_severity();
  const auto& clocks = beside_.clock_lines;
  if (!clocks.empty()) dialogue_.say(clocks.front());
  if (clocks.size() > 1) dialogue_.say(tell<sentences::more_clocks>(clocks.size() - 1));
  dialogue_.gap();
}

// Large: whoever reads it has the telephone in one hand.
void StepPage::show_call(const incident::Call& call) {
  dialogue_.rule();
  bool first = true;
  for (const auto* contact : library_.directory.to_call(call.contact, beside_.profile)) {
    dialogue_.say(first ? tell<sentences::call_whom>(contact->titled())
                        : tell<sentences::call_or>(contact->titled()),
                  2);
    first = false;
    for (const auto& phone : contact->phones)
      dialogue_.say(phone.where.english.empty()
                        ? as_message(phone.number)
                        : tell<sentences::call_number>(phone.number, phone.where),
                    4);
    if (contact->phones.empty()) dialogue_.say(tell<sentences::call_no_number>(), 4);
  }
  if (!call.accounts.empty())
    dialogue_.say(tell<sentences::step_for>(join(call.accounts, ", ")), 2);
  dialogue_.say(tell<sentences::call_say>(call.say), 2);
  dialogue_.say(tell<sentences::call_key>(), 2);
  dialogue_.rule();
}

void StepPage::show_severity() {
  if (!library_.severity.present()) return;
  const auto now = incident::qualify(library_, state_);
  const auto& levels = library_.severity.degrees.levels;
  const auto& bounds = now.severity.degree;
  if (now.decision)
    dialogue_.say(tell<sentences::severity_decided>(levels[now.degree].title, now.decision->by));
  else
    dialogue_.say(tell<sentences::severity_working>(
        levels[now.degree].title, levels[bounds.floor].title, levels[bounds.ceiling].title));
  if (now.overtaken) dialogue_.say(tell<sentences::severity_moved>());
}

void StepPage::show_clocks() {
  dialogue_.gap();
  for (const auto& line : beside_.clock_lines) dialogue_.say(line);
  for (const auto& clock : beside_.alerts.clocks)
    dialogue_.say(tell<sentences::clock_to_settle>(clock.clock, clock.why));
  if (beside_.clock_lines.empty() && beside_.alerts.clocks.empty())
    dialogue_.say(tell<sentences::no_clock>());
}

void StepPage::show(const PlanLine& line) {
  const auto& step = *line.step;
  dialogue_.heading(tell<sentences::step_heading>(
      casework::priority_word(line.priority), step.id.substr(step.id.find('/') + 1), step.title));
  if (!line.account.empty()) dialogue_.say(tell<sentences::step_for>(line.account), 2);
  if (!line.owner.empty()) dialogue_.say(tell<sentences::step_owner>(line.owner), 2);
  if (!step.text.english.empty()) dialogue_.say(step.text, 2);
  show_before(line);
}

void StepPage::show_before(const PlanLine& line) {
  const auto& step = *line.step;
  for (const auto& impact : step.impacts)
    dialogue_.say(tell<sentences::step_impact>(impact.text), 2);
  for (const auto& evidence : step.preservation)
    dialogue_.say(tell<sentences::step_save_first>(evidence.text), 2);
  for (const auto& warning : line.warnings) dialogue_.say(warning, 2);
  for (const auto& beside : sheet::local_lines(step)) dialogue_.say(beside, 2);
  for (const auto& script : step.scripts)
    dialogue_.say(tell<sentences::step_command>(tell<sentences::step_script>(script, file_)), 2);
  if (!step.undo.english.empty()) dialogue_.say(tell<sentences::step_undo>(step.undo), 2);
  for (const auto& link : step.links)
    if (!link.sheet.empty()) dialogue_.say(tell<sentences::step_link>(link.title), 2);
}

void StepPage::show_options(const PlanLine& line) {
  const auto& step = *line.step;
  if (step.answer == sheet::AnswerType::none) return dialogue_.say(tell<sentences::menu_act>());
  for (std::size_t i = 0; i < step.options.size(); ++i)
    dialogue_.say(tell<sentences::choice_line>(i + 1, step.options[i].label), 2);
  if (!step.has_options()) dialogue_.say(tell<sentences::menu_type>());
  const auto offer = proposed(line);
  if (!offer) return;
  const auto option = std::find_if(step.options.begin(), step.options.end(),
                                   [&](const auto& one) { return one.value == offer->value; });
  const auto label = option == step.options.end() ? as_message(offer->value) : option->label;
  dialogue_.say(tell<sentences::proposal>(label, offer->reason), 2);
}

static bool offers(const sheet::Step& step, const std::string& value) {
  return std::any_of(step.options.begin(), step.options.end(),
                     [&](const auto& option) { return option.value == value; });
}

std::optional<Proposed> StepPage::proposed(const PlanLine& line) const {
  for (const auto& one : beside_.follow_up.conclusions)
    if (one.step == line.step && one.account == line.account && !one.proposed.empty())
      return Proposed{one.proposed, one.reason};
  if (line.evidence != "unknown" && offers(*line.step, line.evidence))
    return Proposed{line.evidence, tell<sentences::evidence_says>(line.findings.size())};
  return by_register(line);
}

// The step is the one by which a person would say so.
std::optional<Proposed> StepPage::by_register(const PlanLine& line) const {
  if (organisation_ == nullptr || organisation_->registry.empty()) return std::nullopt;
  const auto& table = library_.severity;
  const auto joined = incident::join_register(organisation_->registry, table, state_,
                                              incident::qualify(library_, state_));
  for (const auto& proposal : joined.proposals) {
    const auto& input = table.inputs[proposal.input];
    const std::string value(finding::value_name(proposal.value));
    if (incident::step_to_say(library_, input, proposal.value, state_.sheet) == line.step->id &&
        offers(*line.step, value))
      return Proposed{value, proposal.reason};
  }
  return std::nullopt;
}

}  // namespace digue::cli::verbs
