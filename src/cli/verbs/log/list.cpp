#include "cli/verbs/log/list.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/prepared.h"
#include "cli/casework/sentences.h"
#include "cli/casework/show.h"
#include "cli/verbs/log/sentences.h"
#include "incident/fold.h"
#include "incident/when.h"

namespace digue::cli::verbs::log {

void declare_filter(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  casework::add_reading(app, options, language);
  auto& filter = options.filter;
  app.add_option("--at", options.at, text(casework::sentences::option_at));
  app.add_option("--text", filter.text, text(sentences::option_words));
  app.add_option("--kind", filter.kinds, text(sentences::option_kind));
  app.add_option("--author", filter.authors, text(sentences::option_by));
  app.add_option("--account", filter.accounts, text(casework::sentences::option_account));
  app.add_option("--host", filter.hosts, text(casework::sentences::option_host));
  app.add_option("--indicator", filter.indicators, text(casework::sentences::option_indicator));
  app.add_option("--item", filter.items, text(casework::sentences::option_item));
  app.add_option("--paper", filter.papers, text(sentences::option_papers));
  app.add_option("--since", options.since, text(sentences::option_since));
  app.add_option("--until", options.until, text(sentences::option_until));
}

static Outcome check_kinds(const incident::LogFilter& filter) {
  const auto& known = incident::log_kinds();
  for (const auto& kind : filter.kinds)
    if (!std::binary_search(known.begin(), known.end(), kind))
      return digue::fail<sentences::no_such_kind>(Error::Kind::bad_input, kind, join(known, ", "));
  return {};
}

// The last instant of what was said: of a day, its end.
static Instant end_of(const logbook::Moment& moment) {
  switch (moment.precision) {
    case logbook::Precision::day:
      return moment.at + (day_ms - 1);
    case logbook::Precision::hour:
      return moment.at + (hour_ms - 1);
    case logbook::Precision::minute:
      return moment.at + (minute_ms - 1);
    case logbook::Precision::second:
      break;
  }
  return moment.at + (second_ms - 1);
}

Result<Found> find_lines(Session& session, const Options& options, const logbook::Logbook& book) {
  DIGUE_CHECK(check_kinds(options.filter));
  DIGUE_TRY(const auto at, casework::moment_of(options.at));
  Found found{{}, options.filter, {}};
  DIGUE_TRY(found.state, incident::state_of(book, at));
  // The sheets as the organisation made them its own: their titles stand in the lines.
  DIGUE_TRY(const auto prepared, casework::prepare(session, {}, &found.state));
  DIGUE_TRY(found.state, incident::state_of(book, at, &prepared.library));
  const auto now = session.clock.now();
  if (!options.since.empty()) {
    DIGUE_TRY(const auto since, incident::read_when(options.since, found.state.zone, now));
    found.filter.since = since.at;
  }
  if (!options.until.empty()) {
    DIGUE_TRY(const auto until, incident::read_when(options.until, found.state.zone, now));
    found.filter.until = end_of(until);
  }
  found.selection = incident::select(found.state, found.filter);
  return found;
}

// How much of the logbook is not shown: nobody should take an extract for the whole.
static void show_counts(Session& session, const incident::Selection& selection) {
  if (!session.json)
    return session.note(tell<sentences::left_out>(selection.lines.size(), selection.left_out));
  JsonWriter json;
  json.begin_object()
      .member("type", "log-selection")
      .member("found", selection.lines.size())
      .member("left_out", selection.left_out)
      .end_object();
  session.line(json.bytes());
}

Exit list(Session& session, const Options& options) {
  const auto open = casework::open_case(session, options);
  if (!open) return session.failed(open.error());
  const auto found = find_lines(session, options, open->logbook);
  if (!found) return session.failed(found.error());
  casework::show_log(session, found->state, found->selection.lines);
  if (found->filter.any()) show_counts(session, found->selection);
  return Exit::done;
}

}  // namespace digue::cli::verbs::log
