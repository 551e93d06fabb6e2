#include "produce/print/step.h"

#include <algorithm>

#include "base/text.h"
#include "produce/powershell.h"
#include "produce/print/facts.h"
#include "produce/print/sentences.h"
#include "sheet/overlay.h"

namespace digue::produce::print {

namespace {

using incident::ActionState;
using incident::PlanLine;

bool is_settled(const PlanLine& line) {
  return incident::is_settled(line.state) || (!line.answer.empty() && !line.asked_again);
}

class Layout {
 public:
  Layout(const Press& press, const sheet::Sheet& sheet, const sheet::Step& step,
         const std::vector<const PlanLine*>& lines)
      : press_(press), sheet_(sheet), step_(step), lines_(lines) {}

  StepLayout make() {
    out_.has_tick = step_.kind != sheet::StepKind::rule && step_.local.hidden.english.empty();
    out_.tick = tick();
    before();
    text();
    answers();
    beside();
    after();
    return std::move(out_);
  }

 private:
  template <const Sentence& sentence, class... Arguments>
  std::string say(Arguments&&... arguments) const {
    return press_.say<sentence>(std::forward<Arguments>(arguments)...);
  }
  void small(const std::string& label, const std::string& text) {
    out_.left.push_back({.line = {strong(label), plain(text)}});
  }

  Tick tick() const;
  void before();
  void text();
  void answers();
  void options();
  void after();
  void calls();
  void links();
  void beside();
  void blanks();
  void states();
  std::string how_it_stands(const PlanLine& line) const;
  Message answer_words(const std::string& value) const;

