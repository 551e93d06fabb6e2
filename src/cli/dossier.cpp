#include "cli/dossier.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "analysis/analysis.h"
#include "analysis/site_databases.h"
#include "base/text.h"
#include "cli/dossier_sentences.h"
#include "incident/fold.h"
#include "organisation/organisation.h"
#include "produce/report/from_incident.h"
#include "sheet/library.h"

namespace digue::cli {

void declare_dossier(CLI::App& app, DossierOptions& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  auto* incident =
      app.add_option("--incident", options.casework.incident, text(sentences::dossier_incident));
  app.add_option("PATH", options.paths, text(sentences::dossier_paths))->excludes(incident);
  app.add_option("--account", options.accounts, text(sentences::dossier_account));
  casework::add_prepared(app, options.prepared, language);
  app.add_option("--title", options.title, text(sentences::dossier_title));
  app.add_option("--author", options.casework.author, text(sentences::dossier_author));
}

namespace {

using produce::report::Report;

// The organisation's own, and those of the accounts that are in question.
std::vector<std::string> own_domains(const organisation::Organisation& organisation,
                                     const std::vector<std::string>& accounts) {
  std::vector<std::string> domains = organisation.domains;
  for (const std::string& account : accounts)
    if (const auto at = account.rfind('@'); at != std::string::npos)
      domains.push_back(lower(account.substr(at + 1)));
  return domains;
}

Message title_of(const sheet::Library& library, const std::string& item) {
  const auto* sheet = library.find(item.substr(0, item.find('/')));
  const auto* step = sheet == nullptr ? nullptr : sheet->step(item);
  return step == nullptr ? as_message(item) : step->title;
}

void take_answers(Report& report, const std::vector<finding::Answer>& answers,
                  const sheet::Library& library) {
  for (const finding::Answer& answer : answers)
    report.questions.push_back({answer, title_of(library, answer.item), "", {}});
}

// Without an incident nothing is done yet: what the sheet asks first, in its order.
void propose_plan(Report& report, const sheet::Library& library) {
  const auto* sheet = library.find("mail-account");
  if (sheet == nullptr || report.compromised.empty()) return;
  for (const sheet::Priority priority : {sheet::Priority::p0, sheet::Priority::p1})
    for (const sheet::Step& step : sheet->steps)
      if (step.priority == priority && step.kind == sheet::StepKind::act && !step.hidden &&
          step.local.hidden.english.empty() && step.prerequisites.empty())
        report.plan.push_back({step.id,
                               produce::report::priority_words(priority),
                               step.title,
                               {},
                               produce::report::StepState::to_do,
                               "",
                               Instant::unknown,
                               "",
                               false});
}

Result<analysis::Result> analyse(const DossierOptions& options,
                                 const organisation::Organisation& organisation) {
  if (options.paths.empty()) return analysis::Result{};
  analysis::Request request;
  for (const std::string& path : options.paths) request.paths.emplace_back(path);
  request.organisation = organisation;
  request.accounts = options.accounts;
  request.fallback_places = analysis::fallback_places();
  return analysis::analyze(request);
}

void take_organisation(Dossier& dossier, const casework::Prepared& prepared) {
  const auto organisation = prepared.organisation.value_or(organisation::Organisation{});
  dossier.report.head.organisation = organisation.name;
  dossier.own_domains = own_domains(organisation, dossier.report.compromised);
}

// What the evidence says by itself.
Result<Dossier> from_evidence(Session& session, const DossierOptions& options) {
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, nullptr));
  const auto organisation = prepared.organisation.value_or(organisation::Organisation{});
  DIGUE_TRY(const auto result, analyse(options, organisation));
  Dossier dossier;
  Report& report = dossier.report;
  report.zone = organisation.zone;
  report.findings = result.findings;
  report.sources = result.sources;
  report.unreadable = result.unreadable;
  report.compromised =
      options.accounts.empty() ? result.summary.compromised_accounts : options.accounts;
  report.intruder_addresses = result.summary.intruder_addresses;
  take_answers(report, result.answers, prepared.library);
  propose_plan(report, prepared.library);
  dossier.some_unreadable = !result.unreadable.empty();
  take_organisation(dossier, prepared);
  return dossier;
}

Result<Dossier> from_incident(Session& session, const DossierOptions& options) {
  DIGUE_TRY(const auto open, casework::open_case(session, options.casework));
  DIGUE_TRY(const auto state, incident::state_of(open.logbook));
  DIGUE_TRY(const auto prepared, casework::prepare(session, options.prepared, &state));
  DIGUE_TRY(const auto* sheet, casework::sheet_of(prepared.library, state.sheet));
  Dossier dossier;
  dossier.report = produce::report::report_of(state, *sheet, open.logbook.checkpoint());
  dossier.report.declarations = produce::report::declarations_of(
      incident::clock_states(prepared.library, state, prepared.given(), session.clock.now()));
  if (!options.accounts.empty()) dossier.report.compromised = options.accounts;
  for (const auto& [value, indicator] : state.indicators)
    if (indicator.treatment == incident::Treatment::block) dossier.blocked.push_back(value);
  take_organisation(dossier, prepared);
  return dossier;
}

}  // namespace

Result<Dossier> make_dossier(Session& session, const DossierOptions& options) {
  DIGUE_TRY(auto dossier, options.casework.incident.empty() ? from_evidence(session, options)
                                                            : from_incident(session, options));
  auto& head = dossier.report.head;
  if (!options.title.empty()) head.title = options.title;
  head.author = casework::author_of(options.casework);
  head.written = session.clock.now();
  head.product = "Digue " DIGUE_VERSION;
  return dossier;
}

}  // namespace digue::cli
