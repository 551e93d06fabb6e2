// Problems of sheets, differences and coverage as JSON Lines.
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/verbs/sheet/show.h"

namespace digue::cli::verbs {

void print_difference(Session& session, const sheet::Difference& difference) {
  JsonWriter json;
  json.begin_object()
      .member("type", "sheet-difference")
      .member("kind", sheet::difference_name(difference.kind))
      .member("sheet", difference.sheet)
      .member("step", difference.step)
      .member("title", difference.title.in(session.language))
      .member("before", difference.before)
      .member("after", difference.after)
      .member("touched", difference.touched)
      .end_object();
  session.line(json.bytes());
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
