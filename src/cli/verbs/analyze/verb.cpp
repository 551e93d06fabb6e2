#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "analysis/analysis.h"
#include "analysis/site_databases.h"
#include "cli/casework/prepared.h"
#include "cli/casework/told.h"
#include "cli/event_logs/rule_files.h"
#include "cli/verbs/analyze/sentences.h"
#include "cli/verbs/analyze/show.h"
#include "incident/fold.h"
#include "incident/take.h"
#include "logbook/logbook.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  std::vector<std::string> paths;
  casework::PreparedOptions prepared;
  std::string since, until, contained, fail_on, date_order, incident;
  casework::ToldOptions told;
  std::vector<std::string> accounts, senders, rules;
  std::string link, list;
  unsigned workers = 0;
  bool brief = false;
};

Result<Instant> moment(const std::string& text) {
  if (text.empty()) return Instant::unknown;
  if (const auto instant = parse_rfc3339(text)) return *instant;
  return fail<sentences::bad_moment>(Error::Kind::bad_input, text);
}

// Of the incident that takes the findings over; nothing when none does.
Result<std::optional<incident::State>> incident_state(Session& session, const Options& options) {
  if (options.incident.empty()) return std::nullopt;
  const logbook::Settings settings{.state_folder = logbook::default_state_folder(),
                                   .clock = &session.clock};
  DIGUE_TRY(const auto logbook, logbook::Logbook::open(options.incident, settings));
  DIGUE_TRY(auto state, incident::state_of(logbook));
  return state;
}

Result<analysis::Request> request_of(Session& session, const Options& options) {
  analysis::Request request;
  for (const auto& path : options.paths) request.paths.emplace_back(path);
  DIGUE_TRY(const auto state, incident_state(session, options));
  if (state) request.hours_zone = state->zone;
  DIGUE_TRY(auto organisation,  // as given, else as the incident keeps it
            casework::organisation_of(session, options.prepared, state ? &*state : nullptr));
  if (organisation) request.organisation = std::move(*organisation);
  request.fallback_places = analysis::fallback_places();
  request.accounts = options.accounts;
  DIGUE_TRY(request.since, moment(options.since));
  DIGUE_TRY(request.until, moment(options.until));
  DIGUE_TRY(request.contained, moment(options.contained));
  if (options.date_order == "day-first") request.told.date_order = read::DateOrder::day_first;
  if (options.date_order == "month-first") request.told.date_order = read::DateOrder::month_first;
  DIGUE_CHECK(casework::take_told(options.told, request.told));
  request.url_list = options.list;
  if (!options.link.empty()) {
    request.lure = detect::lure_of(options.link, options.senders);
    if (!request.lure) return fail<sentences::bad_link>(Error::Kind::bad_input, options.link);
  }
  request.workers = options.workers;
  return request;
}

bool has_findings_at(const analysis::Result& result, const std::string& level) {
  return std::any_of(result.findings.begin(), result.findings.end(), [&](const auto& finding) {
    for (auto i = static_cast<int>(finding.severity); i >= 0; --i)
      if (finding::severity_name(static_cast<finding::Severity>(i)) == level) return true;
    return false;
  });
}

Exit exit_of(const analysis::Result& result, const Options& options, bool lost) {
  if (!options.fail_on.empty() && has_findings_at(result, options.fail_on)) return Exit::findings;
  return result.unreadable.empty() && !lost ? Exit::done : Exit::unreadable;
}

// Ours, and those that were named; nothing when none were.
std::optional<event_logs::Rules> rules_of(Session& session, const Options& options) {
  if (options.rules.empty()) return std::nullopt;
  return event_logs::load_rules(session, options.rules, true, {});
}

void print_result(Session& session, const Options& options, const analysis::Request& request,
                  const analysis::Result& result) {
  if (session.json) {
    if (request.rules) session.print(event_logs::rules_json(*request.rules, session.language));
    return print_analysis(session, result, options.link);
  }
  show_analysis(session, result, request.organisation.zone,
                options.brief ? Detail::brief : Detail::whole, options.link);
  if (request.rules) event_logs::show_rules(session, *request.rules);
}

// The findings become entries of the incident; what it already holds is not said again.
Outcome take_over(Session& session, const analysis::Result& result, const std::string& incident) {
  logbook::Settings settings;
  settings.state_folder = logbook::default_state_folder();
  settings.clock = &session.clock;
  DIGUE_TRY(auto logbook, logbook::Logbook::open(incident, settings));
  for (const auto& notice : logbook.opening().notices) session.note(notice);
  DIGUE_TRY(const auto taken,
            incident::take_findings(
                logbook, {result.findings, result.answers, result.sources, result.unreadable.size(),
                          result.summary.compromised_accounts, result.summary.intruder_addresses,
                          result.sign_ins}));
  session.note(tell<sentences::taken_over>(taken.findings, taken.known, incident));
  return {};
}

Exit run(Session& session, const Options& options) {
  auto request = request_of(session, options);
  if (!request) return session.failed(request.error()), Exit::usage;
  auto rules = rules_of(session, options);
  const bool lost = rules && (rules->lost || !rules->loaded.refusals.empty());
  if (rules)
    request->rules = std::make_shared<const detect::sigma::Loaded>(std::move(rules->loaded));
  const auto result = analysis::analyze(*request);
  if (!result) return session.failed(result.error());
  print_result(session, options, *request, *result);
  if (!options.incident.empty())
    if (const auto taken = take_over(session, *result, options.incident); !taken)
      return session.failed(taken.error());
  return exit_of(*result, options, lost);
}

class AnalyzeVerb final : public Verb {
 public:
  std::string_view name() const override { return "analyze"; }
  const Sentence& summary() const override { return sentences::analyze_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("PATH", options->paths, text(sentences::option_paths))->required();
    app.add_option("--org", options->prepared.organisation, text(sentences::option_organisation));
    app.add_option("--account", options->accounts, text(sentences::option_account));
    app.add_option("--since", options->since, text(sentences::option_since));
    app.add_option("--until", options->until, text(sentences::option_until));
    app.add_option("--contained", options->contained, text(sentences::option_contained));
    app.add_option("--incident", options->incident, text(sentences::option_incident));
    app.add_option("--fail-on", options->fail_on, text(sentences::option_fail_on))
        ->check(CLI::IsMember({"info", "low", "medium", "high", "critical"}));
    app.add_option("--date-order", options->date_order, text(sentences::option_date_order))
        ->check(CLI::IsMember({"day-first", "month-first"}));
    casework::declare_told(app, options->told, language);
    auto* const link = app.add_option("--link", options->link, text(sentences::option_link));
    app.add_option("--sender", options->senders, text(sentences::option_sender))->needs(link);
    app.add_option("--list", options->list, text(sentences::option_list));
    app.add_option("--rules", options->rules, text(sentences::option_rules))
        ->allow_extra_args(false);
    app.add_flag("--brief", options->brief, text(sentences::option_brief));
    app.add_option("--workers", options->workers, text(sentences::option_workers));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& analyze_verb() {
  static const AnalyzeVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
