// Sheets as JSON Lines.
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/verbs/sheet/show.h"

namespace digue::cli::verbs {

using sheet::Sheet;
using sheet::Step;

static void write_sources(JsonWriter& json, const Sheet& sheet) {
  json.key("sources").begin_array();
  for (const auto& source : sheet.sources)
    json.begin_object()
        .member("publisher", source.publisher)
        .member("title", source.title)
        .member("licence", source.licence)
        .member("reference", source.reference)
        .end_object();
  json.end_array();
}

void print_sheet(Session& session, const Sheet& sheet) {
  JsonWriter json;
  json.begin_object()
      .member("type", "sheet")
      .member("id", sheet.id)
      .member("version", sheet.version)
      .member("date", sheet.date)
      .member("title", sheet.title.in(session.language));
  json.key("source").begin_object();
  json.member("publisher", sheet.source.publisher)
      .member("reference", sheet.source.reference)
      .member("version", sheet.source.version)
      .member("date", sheet.source.date)
      .member("title", sheet.source.title)
      .end_object();
  write_sources(json, sheet);
  json.member("kind", sheet::sheet_kind_name(sheet.kind))
      .member("own", sheet.own)
      .member("time_box", sheet.time_box_minutes)
      .member("licence", sheet.licence.name)
      .member("attribution", sheet.licence.attribution.in(session.language))
      .member("goal", sheet.goal.in(session.language))
      .member("when", sheet.when.in(session.language))
      .member("steps", sheet.steps.size())
      .end_object();
  session.line(json.bytes());
}

template <class Part>
static std::vector<std::string> texts_of(const std::vector<Part>& parts, Language language) {
  std::vector<std::string> out;
  for (const auto& part : parts) out.push_back(part.text.in(language));
  return out;
}

static void write_options(JsonWriter& json, const Step& step, Language language) {
  json.key("options").begin_array();
  for (const auto& option : step.options)
    json.begin_object()
        .member("value", option.value)
        .member("label", option.label.in(language))
        .member("then", option.then.in(language))
        .end_object();
  json.end_array();
}

static void write_temporary(JsonWriter& json, const Step& step) {
  json.key("temporary");
  if (!step.temporary) {
    json.null();
    return;
  }
  json.begin_object()
      .member("review_hours", step.temporary->review_hours)
      .member("lifted_by", step.temporary->lifted_by)
      .end_object();
}

static void write_proof(JsonWriter& json, const Step& step, Language language) {
  json.key("proof");
  if (!step.proof) {
    json.null();
    return;
  }
  json.begin_object()
      .member("evidence", step.proof->evidence)
      .member("text", step.proof->text.in(language))
      .end_object();
}

static void write_links(JsonWriter& json, const Step& step, Language language) {
  json.key("links").begin_array();
  for (const auto& link : step.links)
    json.begin_object()
        .member("sheet", link.sheet)
        .member("reference", link.reference)
        .member("title", link.title.in(language))
        .end_object();
  json.end_array();
}

void print_step(Session& session, const Sheet& sheet, const Step& step) {
  const auto language = session.language;
  JsonWriter json;
  json.begin_object()
      .member("type", "step")
      .member("id", step.id)
      .member("sheet", sheet.id)
      .member("kind", sheet::kind_name(step.kind))
      .member("priority", sheet::priority_name(step.priority))
      .member("theme", step.theme)
      .member("measure", step.measure)
      .member("section", step.section)
      .member("title", step.title.in(language))
      .member("text", step.text.in(language))
      .member("impacts", texts_of(step.impacts, language))
      .member("remarks", texts_of(step.remarks, language))
      .member("preservation", texts_of(step.preservation, language))
      .member("undo", step.undo.in(language))
      .member("without_user", step.without_user.in(language))
      .member("prerequisites", step.prerequisites)
      .member("analyses", step.analyses)
      .member("scripts", step.scripts)
      .member("per_account", step.per_account)
      .member("destructive", step.destructive);
  json.member("answer", sheet::answer_type_name(step.answer)).member("conclusion", step.conclusion);
  write_temporary(json, step);
  write_proof(json, step, language);
  write_links(json, step, language);
  write_options(json, step, language);
  session.line(json.end_object().bytes());
}

void print_problem(Session& session, const sheet::Problem& problem) {
  JsonWriter json;
  json.begin_object()
      .member("type", "problem")
      .member("level", problem.level == sheet::Problem::Level::error ? "error" : "warning")
      .member("file", problem.file)
      .member("line", problem.place.line)
      .member("column", problem.place.column)
      .member("message", problem.message.in(session.language))
      .end_object();
  session.line(json.bytes());
}

void print_covered(Session& session, const sheet::Covered& line) {
  std::vector<std::string> carriers, languages, reasons;
  for (std::size_t i = 0; i < line.carriers.size(); ++i)
    carriers.push_back(carrier_name(line.sheets[i], line.carriers[i]));
  if (line.in_french()) languages.emplace_back("fr");
  if (line.in_english()) languages.emplace_back("en");
  for (const auto& reason : line.reasons) reasons.push_back(reason.in(session.language));
  JsonWriter json;
  json.begin_object()
      .member("type", "coverage")
      .member("id", line.id)
      .member("carried_by", carriers)
      .member("languages", languages)
      .key("reason");
  if (reasons.empty())
    json.null();
  else
    json.text(join(reasons, " "));
  session.line(json.end_object().bytes());
}

}  // namespace digue::cli::verbs
