#include "cacao/description.h"

#include <algorithm>

#include "base/text.h"
#include "cacao/sentences.h"

namespace digue::cacao {

namespace {

// Lines in one language; what is empty is left out.
class Lines {
 public:
  explicit Lines(Language language) : language_(language) {}

  void add(const Message& text) {
    if (!text.in(language_).empty()) lines_.push_back(text.in(language_));
  }
  template <const Sentence& sentence>
  void add_as(const Message& text) {
    if (!text.in(language_).empty()) lines_.push_back(tell<sentence>(text).in(language_));
  }
  template <const Sentence& sentence>
  void add_list(const std::vector<std::string>& words) {
    if (!words.empty()) lines_.push_back(tell<sentence>(join(words, ", ")).in(language_));
  }
  void add_remarks(const std::vector<sheet::Remark>& remarks) {
    for (const auto& remark : remarks) {
      if (remark.important)
        add_as<sentences::important>(remark.text);
      else
        add_as<sentences::remark>(remark.text);
    }
  }
  std::string text() const { return join(lines_, "\n"); }

 private:
  Language language_;
  std::vector<std::string> lines_;
};

}  // namespace

// Where the step stands, with what is said once of its measure and of its action.
static void add_place(Lines& lines, const sheet::Sheet& sheet, const sheet::Step& step) {
  const auto* measure = sheet.measure(step.measure);
  const auto* action = sheet.action(step.action);
  if (measure == nullptr || action == nullptr) return;
  const auto is_first = [&](auto member, const std::string& id) {
    for (const auto& other : sheet.steps)
      if (other.*member == id) return &other == &step;
    return false;
  };
  const auto title = measure->label.empty()
                         ? measure->title
                         : tell<sentences::measure_of>(measure->label, measure->title);
  lines.add(tell<sentences::within>(title, action->title));
  if (is_first(&sheet::Step::measure, measure->id)) lines.add_remarks(measure->remarks);
  if (is_first(&sheet::Step::action, action->id)) lines.add_remarks(action->remarks);
}

static void add_answers(Lines& lines, const sheet::Step& step) {
  for (const auto& option : step.options)
    lines.add(option.then.english.empty()
                  ? tell<sentences::option>(option.value, option.label)
                  : tell<sentences::option_then>(option.value, option.label, option.then));
  if (step.answer != sheet::AnswerType::none && step.options.empty())
    lines.add(tell<sentences::answer_is>(answer_type_name(step.answer)));
  if (step.conclusion) lines.add(tell<sentences::conclusion>());
  for (const auto& proposal : step.proposals)
    lines.add(tell<sentences::proposed>(proposal.value, proposal.reason));
}

static Message said_of(const sheet::Effect& effect, const Message& reason) {
  switch (effect.kind) {
    case sheet::Effect::Kind::hide:
      return tell<sentences::set_aside>(reason);
    case sheet::Effect::Kind::show:
      return tell<sentences::brought_in>(reason);
    case sheet::Effect::Kind::raise:
    case sheet::Effect::Kind::lower:
      return tell<sentences::moved_to>(priority_name(effect.to), reason);
    case sheet::Effect::Kind::warn:
      return tell<sentences::may_warn>(reason);
    default:
      return {};  // calls and clocks are commands
  }
}

// What the rules do to the step: a small engine does not, and the person must decide.
static void add_rules(Lines& lines, const sheet::Sheet& sheet, const sheet::Step& step) {
  for (const auto& rule : sheet.rules)
    for (const auto& effect : rule.effects)
      if (std::find(effect.steps.begin(), effect.steps.end(), step.id) != effect.steps.end())
        lines.add(said_of(effect, rule.reason));
}

static void add_duties(Lines& lines, const sheet::Step& step) {
  lines.add_list<sentences::after_steps>(step.prerequisites);
  if (step.temporary)
    lines.add(tell<sentences::temporary>(step.temporary->review_hours, step.temporary->lifted_by));
  if (step.proof) lines.add_as<sentences::proof>(step.proof->text);
  lines.add_as<sentences::without_user>(step.without_user);
  lines.add_as<sentences::undo>(step.undo);
  lines.add_list<sentences::analysed_by>(step.analyses);
  lines.add_list<sentences::scripted_by>(step.scripts);
}

std::string description_of(const sheet::Sheet& sheet, const sheet::Step& step, Language language) {
  Lines lines(language);
  lines.add(step.text);
  for (const auto& impact : step.impacts) lines.add_as<sentences::impact>(impact.text);
  lines.add_remarks(step.remarks);
  add_answers(lines, step);
  add_rules(lines, sheet, step);
  add_duties(lines, step);
  for (const auto& link : step.links) lines.add_as<sentences::see_sheet>(link.title);
  add_place(lines, sheet, step);
  lines.add(tell<sentences::item>(step.id));
  return lines.text();
}

std::string description_of(const sheet::Sheet& sheet, Language language) {
  Lines lines(language);
  lines.add(sheet.goal);
  lines.add(sheet.when);
  for (const auto& symptom : sheet.symptoms) lines.add_as<sentences::symptom>(symptom);
  lines.add_remarks(sheet.remarks);
  lines.add(sheet.licence.attribution);
  return lines.text();
}

std::string effect_text(const sheet::Effect& effect, const Message& reason,
                        const sheet::Library& library, Language language) {
  if (effect.kind == sheet::Effect::Kind::call)
    return tell<sentences::call_now>(library.directory.told_to_call(effect.contact, {}), reason)
        .in(language);
  if (effect.kind != sheet::Effect::Kind::clock)
    return tell<sentences::warning>(reason).in(language);
  const auto* clock = library.clocks.find(effect.clock);
  const auto title = clock == nullptr ? as_message(effect.clock) : clock->title;
  return tell<sentences::clock_starts>(title, reason).in(language);
}

}  // namespace digue::cacao
