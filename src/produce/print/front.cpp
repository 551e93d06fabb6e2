// The first page: what this is, where things are, and how the incident stands when there is one.
#include <algorithm>

#include "incident/follow_up.h"
#include "produce/print/annexes.h"
#include "produce/print/facts.h"
#include "produce/print/press.h"
#include "produce/print/sentences.h"
#include "produce/print/table.h"

namespace digue::produce::print {

namespace {

class Front {
 public:
  explicit Front(Press& press) : press_(press), canvas_(press.canvas()), kit_(press.kit()) {}

  void print() {
    press_.start_page(nullptr);
    head();
    if (kit_.state != nullptr) {
      standing();
      owed();
    }
    usage();
    contents();
    if (kit_.state == nullptr) care();
  }

 private:
  void head();
  void usage();
  void contents();
  void entry(const std::string& title, const std::string& note, const std::string& id);
  void care();
  void standing();
  void owed();
  std::string steps_of(const sheet::Sheet& sheet) const;

  Press& press_;
  pdf::Canvas& canvas_;
  const Kit& kit_;
};

constexpr pdf::TextStyle text_style{11, 1.25, black, false};

void Front::head() {
  const std::string organisation = kit_.organisation == nullptr ? "" : kit_.organisation->name;
  press_.overline(organisation.empty() ? press_.say<sentences::kit_blank>()
                                       : press_.say<sentences::kit_of>(organisation));
  std::string title = press_.say<sentences::kit_title>();
  if (kit_.state != nullptr && !kit_.state->title.empty()) title += " – " + kit_.state->title;
  press_.title(title, "H1");
}

void Front::usage() {
  press_.section(press_.say<sentences::how_to_use>(), 80);
  int number = 0;
  for (const std::string& line :
       {press_.say<sentences::use_choose>(), press_.say<sentences::use_aloud>(),
        press_.say<sentences::use_impact>(), press_.say<sentences::use_log>()}) {
    const double y = canvas_.y() + 2;
    canvas_.tagged("LI", [&] {
      canvas_.put({strong(std::to_string(++number) + ".")}, text_style, margin, y, 18, "Lbl");
    });
    canvas_.set_y(y);
    canvas_.flow(words(line), text_style, margin + 20, text_width - 20, "LBody");
  }
}

void Front::entry(const std::string& title, const std::string& note, const std::string& id) {
  static constexpr double page_width_here = 44;
  Column column{{.line = {strong(title)}, .style = {11.5, 1.2, black, false}, .above = 0}};
  if (!note.empty()) column.push_back({.line = words(note), .above = 0});
  const double height = height_of(canvas_, column, text_width - page_width_here - 10) + 5;
  canvas_.need(height);
  const double y = canvas_.y() + 2;
  canvas_.tagged("LI", [&] {
    canvas_.put({strong(press_.page_of(id))}, {11.5, 1.2, black, false}, margin, y, page_width_here,
                "Lbl");
    canvas_.tagged("LBody", [&] {
      draw(canvas_, column, margin + page_width_here + 10, y, text_width - page_width_here - 10);
    });
  });
  canvas_.skip(height);
}

void Front::contents() {
  press_.section(press_.say<sentences::contents>(), 60);
  for (const KitSheet& one : kit_.sheets) {
    const auto& symptoms = one.sheet->symptoms;
    std::string seen;
    for (std::size_t i = 0; i < std::min<std::size_t>(symptoms.size(), 2); ++i)
      seen += (i == 0 ? "" : " ") + press_.say(symptoms[i]);
    entry(press_.say(one.sheet->title), seen, one.sheet->id);
  }
  canvas_.skip(4);
  const sheet::Library& library = *kit_.library;
  if (library.directory.present())
    entry(press_.say<sentences::annex_contacts_title>(), "", annex_contacts);
  if (library.clocks.present())
    entry(press_.say<sentences::annex_deadlines_title>(), "", annex_deadlines);
  entry(press_.say<sentences::annex_complaint_title>(), "", annex_complaint);
  if (library.glossary.present())
    entry(press_.say<sentences::annex_glossary_title>(), "", annex_glossary);
  entry(press_.say<sentences::annex_log_title>(), "", annex_log);
}

void Front::care() {
  press_.section(press_.say<sentences::care>(), 60);
  const auto said = [](const sheet::Review& review) {
    return review.present() ? review.date + ", " + review.by : std::string();
  };
  const sheet::Sheet* first = kit_.sheets.empty() ? nullptr : kit_.sheets.front().sheet;
  const auto by = first != nullptr && first->adaptation ? *first->adaptation : sheet::Adaptation{};
  flow(canvas_, {{.blanks = {{press_.say<sentences::blank_reviewed>(), 1, said(by.reviewed)},
                             {press_.say<sentences::blank_tested>(), 1, said(by.tested)}},
                  .above = 6},
                 {.blanks = {{press_.say<sentences::blank_copies>()}}, .above = 6}});
}

// ---- an incident

std::string Front::steps_of(const sheet::Sheet& sheet) const {
  std::size_t settled = 0, all = 0, owed = 0;
  for (const auto& line :
       incident::make_plan(sheet, *kit_.state, incident::PlanOrder::priority).lines) {
    if (line.hidden) continue;
    ++all;
    const bool done =
        incident::is_settled(line.state) || (!line.answer.empty() && !line.asked_again);
    if (done) ++settled;
    if (!done && line.priority == sheet::Priority::p0) ++owed;
  }
  return press_.say<sentences::standing_steps>(sheet.title, settled, all, owed);
}

void Front::standing() {
  const incident::State& state = *kit_.state;
  static constexpr double code_size = 92;
  press_.section(press_.say<sentences::standing>(), 120);
  Column column;
  const auto add = [&](std::string text) {
    column.push_back({.line = words(std::move(text)), .style = text_style, .above = 2});
  };
  add(press_.say<sentences::kit_incident>(state.id,
                                          press_.time(kit_.written) + " " + kit_.zone.name()) +
      " " + press_.say<sentences::standing_opened>(press_.time(state.opened)));
  std::string accounts;
  for (const auto& account : state.accounts_in_perimeter())
    accounts += (accounts.empty() ? "" : ", ") + account;
  if (!accounts.empty()) add(press_.say<sentences::standing_accounts>(accounts));
  if (!state.severity.empty())
    add(press_.say<sentences::standing_severity>(state.severity.back().degree,
                                                 state.severity.back().by,
                                                 press_.time(state.severity.back().said.occurred)));
  for (const KitSheet& one : kit_.sheets) add(steps_of(*one.sheet));
  column.push_back({.line = words(press_.say<sentences::standing_entries>(
                        state.log.size() + state.unreadable, kit_.root))});
  const double top = canvas_.y(), width = text_width - code_size - 12;
  draw(canvas_, column, margin, top, width);
  press_.code("digue:root:" + kit_.root, press_.say<sentences::standing_code>(),
              margin + text_width - code_size, top, code_size);
  canvas_.set_y(top + std::max(height_of(canvas_, column, width), code_size));
}

// Calls, declarations, measures that are for a time only.
void Front::owed() {
  Column column;
  const auto add = [&](std::string label, std::string text) {
    column.push_back({.line = {strong("☐\u00A0" + std::move(label)), plain(std::move(text))},
                      .style = text_style});
  };
  for (const auto& call : incident::alerts_of(*kit_.library, *kit_.state).owed())
    add(press_.say<sentences::owed_call>(contact_words(press_, call.contact)),
        press_.say(call.say));
  for (const Message& line : incident::clock_lines(clocks_of(kit_), kit_.zone, kit_.written))
    add("", press_.say(line));
  for (const KitSheet& one : kit_.sheets)
    for (const auto& measure : incident::follow_up(*one.sheet, *kit_.state, kit_.written).temporary)
      add(press_.say<sentences::owed_review>(press_.time(measure.review)),
          press_.say(measure.step->title) +
              (measure.account.empty() ? "" : " (" + measure.account + ")"));
  if (column.empty()) return;
  press_.section(press_.say<sentences::owed>(), 60);
  flow(canvas_, column);
}

}  // namespace

void add_front(Press& press) {
  Front(press).print();
}

}  // namespace digue::produce::print
