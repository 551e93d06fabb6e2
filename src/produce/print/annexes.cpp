// What stands behind the sheets and comes from the library: the directory, the time limits, the
// glossary.
#include "produce/print/annexes.h"

#include "produce/print/facts.h"
#include "produce/print/sentences.h"
#include "produce/print/table.h"

namespace digue::produce::print {

static constexpr pdf::TextStyle name_style{11, 1.2, black, true},
    fact_style{10, 1.22, black, false};

static Piece fact(std::string text) {
  return {.line = words(std::move(text)), .style = fact_style, .above = 1};
}

static Piece name(std::string text) {
  return {.line = words(std::move(text)), .style = name_style, .above = 0};
}

void start_annex(Press& press, const std::string& id, const std::string& title) {
  press.start_page(nullptr);
  press.place(id, title, 1);
  press.overline(press.say<sentences::annex>());
  press.title(title, "H2");
  press.run_head(title);
}

static void add_remarks(Press& press, const Message& about,
                        const std::vector<sheet::Remark>& notes) {
  Column column{fact(press.say(about))};
  for (const auto& note : notes) column.push_back(fact(press.say(note.text)));
  flow(press.canvas(), column);
  press.canvas().skip(8);
}

// ---- whom to call

static Column who_is(const Press& press, const sheet::Contact& contact) {
  Column column{name(press.say(contact.titled())), fact(press.say(contact.whom))};
  for (const auto& note : contact.notes)
    column.push_back({.line = words(press.say(note.text)), .above = 2});
  return column;
}

static Column how_to_reach(const Press& press, const sheet::Contact& contact) {
  Column column = phone_lines(press, contact, {11, 1.2, black, false});
  const auto add = [&](const std::string& text) {
    if (!text.empty()) column.push_back(fact(text));
  };
  add(contact.mail);
  for (const auto& address : contact.web) add(address);
  add(press.say(contact.hours));
  if (contact.key) add(press.say<sentences::public_key>(contact.key->fingerprint));
  if (!contact.checked.empty())
    column.push_back({.line = words(press.say<sentences::checked>(contact.checked)), .above = 2});
  if (!contact.fill) return column;
  const bool is_insurer = contact.id == "insurer" && press.kit().organisation != nullptr;
  const std::string who = is_insurer && contact.name.empty()
                              ? press.kit().organisation->insurance.insurer
                              : contact.name;
  const std::string reference = is_insurer ? press.kit().organisation->insurance.policy : "";
  column.push_back({.blanks = {{press.say<sentences::blank_name>(), 1, who}}, .above = 4});
  std::vector<Blank> row;
  if (contact.phones.empty()) row.push_back({press.say<sentences::blank_phone>()});
  row.push_back({press.say<sentences::blank_reference>(), 1, reference});
  column.push_back({.blanks = std::move(row), .above = 2});
  return column;
}

void add_directory(Press& press) {
  const auto& directory = press.kit().library->directory;
  if (!directory.present()) return;
  start_annex(press, annex_contacts, press.say<sentences::annex_contacts_title>());
  add_remarks(press, directory.about, directory.notes);
  Table table{{{press.say<sentences::column_who_for>(), 1.15},
               {press.say<sentences::column_how_reach>(), 1}},
              {}};
  for (const auto* contact : directory.serving(profile_of(press.kit())))
    table.rows.push_back({who_is(press, *contact), how_to_reach(press, *contact)});
  draw_table(press.canvas(), table);
}

// ---- what has to be declared

static Column what_to_do(const Press& press, const incident::ClockState& state) {
  const sheet::Clock& clock = *state.clock;
  Column column{name(press.say(clock.title)), fact(press.say(clock.whom)),
                fact(press.say(clock.how))};
  column.push_back(
      {.line = {strong(press.say<sentences::starts>()), plain(press.say(clock.starts))},
       .style = fact_style});
  return column;
}

static Column time_limit(const Press& press, const incident::ClockState& state) {
  Column column{name(limit_text(press, state.regime))};
  column.push_back(fact(press.say(as_message(
      std::string(incident::clock_status_label(state.status).in(press.kit().language))))));
  if (!state.concerned.why.french.empty())
    column.push_back({.line = words(press.say(state.concerned.why)), .above = 2});
  if (state.regime != nullptr) {
    column.push_back({.line = words(press.say(state.regime->source)), .above = 2});
    column.push_back(
        {.line = words(press.say<sentences::checked>(state.regime->checked)), .above = 2});
  }
  return column;
}

static Column dates(const Press& press, const incident::ClockState& state) {
  const std::string done = state.met == nullptr ? "" : press.time(state.met->said.occurred);
  return {
      {.blanks = {{press.say<sentences::column_start>(), 1, press.time(state.start)}}, .above = 0},
      {.blanks = {{press.say<sentences::column_due>(), 1, press.time(state.moments.due)}},
       .above = 2},
      {.blanks = {{press.say<sentences::blank_declared>(), 1, done}}, .above = 2},
      {.blanks = {{press.say<sentences::blank_receipt>(), 1, state.reference}}, .above = 2}};
}

void add_deadlines(Press& press) {
  const auto& clocks = press.kit().library->clocks;
  if (!clocks.present()) return;
  start_annex(press, annex_deadlines, press.say<sentences::annex_deadlines_title>());
  add_remarks(press, clocks.about, clocks.notes);
  Table table{{{press.say<sentences::column_duty>(), 1.5},
               {press.say<sentences::column_limit>(), 0.9},
               {press.say<sentences::column_dates>(), 0.9}},
              {}};
  for (const auto& state : clocks_of(press.kit()))
    table.rows.push_back({what_to_do(press, state), time_limit(press, state), dates(press, state)});
  draw_table(press.canvas(), table);
}

// ---- the words

void add_glossary(Press& press) {
  const auto& glossary = press.kit().library->glossary;
  if (!glossary.present()) return;
  start_annex(press, annex_glossary, press.say<sentences::annex_glossary_title>());
  Table table{
      {{press.say<sentences::column_word>(), 0.6}, {press.say<sentences::column_meaning>(), 1.6}},
      {}};
  for (const auto& definition : glossary.definitions) {
    Column meaning{{.line = words(press.say(definition.text)), .style = fact_style, .above = 0}};
    if (!definition.source.empty())
      meaning.push_back(
          {.line = words(definition.source), .style = {8, 1.2, grey, false}, .above = 1});
    table.rows.push_back(
        {{{.line = {strong(press.say(definition.title))}, .style = fact_style, .above = 0}},
         std::move(meaning)});
  }
  draw_table(press.canvas(), table);
  flow(press.canvas(), {{.line = words(press.say<sentences::licence_line>(
                             press.say(glossary.licence.attribution), glossary.licence.name)),
                         .style = {8.4, 1.2, grey, false},
                         .above = 6}});
}

}  // namespace digue::produce::print
