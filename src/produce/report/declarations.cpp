// What is owed to authorities, insurers and persons, and what was done about it.
#include "base/text.h"
#include "produce/report/compose.h"
#include "produce/report/from_incident.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

std::vector<Declaration> declarations_of(const std::vector<incident::ClockState>& clocks) {
  std::vector<Declaration> out;
  for (const auto& clock : clocks) {
    if (clock.history.empty() && clock.status != incident::ClockStatus::proposed) continue;
    Declaration one;
    one.title = clock.clock->title;
    one.state = compose(incident::clock_status_label(clock.status), {});
    if (clock.started != nullptr) one.start = clock.started->at;
    one.due = clock.moments.due;
    if (clock.met != nullptr) one.met = clock.met->at;
    one.late = clock.late;
    one.reference = clock.reference;
    if (!clock.history.empty()) {
      one.who = clock.history.back()->said.author;
      one.why = clock.history.back()->why;
    }
    out.push_back(std::move(one));
  }
  return out;
}

static Line when_of(const Writing& writing, const Declaration& declaration) {
  std::vector<std::string> parts;
  if (declaration.start.known())
    parts.push_back(writing.say<sentences::declared_from>(writing.table_time(declaration.start)));
  if (declaration.due.known())
    parts.push_back(writing.say<sentences::declared_due>(writing.table_time(declaration.due)));
  if (declaration.met.known())
    parts.push_back(writing.say<sentences::declared_on>(writing.table_time(declaration.met)));
  if (declaration.late) parts.push_back(writing.say<sentences::declared_late>());
  return {plain(join(parts, " ; "))};
}

static Line who_of(const Writing& writing, const Declaration& declaration) {
  std::vector<std::string> parts;
  for (const auto* part : {&declaration.who, &declaration.why})
    if (!part->empty()) parts.push_back(*part);
  Line line{plain(join(parts, ", "))};
  if (!declaration.reference.empty())
    line.push_back(strong(" " + writing.say<sentences::declared_reference>(declaration.reference)));
  return line;
}

// Nothing when no declaration is in question.
void add_declarations(const Writing& writing) {
  if (writing.report.declarations.empty()) return;
  writing.add(
      Heading{2, {plain(writing.say<sentences::section_declarations>())}, "declarations", false});
  Table table;
  table.caption = writing.say<sentences::section_declarations>();
  table.columns = {{writing.say<sentences::column_declaration>(), 7},
                   {writing.say<sentences::column_state>(), 3},
                   {writing.say<sentences::column_when>(), 7},
                   {writing.say<sentences::column_who>(), 6}};
  for (const auto& declaration : writing.report.declarations)
    table.rows.push_back({{plain(writing.say(declaration.title))},
                          {strong(writing.say(declaration.state))},
                          when_of(writing, declaration),
                          who_of(writing, declaration)});
  writing.add(std::move(table));
}

}  // namespace digue::produce::report
