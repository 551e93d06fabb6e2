#include "cli/verbs/sheet/show.h"

#include <algorithm>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/verbs/sheet/reference.h"
#include "cli/verbs/sheet/sentences.h"
#include "sheet/json.h"

namespace digue::cli::verbs {

using sheet::Sheet;
using sheet::Step;

namespace {

// Prints wrapped lines at one indent; an empty text prints nothing.
class Printer {
 public:
  Printer(Session& session, std::size_t indent) : session_(session), indent_(indent) {}

  void print(const Message& message) {
    if (!message.english.empty())
      session_.print(wrapped(message.in(session_.language), indent_, indent_));
  }
  template <const Sentence& sentence>
  void print(const Message& message) {
    if (!message.english.empty()) print(tell<sentence>(message));
  }
  void remarks(const std::vector<sheet::Remark>& remarks) {
    for (const auto& remark : remarks)
      if (remark.important)
        print<sentences::important>(remark.text);
      else
        print<sentences::remark>(remark.text);
  }

 private:
  Session& session_;
  std::size_t indent_;
};

}  // namespace

static std::string source_line(const sheet::Source& source, Language language) {
  std::vector<std::string> parts{source.publisher};
  if (!source.reference.empty()) parts.push_back(source.reference);
  if (!source.version.empty())
    parts.push_back(tell<sentences::source_version>(source.version).in(language));
  if (!source.date.empty()) parts.push_back(source.date);
  return join(parts, ", ");
}

static constexpr std::size_t id_columns = 24;

void list_sheets(Session& session, const sheet::Library& library) {
  for (const auto& sheet : library.sheets) {
    if (session.json) {
      session.line(sheet::sheet_json(sheet, session.language));
      continue;
    }
    session.line(padded(sheet.id, id_columns) + sheet.title.in(session.language));
    const auto steps = tell<sentences::steps_count>(sheet.steps.size()).in(session.language);
    session.print(wrapped(sheet.version + ", " + sheet.date + ", " + steps, 16, 16));
    const auto source = source_line(sheet.source, session.language);
    session.print(wrapped(tell<sentences::after_source>(source).in(session.language), 16, 16));
  }
}

static void show_answers(Printer& printer, const Step& step) {
  for (const auto& option : step.options) {
    printer.print<sentences::option_line>(option.label);
    printer.print<sentences::option_then>(option.then);
  }
}

// How long it holds, what proves it, what is proposed as an answer.
static void show_follow_up(Printer& printer, const Step& step) {
  if (step.temporary)
    printer.print(
        tell<sentences::temporary>(step.temporary->review_hours, step.temporary->lifted_by));
  if (step.proof) printer.print<sentences::proof>(step.proof->text);
  if (step.conclusion) printer.print(tell<sentences::conclusion>());
  for (const auto& proposal : step.proposals)
    printer.print(tell<sentences::proposed>(proposal.value, proposal.reason));
}

static void show_calls(Printer& printer, const sheet::Rule& rule) {
  for (const auto& effect : rule.effects) {
    if (!effect.contact.empty())
      printer.print(tell<sentences::call_saying>(effect.contact, rule.reason));
    if (!effect.clock.empty()) printer.print(tell<sentences::clock>(effect.clock));
  }
}

static void show_around(Printer& printer, const Sheet& sheet, const Step& step) {
  const auto as_is = [](const std::string& text) { return Message{text, text}; };
  printer.print<sentences::after_steps>(as_is(join(step.prerequisites, ", ")));
  for (const auto& link : step.links) {
    const auto name = link.sheet.empty() ? link.reference : link.sheet;
    printer.print<sentences::next_sheet>(
        {name + ", " + link.title.french, name + ", " + link.title.english});
  }
  printer.print<sentences::analysed_by>(as_is(join(step.analyses, ", ")));
  printer.print<sentences::scripted_by>(as_is(join(step.scripts, ", ")));
  for (const auto& rule : sheet.rules)
    if (rule.item == step.id) {
      if (rule.when.kind != sheet::Condition::Kind::answer)
        printer.print<sentences::rule_reason>(rule.reason);
      show_calls(printer, rule);
    }
}

void show_step(Session& session, const Sheet& sheet, const Step& step) {
  if (session.json) return session.line(sheet::step_json(sheet, step, session.language));
  auto title = "[ ] " + step.id + "  " + step.title.in(session.language);
  if (step.per_account) title += " (" + std::string(session.text(sentences::per_account)) + ")";
  session.print(wrapped(title, 2, 6));
  Printer printer(session, 6);
  printer.print(sheet::hidden_line(step));
  for (const auto& impact : step.impacts) printer.print<sentences::impact>(impact.text);
  for (const auto& evidence : step.preservation)
    printer.print<sentences::save_first>(evidence.text);
  printer.print(step.text);
  printer.print<sentences::without_user>(step.without_user);
  printer.remarks(step.remarks);
  show_answers(printer, step);
  for (const auto& beside : sheet::local_lines(step)) printer.print(beside);
  printer.print<sentences::undo>(step.undo);
  show_follow_up(printer, step);
  show_around(printer, sheet, step);
}

// What a reader must know of an old source; nothing of a sheet of ours, or of a recent one.
static Message age_of(const Sheet& sheet, Instant now) {
  if (sheet.own) return {};
  if (sheet.source.date.empty()) return tell<sentences::undated_source>();
  const int years = days_since(sheet.source.date, now) / 365;
  return years < 2 ? Message{} : tell<sentences::old_source>(years);
}

// Whose version this is, and what it leaves out.
static void show_adaptation(Session& session, const Sheet& sheet) {
  for (const auto& line : sheet::adaptation_lines(sheet)) Printer(session, 0).print(line);
  for (const auto* step : sheet::hidden_by_organisation(sheet))
    Printer(session, 2)
        .print(tell<sentences::hidden_step>(step->id, step->title, step->local.hidden));
}

static void show_head(Session& session, const Sheet& sheet) {
  Printer printer(session, 0);
  printer.print(sheet.title);
  const auto source = source_line(sheet.source, session.language);
  session.line(sheet.id + " " + sheet.version + ", " + sheet.date);
  printer.print(tell<sentences::after_source>(source));
  printer.print(age_of(sheet, session.clock.now()));
  printer.print(tell<sentences::sheet_licence>(sheet.licence.name, sheet.licence.attribution));
  for (const auto& from : sheet.sources)
    printer.print(tell<sentences::written_from>(from.publisher, from.title, from.licence));
  if (sheet.time_box_minutes != 0)
    printer.print(tell<sentences::sheet_time_box>(sheet.time_box_minutes));
  printer.print<sentences::sheet_when>(sheet.when);
  printer.print<sentences::sheet_goal>(sheet.goal);
  for (const auto& symptom : sheet.symptoms) printer.print<sentences::sheet_symptom>(symptom);
  printer.remarks(sheet.remarks);
  show_adaptation(session, sheet);
}

static void show_measure(Session& session, const Sheet& sheet, const sheet::Measure& measure) {
  Printer printer(session, 0);
  session.line("");
  auto title = measure.title;
  if (!measure.label.empty()) title = tell<sentences::measure_title>(measure.label, title);
  const auto priority = std::string(sheet::priority_name(measure.priority)) + "  ";
  const bool numbered = !measure.label.empty();
  printer.print(numbered ? Message{priority + title.french, priority + title.english} : title);
  printer.remarks(measure.remarks);
  for (const auto& action : sheet.actions) {
    if (action.measure != measure.id) continue;
    session.line("");
    printer.print(action.title);
    Printer(session, 2).remarks(action.remarks);
    for (const auto& step : sheet.steps)
      if (step.action == action.id) show_step(session, sheet, step);
  }
}

void show_sheet(Session& session, const Sheet& sheet, SheetOrder order) {
  if (session.json) {
    session.line(sheet::sheet_json(sheet, session.language));
    for (const auto& step : sheet.steps)
      session.line(sheet::step_json(sheet, step, session.language));
    return;
  }
  show_head(session, sheet);
  if (order == SheetOrder::priority) {
    for (const auto& measure : sheet.measures) show_measure(session, sheet, measure);
    return;
  }
  for (const auto& theme : sheet.themes) {
    session.line("\n== " + theme.title.in(session.language));
    for (const auto& measure : sheet.measures)
      if (measure.theme == theme.id) show_measure(session, sheet, measure);
  }
}

void show_problems(Session& session, const sheet::Linted& linted, std::size_t files) {
  std::size_t errors = 0;
  for (const auto& problem : linted.problems) {
    const bool is_error = problem.level == sheet::Problem::Level::error;
    errors += is_error ? 1 : 0;
    const auto& level = is_error ? sentences::level_error : sentences::level_warning;
    const auto line = tell<sentences::problem_line>(compose(level, {}), told(problem));
    if (session.json)
      print_problem(session, problem);
    else
      session.line(harmless(line.in(session.language)));
  }
  session.note(tell<sentences::lint_result>(errors, linted.problems.size() - errors, files));
}

static Message difference_line(const sheet::Difference& difference) {
  using Kind = sheet::Difference::Kind;
  const auto& of = difference;
  switch (of.kind) {
    case Kind::version:
      return tell<sentences::diff_version>(of.sheet, of.before, of.after);
    case Kind::unkept:
      return tell<sentences::diff_unkept>(of.sheet);
    case Kind::gone:
      return tell<sentences::diff_gone>(of.step.empty() ? of.sheet : of.step);
    case Kind::added:
      return tell<sentences::diff_added>(of.step, of.title);
    case Kind::changed:
      return tell<sentences::diff_changed>(of.step, of.title);
    case Kind::moved:
      return tell<sentences::diff_moved>(of.step, of.before, of.after, of.title);
  }
  return {};
}

void show_differences(Session& session, const std::vector<sheet::Difference>& differences,
                      const std::string& file) {
  std::size_t touched = 0;
  for (const auto& difference : differences) {
    touched += difference.touched ? 1 : 0;
    if (session.json) {
      print_difference(session, difference);
      continue;
    }
    const auto line = difference_line(difference);
    Printer(session, 0).print(difference.touched ? tell<sentences::diff_touched>(line) : line);
  }
  if (differences.empty())
    session.note(tell<sentences::diff_none>(file));
  else
    session.note(tell<sentences::diff_result>(differences.size(), touched, file));
}

static void show_covered(Session& session, const sheet::Covered& line) {
  std::vector<std::string> carriers;
  for (std::size_t i = 0; i < line.carriers.size(); ++i)
    carriers.push_back(carrier_name(line.sheets[i], line.carriers[i]));
  if (carriers.empty()) carriers.emplace_back(session.text(sentences::not_carried));
  session.print(wrapped(padded(line.id, 28) + " " + join(carriers, "; "), 0, 29));
  for (const auto& reason : line.reasons)
    session.print(wrapped(tell<sentences::later_reason>(reason).in(session.language), 29, 29));
}

void show_coverage(Session& session, const std::vector<sheet::Covered>& lines) {
  std::size_t carried = 0, in_part = 0, left = 0;
  for (const auto& line : lines) {
    if (session.json)
      print_covered(session, line);
    else
      show_covered(session, line);
    carried += !line.carriers.empty() && line.settled() ? 1 : 0;
    in_part += !line.carriers.empty() && !line.reasons.empty() ? 1 : 0;
    left += line.carriers.empty() && line.settled() ? 1 : 0;
  }
  const auto nothing = lines.size() - carried - left;
  session.note(tell<sentences::coverage_result>(lines.size(), carried, in_part, left, nothing));
}

}  // namespace digue::cli::verbs
