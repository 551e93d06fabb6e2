// The card of a sheet: what to read first, on at most two pages.
#include <algorithm>

#include "produce/print/facts.h"
#include "produce/print/press.h"
#include "produce/print/sentences.h"
#include "produce/print/table.h"
#include "sheet/overlay.h"

namespace digue::produce::print {

namespace {

// A line of the card: an action of the sheet, or a measure where there are too many actions.
struct First {
  std::string id;
  Message title;
  std::string place;  // what is looked for in the pages of the measures
  std::vector<const sheet::Step*> steps;
};

bool is_for_a_person(const sheet::Step& step) {
  return step.kind != sheet::StepKind::rule && !step.hidden && step.local.hidden.english.empty();
}

sheet::Priority first_priority(const sheet::Sheet& sheet) {
  auto first = sheet::Priority::after;
  for (const auto& measure : sheet.measures)
    if (measure.priority != sheet::Priority::before) first = std::min(first, measure.priority);
  return first;
}

std::vector<First> first_actions(const sheet::Sheet& sheet, sheet::Priority priority) {
  std::vector<First> out;
  for (const auto& action : sheet.actions) {
    const auto* measure = sheet.measure(action.measure);
    if (measure == nullptr || measure->priority != priority) continue;
    First first{short_id(action.id), action.title, action.id, {}};
    for (const auto& step : sheet.steps)
      if (step.action == action.id && is_for_a_person(step)) first.steps.push_back(&step);
    if (!first.steps.empty()) out.push_back(std::move(first));
  }
  return out;
}

std::vector<First> first_measures(const sheet::Sheet& sheet, sheet::Priority priority) {
  std::vector<First> out;
  for (const auto& measure : sheet.measures) {
    if (measure.priority != priority) continue;
    First first{measure.label.empty() ? short_id(measure.id) : measure.label,
                measure.title,
                measure.id,
                {}};
    for (const auto& step : sheet.steps)
      if (step.measure == measure.id && is_for_a_person(step)) first.steps.push_back(&step);
    out.push_back(std::move(first));
  }
  return out;
}

class Card {
 public:
  Card(Press& press, const KitSheet& sheet)
      : press_(press), canvas_(press.canvas()), of_(sheet), sheet_(*sheet.sheet) {}

  void print();

 private:
  void head();
  void actions();
  void action(const First& first);
  Column words_of(const First& first) const;
  void calls();
  void time_limits();