  const Press& press_;
  const sheet::Sheet& sheet_;
  const sheet::Step& step_;
  const std::vector<const PlanLine*>& lines_;
  StepLayout out_;
};

Tick Layout::tick() const {
  const auto settled = std::count_if(lines_.begin(), lines_.end(),
                                     [](const PlanLine* line) { return is_settled(*line); });
  if (settled == 0) return Tick::empty;
  return static_cast<std::size_t>(settled) == lines_.size() ? Tick::full : Tick::half;
}

// What is weighed before acting: framed, and before the words of the step.
void Layout::before() {
  const auto framed = [&](const std::string& label, const std::string& text) {
    out_.before.push_back({.line = {strong(label), plain(text)},
                           .style = {10.5, 1.22, black, false},
                           .frame = Piece::Frame::heavy,
                           .above = 4});
  };
  for (const auto& impact : step_.impacts)
    framed(say<sentences::impact>(), press_.say(impact.text));
  for (const auto& evidence : step_.preservation)
    framed(say<sentences::preserve>(), press_.say(evidence.text));
  std::vector<Blank> row;
  if (!step_.impacts.empty()) row.push_back({say<sentences::accepted_by>()});
  if (!step_.preservation.empty()) row.push_back({say<sentences::preserved_by>()});
  if (!row.empty()) out_.before.push_back({.blanks = std::move(row), .above = 4});
}

void Layout::text() {
  out_.left.push_back({.line = words(press_.say(step_.title)), .style = action_title, .above = 0});
  if (const Message hidden = sheet::hidden_line(step_); !hidden.english.empty())
    out_.left.push_back({.line = {strong(press_.say(hidden))}});
  if (!step_.prerequisites.empty()) {
    std::vector<std::string> ids;
    for (const auto& id : step_.prerequisites) ids.push_back(short_id(id));
    out_.left.push_back({.line = {strong(say<sentences::needs_first>(join(ids, ", ")))}});
  }
  if (!step_.text.french.empty())
    out_.left.push_back({.line = words(press_.say(step_.text)), .style = action_style});
}

Message Layout::answer_words(const std::string& value) const {
  for (const auto& option : step_.options)
    if (option.value == value) return option.label;
  return as_message(value);
}

// On one line, unless something follows from one of them.
void Layout::options() {
  std::vector<std::string> given;
  for (const PlanLine* line : lines_)
    for (const auto value : split(line->answer, ' ')) given.emplace_back(value);
  const auto box = [&](const sheet::Option& option) {
    const bool chosen = std::find(given.begin(), given.end(), option.value) != given.end();
    return (chosen ? "☒\u00A0" : "☐\u00A0") + press_.say(option.label);
  };
  const bool has_more =
      std::any_of(step_.options.begin(), step_.options.end(),
                  [](const sheet::Option& option) { return !option.then.french.empty(); });
  static constexpr pdf::TextStyle style{10.5, 1.24, black, false};
  pdf::Line row;
  for (const auto& option : step_.options) {
    if (!has_more) {
      row.push_back(plain((row.empty() ? "" : "     ") + box(option)));
    } else if (option.then.french.empty()) {
      out_.left.push_back({.line = words(box(option)), .style = style});
    } else {
      out_.left.push_back(
          {.line = {strong(box(option) + ". "), plain(press_.say(option.then))}, .style = style});
    }
  }
  if (!row.empty()) out_.left.push_back({.line = row, .style = style, .above = 4});
}

void Layout::answers() {
  if (step_.has_options()) return options();
  const auto blank = [&](const std::string& label) {
    out_.left.push_back(
        {.blanks = {{label, 1,
                     lines_.size() == 1 ? press_.say(answer_words(lines_[0]->answer)) : ""}},
         .above = 6});
  };
  switch (step_.answer) {
    case sheet::AnswerType::none:
    case sheet::AnswerType::choice:
    case sheet::AnswerType::several:
      return;
    case sheet::AnswerType::number:
      return blank(say<sentences::answer_number>());
    case sheet::AnswerType::moment:
      return blank(say<sentences::answer_moment>());
    case sheet::AnswerType::duration:
      return blank(say<sentences::answer_duration>());
    case sheet::AnswerType::text:
      return blank(say<sentences::blank_answer>());
    case sheet::AnswerType::accounts:
    case sheet::AnswerType::hosts:
    case sheet::AnswerType::zones:
    case sheet::AnswerType::activities:
      return blank(say<sentences::answer_names>());
  }
}

void Layout::after() {
  for (const Message& beside : sheet::local_lines(step_)) small("", press_.say(beside));
  if (!step_.without_user.french.empty())
    small(say<sentences::without_user>(), press_.say(step_.without_user));
  for (const auto& remark : step_.remarks)
    small(remark.important ? say<sentences::important>() : "", press_.say(remark.text));
  if (step_.proof) small(say<sentences::proof>(), press_.say(step_.proof->text));
  calls();
  links();
  if (!step_.scripts.empty()) small("", say<sentences::script>(join(step_.scripts, ", ")));
}

void Layout::calls() {
  for (const auto& rule : sheet_.rules)
    for (const auto& effect : rule.effects)
      if (rule.item == step_.id && effect.kind == sheet::Effect::Kind::call)
        small(say<sentences::call_now>(contact_words(press_, effect.contact)),
              press_.say(rule.reason));
}

void Layout::links() {
  for (const auto& link : step_.links) {
    const std::string title = press_.say(link.title);
    const bool printed =
        std::any_of(press_.kit().sheets.begin(), press_.kit().sheets.end(),
                    [&](const KitSheet& one) { return one.sheet->id == link.sheet; });
    if (printed)
      small(say<sentences::go_to>(),
            say<sentences::go_to_sheet>(title, link.sheet, press_.page_of(link.sheet)));
    else
      small(say<sentences::go_to>(),
            say<sentences::go_to_reference>(title,
                                            link.reference.empty() ? link.sheet : link.reference));
  }
}

// ---- beside it

void Layout::blanks() {
  const bool one = lines_.size() == 1 && lines_[0]->said.entry > 0 && is_settled(*lines_[0]);
  const std::string who = one ? lines_[0]->said.author : "";
  const std::string when = one ? press_.time(lines_[0]->said.occurred) : "";
  out_.right.push_back({.blanks = {{say<sentences::blank_who>(), 1, who}}, .above = 0});
  if (!when.empty()) {
    out_.right.push_back({.blanks = {{say<sentences::blank_hour>(), 1, when}}, .above = 0});
    return;
  }
  out_.right.push_back(
      {.blanks = {{say<sentences::blank_hour>()}, {say<sentences::blank_initials>()}}, .above = 0});
}

// How it stands, for each account when it is done for each.
void Layout::states() {
  for (const PlanLine* line : lines_) {
    if (!step_.local.hidden.english.empty()) continue;  // told with the title
    if (line->hidden) {
      for (const Message& why : line->reasons) small(say<sentences::set_aside>(), press_.say(why));
      continue;
    }
    const std::string how = how_it_stands(*line);
    if (how.empty() && line->account.empty()) continue;
    const std::string box = is_settled(*line) ? "☒\u00A0" : "☐\u00A0";
    pdf::Line text;
    if (!line->account.empty())
      text.push_back(plain(box + line->account + (how.empty() ? "" : " ")));
    if (!how.empty()) text.push_back(strong(how));
    out_.right.push_back({.line = std::move(text), .style = {9, 1.2, black, false}});
  }
}

// "done, Claire Morel, 2026-03-08 03:11"; nothing as long as nobody said anything.
std::string Layout::how_it_stands(const PlanLine& line) const {
  const bool said = line.state != ActionState::to_do;
  if (!said && line.answer.empty()) return "";
  std::string text = said ? std::string(incident::state_label(line.state).in(press_.kit().language))
                          : press_.say(answer_words(line.answer));
  for (const std::string& part : {line.to.empty() ? line.said.author : line.to,
                                  press_.time(line.said.occurred), shown(line.why)})
    text += part.empty() ? "" : ", " + part;
  return text;
}

void Layout::beside() {
  if (!out_.has_tick) return;
  blanks();
  if (!lines_.empty()) states();
  if (!step_.undo.french.empty())
    out_.right.push_back({.line = {strong(say<sentences::undo>()), plain(press_.say(step_.undo))},
                          .style = {9, 1.2, black, false},
                          .frame = Piece::Frame::dashed,
                          .above = 6});
  if (step_.temporary)
    out_.right.push_back({.line = words(say<sentences::temporary>(
                              step_.temporary->review_hours, short_id(step_.temporary->lifted_by))),
                          .style = {9, 1.2, black, true},
                          .above = 6});
}

}  // namespace

StepLayout lay_out(const Press& press, const sheet::Sheet& sheet, const sheet::Step& step,
                   const std::vector<const PlanLine*>& lines) {
  return Layout(press, sheet, step, lines).make();
}

}  // namespace digue::produce::print