  Press& press_;
  pdf::Canvas& canvas_;
  const KitSheet& of_;
  const sheet::Sheet& sheet_;
};

void Card::print() {
  press_.start_page(&of_);
  head();
  actions();
  calls();
  time_limits();
}

void Card::head() {
  press_.place(sheet_.id, press_.say(sheet_.title), 1);
  press_.overline(press_.say<sentences::card>());
  press_.title(press_.say(sheet_.title), "H2");
  Column when{
      {.line = {strong(press_.say<sentences::use_when>() + ". "), plain(press_.say(sheet_.when))},
       .style = action_style,
       .frame = Piece::Frame::heavy}};
  std::string symptoms;
  for (const Message& symptom : sheet_.symptoms)
    symptoms += (symptoms.empty() ? "« " : "  « ") + press_.say(symptom) + " »";
  if (!symptoms.empty()) when.push_back({.line = words(symptoms), .above = 5});
  const std::string incident = press_.kit().state != nullptr ? press_.kit().state->id : "";
  const std::string opened =
      press_.kit().state != nullptr ? press_.time(press_.kit().state->opened) : "";
  when.push_back({.blanks = {{press_.say<sentences::blank_incident>(), 1, incident},
                             {press_.say<sentences::blank_start>(), 1.3, opened},
                             {press_.say<sentences::blank_lead>(), 1},
                             {press_.say<sentences::blank_phone>(), 1}},
                  .above = 8});
  for (const Message& adapted : sheet::adaptation_lines(sheet_))
    when.push_back({.line = words(press_.say(adapted)), .above = 2});
  flow(canvas_, when);
}

Column Card::words_of(const First& first) const {
  Column column{
      {.line = {strong(press_.say(first.title))}, .style = {13, 1.15, black, true}, .above = 0}};
  std::string gist;
  bool impact = false;
  for (const auto* step : first.steps) {
    gist += (gist.empty() ? "" : " · ") + press_.say(step->title);
    impact = impact || !step->impacts.empty();
  }
  column.push_back({.line = words(gist), .above = 1});
  const std::string page = press_.page_of(first.place);
  column.push_back({.line = impact ? pdf::Line{strong(press_.say<sentences::read_impact>(page))}
                                   : words(press_.say<sentences::read_page>(page)),
                    .above = 1});
  return column;
}

void Card::action(const First& first) {
  static constexpr double gutter = 52, blanks_width = 112, gap = 12;
  static constexpr double body = text_width - gutter - blanks_width - gap;
  const Column left = words_of(first);
  const Column right{
      {.blanks = {{press_.say<sentences::blank_who>()}}, .above = 0},
      {.blanks = {{press_.say<sentences::blank_hour>()}, {press_.say<sentences::blank_initials>()}},
       .above = 0}};
  const double height =
      std::max(height_of(canvas_, left, body), height_of(canvas_, right, blanks_width)) + 6;
  canvas_.need(height);
  const double top = canvas_.y();
  canvas_.tagged("LI", [&] {
    draw_tick(canvas_, margin + 1, top + 2, 13, Tick::empty);
    canvas_.put({strong(first.id)}, small_style, margin + 20, top + 2, gutter - 20, "Lbl");
    canvas_.tagged("LBody", [&] {
      draw(canvas_, left, margin + gutter, top, body);
      draw(canvas_, right, margin + text_width - blanks_width, top, blanks_width);
    });
  });
  canvas_.skip(height);
  canvas_.rule(margin, canvas_.y() - 2, text_width, 0.5, light);
  canvas_.skip(4);
}

void Card::actions() {
  const auto priority = first_priority(sheet_);
  auto all = first_actions(sheet_, priority);
  if (all.size() > most_card_actions) all = first_measures(sheet_, priority);
  press_.section(
      press_.say<sentences::first_actions>(priority_text(priority, press_.kit().language)), 60);
  for (const auto& measure : sheet_.measures)
    if (measure.priority == sheet::Priority::before)
      flow(canvas_,
           {{.line = {strong(press_.say<sentences::before_acting>(press_.say(measure.title))),
                      plain(" (" + press_.page_of(measure.id) + ")")},
             .style = {10.5, 1.2, black, false}}});
  canvas_.skip(5);
  for (std::size_t i = 0; i < std::min(all.size(), most_card_actions); ++i) action(all[i]);
  if (all.size() > most_card_actions)
    flow(canvas_,
         {{.line = words(press_.say<sentences::and_more>(all.size() - most_card_actions))}});
}

void Card::calls() {
  const auto contacts = card_contacts(press_.kit(), sheet_);
  if (contacts.empty()) return;
  static constexpr pdf::TextStyle number{10.5, 1.15, black, false};
  Table table{{{press_.say<sentences::column_whom>(), 1},
               {press_.say<sentences::column_number>(), 1.25},
               {press_.say<sentences::column_case>(), 0.8}},
              {}};
  for (const auto* contact : contacts)
    table.rows.push_back({{{.line = {strong(press_.say(contact->titled()))}, .above = 0}},
                          phone_lines(press_, *contact, number),
                          {}});
  press_.section(press_.say<sentences::whom_to_call>(), 80);
  draw_table(canvas_, table);
}

void Card::time_limits() {
  const auto clocks = clocks_of(press_.kit());
  if (clocks.empty()) return;
  Table table{{{press_.say<sentences::column_duty>(), 1.7},
               {press_.say<sentences::column_limit>(), 0.6},
               {press_.say<sentences::column_start>(), 0.9},
               {press_.say<sentences::column_due>(), 0.9}},
              {}};
  const auto cell = [](const std::string& text) -> Column {
    if (text.empty()) return {};
    return {{.line = words(text), .above = 0}};
  };
  for (const auto& clock : clocks)
    table.rows.push_back({cell(press_.say(clock.clock->title)),
                          cell(limit_text(press_, clock.regime)), cell(press_.time(clock.start)),
                          cell(press_.time(clock.moments.due))});
  press_.section(press_.say<sentences::time_limits>(), 60);
  draw_table(canvas_, table);
}

}  // namespace

void add_card(Press& press, const KitSheet& sheet) {
  Card(press, sheet).print();
}

}  // namespace digue::produce::print
